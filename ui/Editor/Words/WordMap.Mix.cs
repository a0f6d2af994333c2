using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Text;

namespace SemanticEq.Ui.Editor;

/// <summary>Several words by weights: lines from their point to each of them.</summary>
internal sealed partial class WordMap
{
    // Of the longest way between two words of the mix.
    private const double MixStep = 0.02;
    private const double LeastShownShare = 0.005;
    private const double WeightAlong = 0.55;
    private const double PlateHeight = 13;

    private readonly WordShare[] _mix = new WordShare[MixWeights.Most];
    private readonly int[] _mixWords = new int[MixWeights.Most];
    private readonly Point[] _mixPlaces = new Point[MixWeights.Most];
    private readonly double[] _mixShares = new double[MixWeights.Most];
    private readonly MixDrag _blend;
    private int _mixCount;

    private ReadOnlySpan<int> MixWords => _mixWords.AsSpan(0, _mixCount);

    // Where the weights have the point on the plane; null where nothing is mixed.
    private Point? MixPlace => _mixCount == 0 ? null
        : _blend.IsInForce ? _blend.Place : MixWeights.Place(_mixPlaces.AsSpan(0, _mixCount), _mixShares.AsSpan(0, _mixCount));

    private Point? MixPoint => MixPlace is { } place ? _view.ToWindow(place) : null;

    /// <inheritdoc cref="WordChoice.Mix"/>
    private bool Mix(int word) => word >= 0 && _choice.Mix(_dots.Words[word].Slot);

    private bool IsMixed(int word) => MixWords.Contains(word);

    // Whether the mix is another one.
    private bool FollowMix()
    {
        ReadOnlySpan<WordShare> mix = _model.Words.Mix;
        if (mix.Length > MixWeights.Most)
            mix = [];
        if (mix.SequenceEqual(_mix.AsSpan(0, _mixCount)))
            return false;
        mix.CopyTo(_mix);
        _isStale |= mix.Length != _mixCount;
        _mixCount = mix.Length;
        for (int i = 0; i < _mixCount; i++)
        {
            int word = WordAt(mix[i].Slot);
            if (word < 0)
            {
                _mixCount = 0;
                return true;
            }

            _isStale |= word != _mixWords[i];
            (_mixWords[i], _mixPlaces[i], _mixShares[i]) = (word, _dots.Words[word].Place, mix[i].Share);
        }

        return true;
    }

    private bool IsOnMix(Point at) => MixPoint is { } point && WordDots.Distance(point, at) <= RingReach;

    private void MoveMix(Point at, bool isFine)
    {
        Point from = _view.ToPlace(_last), to = _view.ToPlace(at);
        double share = isFine ? Fine : 1;
        // Beyond the outermost words too, so that a drag that went too far comes back where it left.
        _mixAt = new Point(_mixAt.X + (share * (to.X - from.X)), _mixAt.Y + (share * (to.Y - from.Y)));
        _blend.Move(_mixAt);
        Invalidate();
    }

    private bool StepMix(double x, double y)
    {
        if (_mixCount == 0)
            return false;
        // What was undone meanwhile is where it goes on from.
        if (!_blend.IsInForce)
        {
            _blend.End();
            _blend.Begin();
        }

        double extent = 0;
        foreach (Point place in _mixPlaces.AsSpan(0, _mixCount))
            extent = Math.Max(extent, 2 * WordDots.Distance(place, _blend.Place));
        _blend.Move(new Point(_blend.Place.X + (x * extent * MixStep), _blend.Place.Y + (y * extent * MixStep)));
        Invalidate();
        return true;
    }

    private void DrawMixLines(ICanvas canvas, Theme theme)
    {
        if (MixPoint is not { } point)
            return;
        for (int i = 0; i < _mixCount; i++)
            canvas.Line(point, _dots.At(_mixWords[i]), theme.AmberFill.WithOpacity(0.35 + (0.55 * _mixShares[i])), new Pen(1 + (3 * _mixShares[i]), LineCap.Round));
    }

    // Over the lines, and under the ring.
    private void DrawMixWeights(ICanvas canvas, Theme theme)
    {
        if (MixPoint is not { } point)
            return;
        var style = new TextStyle(TypeSize.Small, theme.Text, Align: TextAlign.Centre);
        Span<byte> buffer = stackalloc byte[Readout.MaxBytes];
        for (int i = 0; i < _mixCount; i++)
        {
            Point word = _dots.At(_mixWords[i]);
            if (_mixShares[i] < LeastShownShare || WordDots.Distance(point, word) < 4 * RingRadius)
                continue;
            ReadOnlySpan<byte> text = Readout.Percent(buffer, 100 * _mixShares[i]);
            var at = new Point(point.X + (WeightAlong * (word.X - point.X)), point.Y + (WeightAlong * (word.Y - point.Y)));
            double half = (canvas.MeasureWidth(text, style) / 2) + 3;
            canvas.FillRoundedRectangle(new Rectangle(at.X - half, at.Y - (PlateHeight / 2), 2 * half, PlateHeight), 4, theme.Raised.WithOpacity(PlateOpacity));
            canvas.Text(text, at.X, at.Y + style.BaselineBelowMiddle, style);
        }
    }

    private void DrawMixPoint(ICanvas canvas, Theme theme)
    {
        if (MixPoint is not { } point)
            return;
        canvas.FillCircle(point, RingRadius, theme.Panel);
        canvas.Stroke(theme.Amber, new Pen(2));
        canvas.FillCircle(point, 2.4, theme.Amber);
    }
}
