using SemanticEq.Ui.Canvas;

namespace SemanticEq.Ui.Editor;

/// <summary>What the plot shows, from back to front: spectra, people's spread, the band in hand, the curve. Draws what was worked out.</summary>
internal static class CurveLayers
{
    private const double SpreadOpacity = 0.11;
    private const double CurveFillOpacity = 0.035;
    private const double BandFillOpacity = 0.15, BandLineOpacity = 0.5;
    private const double InputOpacity = 0.18;
    private const double OutputOpacity = 0.85, HeldOpacity = 0.45, SideChainOpacity = 0.8;
    private const double PlainOpacity = 0.75;
    private static readonly Pen PlainPen = new(1.2, LineCap.Butt, 4, 3);
    private static readonly Pen CurvePen = new(2.2, LineCap.Round);
    private static readonly Pen OutputPen = new(1.2, LineCap.Round);
    private static readonly Pen ThinPen = new(1, LineCap.Round);

    /// <summary>Draws the spectra: the input as an area, the side-chain, the output and its held peaks as lines.</summary>
    public static void DrawSpectra(ICanvas canvas, SpectrumLine spectrum, IEditorSettings settings, in PlotFrame frame, Theme theme)
    {
        if (spectrum.X.IsEmpty)
            return;
        canvas.Save();
        canvas.Coarsen();
        if (settings.ShowInput)
        {
            canvas.BeginPath();
            canvas.AddArea(spectrum.X, spectrum.InputY, frame.Area.Bottom + 4);
            // One colour: a gradient over so large an area takes as long as all the rest.
            canvas.Fill(theme.Muted.WithOpacity(InputOpacity));
        }

        if (settings.ShowSideChain && !spectrum.SideChainY.IsEmpty)
        {
            canvas.BeginPath();
            canvas.AddLine(spectrum.X, spectrum.SideChainY);
            canvas.Stroke(theme.TealFill.WithOpacity(SideChainOpacity), OutputPen);
        }

        if (settings.ShowOutput && !spectrum.HeldY.IsEmpty)
        {
            canvas.BeginPath();
            canvas.AddLine(spectrum.X, spectrum.HeldY);
            canvas.Stroke(theme.AmberFill.WithOpacity(HeldOpacity), ThinPen);
        }

        if (settings.ShowOutput)
        {
            canvas.BeginPath();
            canvas.AddLine(spectrum.X, spectrum.OutputY);
            canvas.Stroke(theme.AmberFill.WithOpacity(OutputOpacity), OutputPen);
        }

        canvas.Restore();
    }

    /// <summary>Draws how far people's settings of the word lie apart.</summary>
    public static void DrawSpread(ICanvas canvas, CurveLine line, Theme theme)
    {
        if (line.SpreadUpperY.IsEmpty)
            return;
        canvas.BeginPath();
        canvas.AddBetween(line.X, line.SpreadUpperY, line.SpreadLowerY);
        canvas.Fill(theme.AmberFill.WithOpacity(SpreadOpacity));
    }

    /// <summary>Draws what one band does alone.</summary>
    public static void DrawBand(ICanvas canvas, CurveLine line, in PlotFrame frame, Colour hue)
    {
        canvas.BeginPath();
        canvas.AddArea(line.X, line.BandY, frame.Gains.Y(0));
        canvas.Fill(hue.WithOpacity(BandFillOpacity));
        canvas.BeginPath();
        canvas.AddLine(line.X, line.BandY);
        canvas.Stroke(hue.WithOpacity(BandLineOpacity), ThinPen);
    }

    /// <summary>Draws the word's own curve, faint, where Adapt plays another one.</summary>
    public static void DrawPlain(ICanvas canvas, CurveLine line, Theme theme)
    {
        if (line.PlainY.IsEmpty)
            return;
        canvas.BeginPath();
        canvas.AddLine(line.X, line.PlainY);
        canvas.Stroke(theme.TealFill.WithOpacity(PlainOpacity), PlainPen);
    }

    /// <summary>Draws the whole equaliser, muted while it is bypassed.</summary>
    public static void DrawCurve(ICanvas canvas, CurveLine line, in PlotFrame frame, bool isBypassed, Theme theme)
    {
        canvas.BeginPath();
        canvas.AddArea(line.X, line.CurveY, frame.Gains.Y(0));
        canvas.Fill(theme.Text.WithOpacity(CurveFillOpacity));
        canvas.BeginPath();
        canvas.AddLine(line.X, line.CurveY);
        canvas.Stroke(isBypassed ? theme.Faint : theme.Text, CurvePen);
    }
}
