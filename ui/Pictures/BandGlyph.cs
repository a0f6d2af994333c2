using SemanticEq.Dsp;
using SemanticEq.Ui.Canvas;

namespace SemanticEq.Ui.Pictures;

/// <summary>The shape of a band as a small sign.</summary>
public static class BandGlyph
{
    /// <summary>Width in canvas units.</summary>
    public const double Width = 16;

    /// <summary>Height in canvas units.</summary>
    public const double Height = 10;

    /// <summary>Draws the sign of a band; bands that cut show it upside down.</summary>
    public static void Draw(ICanvas canvas, Band band, double left, double middleY, Colour colour)
    {
        double up = band.GainDb < 0 ? 1 : -1;
        double high = middleY + (up * Height / 2), low = middleY - (up * Height / 2);
        double top = middleY - (Height / 2), bottom = middleY + (Height / 2);
        double middle = left + (Width / 2), right = left + Width;
        canvas.BeginPath();
        switch (band.Type)
        {
            case BandType.LowShelf:
                Step(canvas, left, high, right, low);
                break;
            case BandType.HighShelf:
                Step(canvas, left, low, right, high);
                break;
            case BandType.Tilt:
                canvas.MoveTo(left, low);
                canvas.LineTo(right, high);
                break;
            case BandType.LowCut:
                canvas.MoveTo(left, bottom);
                canvas.CurveTo(left + 5, top, left + 6, top, right, top);
                break;
            case BandType.HighCut:
                canvas.MoveTo(left, top);
                canvas.CurveTo(right - 6, top, right - 5, top, right, bottom);
                break;
            case BandType.Notch:
                canvas.MoveTo(left, top);
                canvas.CurveTo(middle - 1, top, middle - 1, top, middle, bottom);
                canvas.CurveTo(middle + 1, top, middle + 1, top, right, top);
                break;
            default:
                canvas.MoveTo(left, low);
                canvas.CurveTo(left + 5, low, middle - 4, high, middle, high);
                canvas.CurveTo(middle + 4, high, right - 5, low, right, low);
                break;
        }

        canvas.Stroke(colour, new Pen(1.5, LineCap.Round));
    }

    private static void Step(ICanvas canvas, double left, double leftY, double right, double rightY)
    {
        double middle = (left + right) / 2;
        canvas.MoveTo(left, leftY);
        canvas.LineTo(left + 3, leftY);
        canvas.CurveTo(middle, leftY, middle, rightY, right - 3, rightY);
        canvas.LineTo(right, rightY);
    }
}
