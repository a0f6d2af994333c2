using SemanticEq.Ui.Canvas;

namespace SemanticEq.Ui.Editor;

/// <summary>How a node looks.</summary>
/// <param name="IsOwn">A rounded square with a letter instead of a circle with a number.</param>
/// <param name="Index">0 to 7.</param>
/// <param name="IsOn">Filled; else hollow.</param>
/// <param name="IsActive">In hand: larger, with a halo.</param>
/// <param name="IsDimmed">Standing back while another one is dragged.</param>
/// <param name="IsSoloed">Heard alone.</param>
internal readonly record struct BandLook(bool IsOwn, int Index, bool IsOn, bool IsActive, bool IsDimmed, bool IsSoloed);

/// <summary>A band's number or letter on its hue.</summary>
internal static class BandSign
{
    /// <summary>Radius in canvas units, without its rim.</summary>
    public const double Radius = 7.5;

    /// <summary>Half the side of what it draws at most.</summary>
    public const double Reach = 16;

    /// <summary>Radius of the halo of the one in hand.</summary>
    public const double HaloRadius = 14;

    private const double ActiveRadius = 9;
    private const double RimWidth = 2;
    private const double DimmedOpacity = 0.35;
    private const double CornerShare = 0.5;
    private static readonly Pen Outline = new(1.6);
    private static readonly Pen HaloLine = new(1);
    private static readonly Pen SoloLine = new(1.5);

    /// <summary>Draws it.</summary>
    public static void Draw(ICanvas canvas, Point centre, BandLook look, Theme theme)
    {
        double radius = look.IsActive ? ActiveRadius : Radius;
        Colour hue = look.IsDimmed ? theme.Band(look.Index).WithOpacity(DimmedOpacity).Over(theme.Panel) : theme.Band(look.Index);
        if (look.IsActive)
        {
            Shape(canvas, centre, HaloRadius, look);
            canvas.Fill(hue.WithOpacity(0.16));
            canvas.Stroke(hue.WithOpacity(0.5), HaloLine);
        }

        if (look.IsSoloed)
        {
            Shape(canvas, centre, HaloRadius - 1, look);
            canvas.Stroke(theme.Text, SoloLine);
        }

        Shape(canvas, centre, radius + RimWidth, look);
        canvas.Fill(theme.Panel);
        Shape(canvas, centre, look.IsOn ? radius : radius - (Outline.Width / 2), look);
        if (look.IsOn)
            canvas.Fill(hue);
        else
            canvas.Stroke(hue, Outline);

        var figure = new TextStyle(radius * 1.27, look.IsOn ? theme.OnBand : hue, FontWeight.SemiBold, TextAlign.Centre);
        ReadOnlySpan<byte> sign = [(byte)((look.IsOwn ? 'A' : '1') + look.Index)];
        canvas.Text(sign, centre.X, centre.Y + figure.BaselineBelowMiddle, figure);
    }

    private static void Shape(ICanvas canvas, Point centre, double radius, BandLook look)
    {
        canvas.BeginPath();
        if (look.IsOwn)
        {
            // As much area as the circle has, to look as large.
            double half = radius * 0.92;
            canvas.AddRoundedRectangle(
                new Rectangle(centre.X - half, centre.Y - half, 2 * half, 2 * half), CornerShare * half);
            return;
        }

        canvas.Arc(centre.X, centre.Y, radius, 0, 2 * Math.PI);
        canvas.ClosePath();
    }
}
