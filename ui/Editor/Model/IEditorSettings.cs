using SemanticEq.Ui.Canvas;

namespace SemanticEq.Ui.Editor;

/// <summary>Light or dark.</summary>
public enum ThemeChoice
{
    /// <summary>Light on dark.</summary>
    Dark,

    /// <summary>Dark on light.</summary>
    Light,
}

/// <summary>How fast the spectrum follows.</summary>
public enum SpectrumSpeed
{
    /// <summary>Averages over seconds.</summary>
    Slow,

    /// <summary>In between.</summary>
    Medium,

    /// <summary>Follows every note.</summary>
    Fast,
}

/// <summary>How one user likes the window; the same in all instances, kept on the machine, not in the session. Main thread.</summary>
public interface IEditorSettings
{
    /// <summary>Colours.</summary>
    ThemeChoice Theme { get; set; }

    /// <summary>Whether nothing moves that need not.</summary>
    bool ReducedMotion { get; set; }

    /// <summary>The window's size in canvas units when it was last resized; null before.</summary>
    Size? Size { get; set; }

    /// <summary>Chosen by the user over what the host says, 1 to 3; null to follow the host.</summary>
    double? Scale { get; set; }

    /// <summary>Whether the input's spectrum shows.</summary>
    bool ShowInput { get; set; }

    /// <summary>Whether the output's spectrum shows.</summary>
    bool ShowOutput { get; set; }

    /// <summary>Whether the side-chain's spectrum shows, where there is a side-chain.</summary>
    bool ShowSideChain { get; set; }

    /// <summary>Whether the spectrum's peaks are held.</summary>
    bool PeakHold { get; set; }

    /// <summary>dB an octave added about 1 kHz, so that pink noise (3) or music (4.5) looks level; 0, 3 or 4.5.</summary>
    double SpectrumTilt { get; set; }

    /// <summary>How fast the spectrum follows.</summary>
    SpectrumSpeed SpectrumSpeed { get; set; }

    /// <summary>Whether a piano's keys stand under the curve.</summary>
    bool ShowPiano { get; set; }

    /// <summary>dB from the middle of the curve to its top: 6, 12 or 24; 0 to fit what plays.</summary>
    double CurveRangeDb { get; set; }

    /// <summary>Whether tooltips show.</summary>
    bool ShowTooltips { get; set; }
}
