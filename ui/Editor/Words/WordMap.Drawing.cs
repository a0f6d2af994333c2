using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Widgets;

namespace SemanticEq.Ui.Editor;

/// <summary>How the map looks.</summary>
internal sealed partial class WordMap
{
    private const double DotOpacity = 0.32;
    private const double NotFoundOpacity = 0.12;
    private const double PlateOpacity = 0.94;
    private const double BesideLitOpacity = 0.55;
    private const int MostOver = 8;
    private const double MarkHalf = 9;

    // Words of a curve just opposite, and their mark.
    private static ReadOnlySpan<byte> OppositeMark => "opposite"u8;

    /// <inheritdoc/>
    protected override void Draw(ICanvas canvas, in DrawContext context)
    {
        Theme theme = context.Theme;
        int a = IndexOf(WordPlace.A), b = IndexOf(WordPlace.B);
        _dots.Measure(canvas);
        if (_isStale)
        {
            _dots.KeepFree(MarkOf(WordPlace.A), MarkOf(WordPlace.B));
            PlaceDots(a, b);
        }

        _isStale = false;

        canvas.Save();
        canvas.ClipTo(Bounds);
        DrawDots(canvas, theme, a, b);
        DrawWay(canvas, theme);
        DrawMixLines(canvas, theme);
        foreach (int word in MixWords)
            DrawChosen(canvas, word, theme.Amber);
        if (a >= 0)
            DrawChosen(canvas, a, theme.Amber);
        if (b >= 0 && b != a)
            DrawChosen(canvas, b, theme.Teal);
        DrawPhrase(canvas, theme, WordPlace.A, theme.Amber);
        DrawPhrase(canvas, theme, WordPlace.B, theme.Teal);
        if (Lit >= 0 && _hold == Hold.Nothing)
            DrawLit(canvas, theme, Lit, a, b);
        DrawMixWeights(canvas, theme);
        DrawMixPoint(canvas, theme);
        DrawRing(canvas, theme);
        canvas.Restore();
    }

    private void PlaceDots(int a, int b)
    {
        Span<int> chosen = stackalloc int[2 + MixWeights.Most];
        MixWords.CopyTo(chosen);
        int count = _mixCount;
        if (a >= 0)
            chosen[count++] = a;
        if (b >= 0 && b != a)
            chosen[count++] = b;
        _dots.Place(_view, chosen[..count], Search);
    }

    private void DrawDots(ICanvas canvas, Theme theme, int a, int b)
    {
        bool isLit = Lit >= 0 && _hold == Hold.Nothing && !Search.IsActive;
        Colour label = isLit ? theme.Muted.WithOpacity(BesideLitOpacity) : theme.Muted;
        // The first by rank last, and so on top.
        for (int i = _dots.Words.Count - 1; i >= 0; i--)
        {
            if (i == a || i == b || IsMixed(i) || !_dots.IsShown(i, Search) || !Bounds.Contains(_dots.At(i)))
                continue;
            bool isFound = !Search.IsActive || Search.Finds(i);
            canvas.FillCircle(_dots.At(i), _dots.DrawnRadius(i), theme.Muted.WithOpacity(isFound ? DotOpacity : NotFoundOpacity));
        }

        for (int i = 0; i < _dots.Words.Count; i++)
        {
            if (i != a && i != b && !IsMixed(i) && _dots.IsLabelled(i))
                DrawLabel(canvas, i, _dots.Box(i), _dots.LabelStyle(i, label), isChosen: false);
        }
    }

    private void DrawLabel(ICanvas canvas, int word, Rectangle box, in TextStyle style, bool isChosen)
    {
        Point at = _dots.At(word);
        double baseline = at.Y + style.BaselineBelowMiddle, away = _dots.Radius(word, isChosen) + WordShape.Gap;
        bool isLeft = at.X - box.Left > box.Right - at.X;
        double x = isLeft ? box.Left : at.X + away;
        canvas.Text(_dots.Words[word].Word, x, baseline, style);
        if (_dots.Language[word].Length > 0)
            canvas.Text(
                _dots.Language[word], x + canvas.MeasureWidth(_dots.Words[word].Word, style) + 2, baseline - 3.5, WordDots.LanguageStyle(style.Colour));
    }

    private void DrawChosen(ICanvas canvas, int word, Colour colour)
    {
        canvas.FillCircle(_dots.At(word), _dots.Radius(word, isChosen: true), colour);
        if (_dots.IsLabelled(word))
            DrawLabel(canvas, word, _dots.Box(word), WordDots.ChosenStyle(colour), isChosen: true);
    }

    private void DrawWay(ICanvas canvas, Theme theme)
    {
        if (PointOf(WordPlace.A) is { } a && PointOf(WordPlace.B) is { } b)
            canvas.Line(a, b, theme.Muted.WithOpacity(0.6), new Pen(1.5, LineCap.Butt, 2, 4));
    }

    private void DrawPhrase(ICanvas canvas, Theme theme, WordPlace place, Colour colour)
    {
        if (!HasMark(place) || PointOf(place) is not { } at)
            return;
        canvas.BeginPath();
        canvas.MoveTo(at.X, at.Y - MarkHalf);
        canvas.LineTo(at.X + MarkHalf, at.Y);
        canvas.LineTo(at.X, at.Y + MarkHalf);
        canvas.LineTo(at.X - MarkHalf, at.Y);
        canvas.ClosePath();
        canvas.Fill(colour);
        canvas.Stroke(theme.Panel, new Pen(1.5));
    }

