using System.Numerics.Tensors;

namespace SemanticEq.Inference;

/// <summary>
/// Places for words in a plane, so that words of alike curves lie close: bright to the right, warm to the left, less of the middle upwards.
/// The words that show first are moved apart so that their labels can be read, and their neighbours with them. The same on every machine.
/// Main thread; takes some milliseconds.
/// </summary>
public sealed class WordLayout
{
    /// <summary>How many words show first, and are given room for their labels.</summary>
    public const int FirstShown = 60;

    // Shapes as unlike as this (1 − cosine) follow a moved word half as much as its own shape does.
    private const double Nearness = 0.02;
    private readonly WordCurves _curves;
    private readonly ShapeDisc _disc;
    private readonly int[] _anchors;
    private readonly double[] _movedX;
    private readonly double[] _movedY;
    private double _top;
    private double _bottom = 1;

    /// <summary>Lays out the words of a model.</summary>
    public WordLayout(ModelFolder model)
    {
        var words = model.Vocabulary.Words;
        _curves = new WordCurves(model);
        _disc = new ShapeDisc(_curves);
        int[] indexOfSlot = new int[Vocabulary.Slots];
        for (int i = 0; i < words.Count; i++)
            indexOfSlot[words[i].Slot] = i;
        _anchors = [.. WordRanking.Slots(model.Vocabulary).Take(FirstShown).Select(slot => indexOfSlot[slot])];
        (_movedX, _movedY) = MoveApart([.. _anchors.Select(anchor => words[anchor].Word)]);
        Array.Fill(Places, (double.NaN, double.NaN));
        for (int i = 0; i < words.Count; i++)
            Places[words[i].Slot] = Place(_curves[i]);
        FillHeight();
    }

    /// <summary>Places by slot, 512; x to the right and y downwards, 0 to 1; not a number where a slot has no word.</summary>
    public (double X, double Y)[] Places { get; } = new (double, double)[Vocabulary.Slots];

    /// <summary>The places of a model's words by slot; see <see cref="Places"/>.</summary>
    public static (double X, double Y)[] Of(ModelFolder model) => new WordLayout(model).Places;

    /// <summary>Where any place of latent space lies among the words: a typed phrase, say.</summary>
    /// <param name="z">32 finite values.</param>
    /// <returns>x to the right and y downwards, 0 to 1.</returns>
    public (double X, double Y) Place(ReadOnlySpan<float> z)
    {
        Span<double> shape = stackalloc double[WordCurves.Points];
        _curves.Shape(z, shape);
        return Place(shape);
    }

    // Where its shape lies, moved along with the words that were moved (Shepard's interpolation, over likeness).
    private (double X, double Y) Place(ReadOnlySpan<double> shape)
    {
        var (x, y) = OnSquare(shape);
        double sum = 1e-9, moveX = 0, moveY = 0;
        for (int k = 0; k < _anchors.Length; k++)
        {
            double unlike = Math.Max(0, 1 - TensorPrimitives.Dot(shape, _curves[_anchors[k]])) / Nearness;
            double weight = 1 / ((unlike * unlike) + 1e-12);
            sum += weight;
            moveX += weight * _movedX[k];
            moveY += weight * _movedY[k];
        }

        double height = ((y + (moveY / sum)) / LabelSpreading.Side - _top) / (_bottom - _top);
        return (Math.Clamp((x + (moveX / sum)) / LabelSpreading.Side, 0, 1), Math.Clamp(height, 0, 1));
    }

    // Stretched, never squeezed, so that labels stay apart. Widths are left: labels need what stays free at the right.
    private void FillHeight()
    {
        double top = 1, bottom = 0;
        foreach (var (x, y) in Places)
        {
            top = double.IsNaN(x) ? top : Math.Min(top, y);
            bottom = double.IsNaN(x) ? bottom : Math.Max(bottom, y);
        }

        if (bottom <= top)
            return;
        (_top, _bottom) = (top, bottom);
        for (int slot = 0; slot < Places.Length; slot++)
            Places[slot].Y = (Places[slot].Y - top) / (bottom - top);
    }

    private (double[] X, double[] Y) MoveApart(string[] labels)
    {
        double[] x = new double[_anchors.Length], y = new double[_anchors.Length];
        for (int k = 0; k < _anchors.Length; k++)
            (x[k], y[k]) = OnSquare(_curves[_anchors[k]]);
        double[] movedX = [.. x], movedY = [.. y];
        LabelSpreading.Spread(movedX, movedY, labels);
        TensorPrimitives.Subtract(movedX, x, movedX);
        TensorPrimitives.Subtract(movedY, y, movedY);
        return (movedX, movedY);
    }

    private (double X, double Y) OnSquare(ReadOnlySpan<double> shape)
    {
        var (x, y) = _disc.Place(shape);
        return ((1 + x) / 2 * LabelSpreading.Side, (1 + y) / 2 * LabelSpreading.Side);
    }
}
