using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Text;

namespace SemanticEq.Ui.Pictures;

/// <summary>A band's number on its hue, as it stands on the curve and beside its figures.</summary>
public static class NodeBadge
{
    /// <summary>Radius in canvas units.</summary>
    public const double Radius = 7.5;

    private const double RimWidth = 2;
    private const double FigureSize = 9.5;

    /// <summary>Draws the badge of a band.</summary>
    /// <param name="canvas">Where to.</param>
    /// <param name="centre">Its middle.</param>
    /// <param name="index">The band's index from 0; the badge says one more.</param>
    /// <param name="theme">Its colours.</param>
    public static void Draw(ICanvas canvas, Point centre, int index, Theme theme)
    {
        canvas.FillCircle(centre, Radius + RimWidth, theme.Panel);
        canvas.FillCircle(centre, Radius, theme.Band(index));
        var figure = new TextStyle(FigureSize, theme.OnBand, FontWeight.SemiBold, TextAlign.Centre);
        Span<byte> buffer = stackalloc byte[Readout.MaxBytes];
        canvas.Text(
            Readout.WholeDb(buffer, index + 1, plus: false), centre.X, centre.Y + figure.BaselineBelowMiddle, figure);
    }
}