    // A mix is shown by its words and its point.
    private bool HasMark(WordPlace place) => Phrase(place) is not null && (place == WordPlace.B || _mixCount == 0);

    private Rectangle? MarkOf(WordPlace place) =>
        HasMark(place) && PointOf(place) is { } at ? new Rectangle(at.X, at.Y, 0, 0).Inset(-MarkHalf) : null;

    private void DrawRing(ICanvas canvas, Theme theme)
    {
        if (Ring() is not { } ring)
            return;
        canvas.FillCircle(ring, RingRadius, theme.Panel);
        canvas.Stroke(theme.Text, new Pen(2));
        canvas.FillCircle(ring, 2.4, theme.Text);
    }

    // What is asked about with its neighbours: lines to them, their labels above all others, its opposite marked.
    private void DrawLit(ICanvas canvas, Theme theme, int lit, int a, int b)
    {
        MapWord word = _dots.Words[lit];
        Point at = _dots.At(lit);
        var line = new Pen(1);
        for (int k = 0; k < word.Near.Count; k++)
        {
            if (WordAt(word.Near[k]) is >= 0 and var near)
                canvas.Line(at, _dots.At(near), theme.Muted.WithOpacity(0.45), line);
        }

        Span<Rectangle> over = stackalloc Rectangle[MostOver];
        int count = 0;
        DrawAbove(canvas, theme, lit, a, b, over, ref count, isMain: true);
        for (int k = 0; k < word.Near.Count && count < MostOver; k++)
        {
            if (WordAt(word.Near[k]) is >= 0 and var near)
                DrawAbove(canvas, theme, near, a, b, over, ref count, isMain: false);
        }

        if (word.Opposite is { } slot && WordAt(slot) is >= 0 and var opposite)
            DrawOpposite(canvas, theme, opposite, a, b, over[..count]);
    }

    private void DrawAbove(ICanvas canvas, Theme theme, int word, int a, int b, Span<Rectangle> over, ref int count, bool isMain)
    {
        bool isMixed = IsMixed(word), isChosen = word == a || word == b || isMixed;
        Colour colour = word == a || isMixed ? theme.Amber : word == b ? theme.Teal : theme.Text;
        Point at = _dots.At(word);
        canvas.FillCircle(at, _dots.Radius(word, isChosen), isChosen ? colour : isMain ? theme.Text : theme.Muted);
        Rectangle box = _dots.IsLabelled(word) ? _dots.Box(word) : _dots.BoxOf(word, at.X > Bounds.Centre.X, isChosen);
        for (int k = 0; k < count; k++)
        {
            if (over[k].Overlaps(box))
                return;
        }

        over[count++] = box;
        if (!isChosen)
            DrawPlate(canvas, theme, word, box);
        DrawLabel(canvas, word, box, isChosen ? WordDots.ChosenStyle(colour) : _dots.LabelStyle(word, colour), isChosen);
    }

    // A ground under a label that may lie over others; the dot stays clear of it.
    private void DrawPlate(ICanvas canvas, Theme theme, int word, Rectangle box)
    {
        Point at = _dots.At(word);
        double away = _dots.Radius(word, isChosen: false) + 1;
        bool isLeft = at.X - box.Left > box.Right - at.X;
        Rectangle plate = isLeft
            ? Rectangle.FromEdges(box.Left - 3, box.Top, at.X - away, box.Bottom)
            : Rectangle.FromEdges(at.X + away, box.Top, box.Right + 3, box.Bottom);
        canvas.FillRoundedRectangle(plate, 4, theme.Raised.WithOpacity(PlateOpacity));
    }

    private void DrawOpposite(ICanvas canvas, Theme theme, int word, int a, int b, ReadOnlySpan<Rectangle> over)
    {
        if (word == a || word == b || IsMixed(word) || !Bounds.Contains(_dots.At(word)))
            return;
        Point at = _dots.At(word);
        TextStyle style = _dots.LabelStyle(word, theme.Text), mark = new(TypeSize.Small - 1.5, theme.Muted);
        bool isLeft = _dots.IsLabelled(word) ? at.X - _dots.Box(word).Left > _dots.Box(word).Right - at.X : at.X > Bounds.Centre.X;
        Rectangle box = _dots.BoxOf(word, isLeft, isChosen: false);
        double markWidth = canvas.MeasureWidth(OppositeMark, mark) + 5;
        Rectangle wide = isLeft ? box with { X = box.X - markWidth, Width = box.Width + markWidth } : box with { Width = box.Width + markWidth };
        canvas.BeginPath();
        canvas.Arc(at.X, at.Y, _dots.Radius(word, isChosen: false) + 1.5, 0, 2 * Math.PI);
        canvas.ClosePath();
        canvas.Stroke(theme.Text, new Pen(1.2));
        foreach (Rectangle other in over)
        {
            if (other.Overlaps(wide))
                return;
        }

        DrawPlate(canvas, theme, word, wide);
        DrawLabel(canvas, word, box, style, isChosen: false);
        canvas.Text(OppositeMark, isLeft ? wide.Left : box.Right + 5, at.Y + style.BaselineBelowMiddle, mark);
    }
}
