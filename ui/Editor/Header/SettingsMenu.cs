using SemanticEq.Ui.Widgets;

namespace SemanticEq.Ui.Editor;

/// <summary>How a user likes the window, as a menu's lines.</summary>
internal static class SettingsMenu
{
    private static readonly int[] Scales = [100, 125, 150, 175, 200, 250, 300];

    /// <summary>The lines as the settings stand.</summary>
    /// <param name="settings">What is set.</param>
    /// <param name="scene">Asked for another size.</param>
    /// <param name="about">Shows what this is.</param>
    public static IReadOnlyList<MenuItem> Lines(IEditorSettings settings, IScene scene, Action about) =>
    [
        new("Colours", null),
        new("Dark", () => settings.Theme = ThemeChoice.Dark, settings.Theme == ThemeChoice.Dark),
        new("Light", () => settings.Theme = ThemeChoice.Light, settings.Theme == ThemeChoice.Light),
        MenuItem.Separator,
        new("Size", null),
        new("As the host says", () => settings.Scale = null, settings.Scale is null),
        .. Scales.Select(percent => Scale(settings, percent)),
        new("Default window size", () => _ = scene.RequestSize(EditorLayout.Usual)),
        MenuItem.Separator,
        new("Piano under the curve", () => settings.ShowPiano = !settings.ShowPiano, settings.ShowPiano),
        new("Tooltips", () => settings.ShowTooltips = !settings.ShowTooltips, settings.ShowTooltips),
        new("Reduced motion", () => settings.ReducedMotion = !settings.ReducedMotion, settings.ReducedMotion),
        MenuItem.Separator,
        new("About Semantic EQ", about),
    ];

    private static MenuItem Scale(IEditorSettings settings, int percent)
    {
        double scale = percent / 100.0;
        return new MenuItem($"{percent}\u2009%", () => settings.Scale = scale, settings.Scale == scale);
    }
}
