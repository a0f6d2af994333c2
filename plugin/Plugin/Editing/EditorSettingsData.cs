using System.Text.Json.Serialization;
using SemanticEq.Ui.Editor;

namespace SemanticEq.Plugin;

/// <summary>editor.json, as it stands in the file. What is missing has its default, what is out of range is brought into it.</summary>
internal sealed record EditorSettingsData
{
    private const double LeastUnits = 100;
    private const double MostUnits = 10_000;

    /// <inheritdoc cref="IEditorSettings.Theme"/>
    public ThemeChoice Theme { get; init; }

    /// <inheritdoc cref="IEditorSettings.ReducedMotion"/>
    public bool ReducedMotion { get; init; }

    /// <inheritdoc cref="IEditorSettings.Size"/>
    public double? Width { get; init; }

    /// <inheritdoc cref="IEditorSettings.Size"/>
    public double? Height { get; init; }

    /// <inheritdoc cref="IEditorSettings.Scale"/>
    public double? Scale { get; init; }

    /// <inheritdoc cref="IEditorSettings.ShowInput"/>
    public bool ShowInput { get; init; } = true;

    /// <inheritdoc cref="IEditorSettings.ShowOutput"/>
    public bool ShowOutput { get; init; } = true;

    /// <inheritdoc cref="IEditorSettings.PeakHold"/>
    public bool PeakHold { get; init; }

    /// <inheritdoc cref="IEditorSettings.SpectrumTilt"/>
    public double SpectrumTilt { get; init; } = 4.5;

    /// <inheritdoc cref="IEditorSettings.SpectrumSpeed"/>
    public SpectrumSpeed SpectrumSpeed { get; init; } = SpectrumSpeed.Medium;

    /// <inheritdoc cref="IEditorSettings.ShowPiano"/>
    public bool ShowPiano { get; init; }

    /// <inheritdoc cref="IEditorSettings.CurveRangeDb"/>
    public double CurveRangeDb { get; init; } = 12;

    /// <inheritdoc cref="IEditorSettings.ShowTooltips"/>
    public bool ShowTooltips { get; init; } = true;

    /// <summary>Keys of presets.</summary>
    public string[] Favourites { get; init; } = [];

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
