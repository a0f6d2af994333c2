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

    private static double? Held(double? value, double least, double most) =>
        value is { } number && double.IsFinite(number) ? Math.Clamp(number, least, most) : null;
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true, UseStringEnumConverter = true, WriteIndented = true)]
[JsonSerializable(typeof(EditorSettingsData))]
internal sealed partial class SettingsJson : JsonSerializerContext;
