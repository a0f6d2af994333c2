using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Widgets;

namespace SemanticEq.Ui.Editor;

/// <summary>What the plot shows, and how. May allocate: people open menus slowly.</summary>
internal static class PlotMenu
{
    private static readonly (double Value, string Text)[] Tilts =
        [(0, "none"), (3, "3 dB/oct, pink noise is level"), (4.5, "4.5 dB/oct, music is level")];

    private static readonly (SpectrumSpeed Value, string Text)[] Speeds =
        [(SpectrumSpeed.Slow, "slow"), (SpectrumSpeed.Medium, "medium"), (SpectrumSpeed.Fast, "fast")];

    private static readonly (double Value, string Text)[] Ranges = [(0, "fits the curve"), (6, "±6 dB"), (12, "±12 dB"), (24, "±24 dB")];

    /// <summary>Opens it.</summary>
    public static void Open(Widget owner, IEditorModel model, Rectangle anchor)
    {
        if (owner.Scene is not { } scene)
            return;
        IEditorSettings settings = model.Settings;
        ISignals signals = model.Signals;
        List<MenuItem> items =
        [
            new MenuItem("Input spectrum", () => settings.ShowInput = !settings.ShowInput, settings.ShowInput),
            new MenuItem("Output spectrum", () => settings.ShowOutput = !settings.ShowOutput, settings.ShowOutput),
            .. SideChain(model),
            new MenuItem("Hold peaks", () => settings.PeakHold = !settings.PeakHold, settings.PeakHold),
            new MenuItem("Freeze", () => signals.IsFrozen = !signals.IsFrozen, signals.IsFrozen),
            MenuItem.Separator,
            Choice("Tilt", Tilts, settings.SpectrumTilt, value => settings.SpectrumTilt = value, scene, anchor),
            Choice("Speed", Speeds, settings.SpectrumSpeed, value => settings.SpectrumSpeed = value, scene, anchor),
            Choice("Range", Ranges, settings.CurveRangeDb, value => settings.CurveRangeDb = value, scene, anchor),
            MenuItem.Separator,
            new MenuItem("Piano keys", () => settings.ShowPiano = !settings.ShowPiano, settings.ShowPiano),
        ];
        scene.OpenPopup(new Menu("What the plot shows", items, scene), anchor);
    }

    private static MenuItem[] SideChain(IEditorModel model) => model.Signals.SideChainDb.IsEmpty
        ? []
        : [new MenuItem("Side-chain spectrum", () => model.Settings.ShowSideChain = !model.Settings.ShowSideChain, model.Settings.ShowSideChain)];

    private static MenuItem Choice<T>(
        string name, (T Value, string Text)[] choices, T chosen, Action<T> choose, IScene scene, Rectangle anchor)
        where T : struct
    {
        string now = Array.Find(choices, choice => choice.Value.Equals(chosen)).Text ?? $"{chosen}";
        return new MenuItem($"{name}: {now}…", () => scene.OpenPopup(
            new Menu(
                name,
                [
                    new MenuItem(name, null),
                    .. choices.Select(choice => new MenuItem(choice.Text, () => choose(choice.Value), choice.Value.Equals(chosen))),
                ],
                scene),
            anchor));
    }
}
