using System.Text.Json.Serialization;
using SemanticEq.Ui.Editor;

namespace SemanticEq.Plugin;

/// <summary>editor.json, as it stands in the file. What is missing has its default, what is out of range is brought into it.</summary>
/// <remarks>Properties are settable, not init-only: the generated reader gives init-only ones that a file lacks no default of ours.</remarks>
internal sealed record EditorSettingsData
{
    private const double LeastUnits = 100;
    private const double MostUnits = 10_000;

    /// <inheritdoc cref="IEditorSettings.Theme"/>
    public ThemeChoice Theme { get; set; }

    /// <inheritdoc cref="IEditorSettings.ReducedMotion"/>
    public bool ReducedMotion { get; set; }

    /// <inheritdoc cref="IEditorSettings.Size"/>
    public double? Width { get; set; }

    /// <inheritdoc cref="IEditorSettings.Size"/>
    public double? Height { get; set; }

    /// <inheritdoc cref="IEditorSettings.Scale"/>
    public double? Scale { get; set; }

    /// <inheritdoc cref="IEditorSettings.ShowInput"/>
    public bool ShowInput { get; set; } = true;

    /// <inheritdoc cref="IEditorSettings.ShowOutput"/>
    public bool ShowOutput { get; set; } = true;

    /// <inheritdoc cref="IEditorSettings.ShowSideChain"/>
    public bool ShowSideChain { get; set; } = true;

    /// <inheritdoc cref="IEditorSettings.PeakHold"/>
    public bool PeakHold { get; set; }

    /// <inheritdoc cref="IEditorSettings.SpectrumTilt"/>
    public double SpectrumTilt { get; set; } = 4.5;

    /// <inheritdoc cref="IEditorSettings.SpectrumSpeed"/>
    public SpectrumSpeed SpectrumSpeed { get; set; } = SpectrumSpeed.Medium;

    /// <inheritdoc cref="IEditorSettings.ShowPiano"/>
    public bool ShowPiano { get; set; }

    /// <inheritdoc cref="IEditorSettings.CurveRangeDb"/>
    public double CurveRangeDb { get; set; } = 12;

    /// <inheritdoc cref="IEditorSettings.ShowTooltips"/>
    public bool ShowTooltips { get; set; } = true;

    /// <summary>Keys of presets.</summary>
    public string[] Favourites { get; set; } = [];

    /// <summary>The same with every value in its range.</summary>
    public EditorSettingsData Checked() => this with
    {
        Theme = Enum.IsDefined(Theme) ? Theme : default,
        Width = Held(Width, LeastUnits, MostUnits),
        Height = Held(Height, LeastUnits, MostUnits),
        Scale = Held(Scale, 1, 3),
        SpectrumTilt = SpectrumTilt is 0 or 3 or 4.5 ? SpectrumTilt : 4.5,
        SpectrumSpeed = Enum.IsDefined(SpectrumSpeed) ? SpectrumSpeed : SpectrumSpeed.Medium,
        CurveRangeDb = CurveRangeDb is 0 or 6 or 12 or 24 ? CurveRangeDb : 12,
    };

    /// <summary>What another process has written, with what was changed here since.</summary>
    /// <param name="before">As it stood here when it was last read or written.</param>
    /// <param name="other">As it stands in the file now.</param>
    public EditorSettingsData Over(EditorSettingsData before, EditorSettingsData other) => new()
    {
        Theme = Newer(Theme, before.Theme, other.Theme),
        ReducedMotion = Newer(ReducedMotion, before.ReducedMotion, other.ReducedMotion),
        Width = Newer(Width, before.Width, other.Width),
        Height = Newer(Height, before.Height, other.Height),
        Scale = Newer(Scale, before.Scale, other.Scale),
        ShowInput = Newer(ShowInput, before.ShowInput, other.ShowInput),
        ShowOutput = Newer(ShowOutput, before.ShowOutput, other.ShowOutput),
        ShowSideChain = Newer(ShowSideChain, before.ShowSideChain, other.ShowSideChain),
        PeakHold = Newer(PeakHold, before.PeakHold, other.PeakHold),
        SpectrumTilt = Newer(SpectrumTilt, before.SpectrumTilt, other.SpectrumTilt),
        SpectrumSpeed = Newer(SpectrumSpeed, before.SpectrumSpeed, other.SpectrumSpeed),
        ShowPiano = Newer(ShowPiano, before.ShowPiano, other.ShowPiano),
        CurveRangeDb = Newer(CurveRangeDb, before.CurveRangeDb, other.CurveRangeDb),
        ShowTooltips = Newer(ShowTooltips, before.ShowTooltips, other.ShowTooltips),
        Favourites = [.. other.Favourites.Except(before.Favourites.Except(Favourites)).Union(Favourites.Except(before.Favourites))],
    };

    private static T Newer<T>(T here, T before, T other) => EqualityComparer<T>.Default.Equals(here, before) ? other : here;

    private static double? Held(double? value, double least, double most) =>
        value is { } number && double.IsFinite(number) ? Math.Clamp(number, least, most) : null;
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true, UseStringEnumConverter = true, WriteIndented = true)]
[JsonSerializable(typeof(EditorSettingsData))]
internal sealed partial class SettingsJson : JsonSerializerContext;
