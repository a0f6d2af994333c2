using System.Text;
using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Widgets;

namespace SemanticEq.Ui.Editor;

/// <summary>What can be done with a band. May allocate: people open menus slowly.</summary>
internal static class BandMenu
{
    private const int TextBytes = 128;

    /// <summary>Opens it beside a node.</summary>
    public static void Open(IBandPlot plot, BandNode node)
    {
        if (node.Scene is not { } scene)
            return;
        BandEdit edit = node.Edit;
        List<MenuItem> items =
        [
            new MenuItem(edit.Name, null),
            new MenuItem("Type values…", () => plot.OpenEntry(node)),
            new MenuItem("Listen to it alone", edit.ToggleSolo, edit.IsSoloed),
            new MenuItem("On", edit.Toggle, edit.IsOn),
        ];
        if (edit is OwnBandEdit own)
        {
            bool isCut = own.Band.Type is Dsp.BandType.LowCut or Dsp.BandType.HighCut;
            items.Add(MenuItem.Separator);
            items.Add(Choice("Type", own.Type, scene, node.Body));
            items.Add(Choice("Channel", own.Channel, scene, node.Body));
            items.Add(Choice("Slope", own.Slope, scene, node.Body) with { IsEnabled = isCut });
        }

        items.Add(MenuItem.Separator);
        items.Add(new MenuItem(edit.IsOwn ? "Gain to 0 dB" : "Back to what the word asks for", edit.Reset));
        if (edit.IsOwn)
            items.Add(new MenuItem("Remove", edit.Remove));
        scene.OpenPopup(new Menu(edit.Name, items, scene), node.Body);
    }

    // A menu of its own, so that neither is longer than a small window.
    private static MenuItem Choice(string name, IControl control, IScene scene, Rectangle anchor) =>
        new($"{name}: {StepText(control, control.Step())}…", () =>
        {
            List<MenuItem> items = [new MenuItem(name, null)];
            for (int i = 0; i <= control.Steps; i++)
            {
                int step = i;
                items.Add(new MenuItem(
                    StepText(control, step), () => control.SetOnce((double)step / control.Steps), step == control.Step()));
            }

            scene.OpenPopup(new Menu(name, items, scene), anchor);
        });

    private static string StepText(IControl control, int step)
    {
        Span<byte> buffer = stackalloc byte[TextBytes];
        return Encoding.UTF8.GetString(control.Text((double)step / control.Steps, buffer));
    }
}
