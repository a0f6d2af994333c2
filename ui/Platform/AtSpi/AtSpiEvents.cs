using SemanticEq.Ui.Accessibility;
using SemanticEq.Ui.Widgets;

namespace SemanticEq.Ui.Platform.AtSpi;

/// <summary>Tells assistive technology what has changed, by signals. The bus thread.</summary>
internal sealed class AtSpiEvents(BusConnection bus, BusWriter writer, AtSpiApplication application) : IAccessibleListener
{
    /// <summary>The tree that is told of.</summary>
    public AccessibleTree? Tree { get; set; }

    /// <summary>A window has come or gone.</summary>
    public void WindowChanged(int index, AccessibleNode window, bool hasCome)
    {
        Send(AtSpiNames.Root, "ChildrenChanged", hasCome ? "add" : "remove", index, 0, Reference(window.Id));
        SendOfWindow(window, hasCome ? "Create" : "Destroy");
    }

    /// <inheritdoc/>
    public void Added(AccessibleNode parent, int index, AccessibleNode child) =>
        Send(parent, "ChildrenChanged", "add", index, 0, Reference(child.Id));

    /// <inheritdoc/>
    public void Removed(AccessibleNode parent, int index, AccessibleNode child) =>
        Send(parent, "ChildrenChanged", "remove", index, 0, Reference(child.Id));

    /// <inheritdoc/>
    public void Changed(in AccessiblePlace before, in AccessiblePlace now)
    {
        AccessibleNode was = before.Node, node = now.Node;
        if (AccessibleInterface.NameOf(was) != AccessibleInterface.NameOf(node))
            Send(node, "PropertyChange", "accessible-name", 0, 0, Text(AccessibleInterface.NameOf(node)));
        if (was.Range is { } old && node.Range is { } range && old.Current != range.Current)
            Send(node, "PropertyChange", "accessible-value", 0, 0, writer => writer.OpenVariant("d"u8).Double(range.Current).Close());
        if (node.Role == WidgetRole.TextField)
            TellText(was, node);
        else if (node.Id == Tree!.Focus && AccessibleInterface.Description(was) != AccessibleInterface.Description(node))
            Send(node, "PropertyChange", "accessible-description", 0, 0, Text(AccessibleInterface.Description(node)));
        TellStates(before, now);
    }

    /// <inheritdoc/>
    public void Activated(AccessibleNode window, bool isActive)
    {
        TellState(window, "active", isActive);
        SendOfWindow(window, isActive ? "Activate" : "Deactivate");
    }

    /// <inheritdoc/>
    public void FocusMoved(long before, long now)
    {
        if (before != 0 && Tree!.Places.TryGetValue(before, out AccessiblePlace left))
            TellState(left.Node, "focused", false);
        if (now == 0 || !Tree!.Places.TryGetValue(now, out AccessiblePlace place))
            return;
        TellState(place.Node, "focused", true);
        if (place is { Node.Role: WidgetRole.Item, Parent: { } parent })
            Send(parent, "ActiveDescendantChanged", "", place.Index, 0, Reference(now));
    }

    private void TellStates(in AccessiblePlace before, in AccessiblePlace now)
    {
        AtSpiStates was = AtSpiStateSet.Of(Tree!, before), states = AtSpiStateSet.Of(Tree!, now), other = was ^ states;
        foreach ((AtSpiStates state, string name) in ToldStates)
        {
            if ((other & state) != 0)
                TellState(now.Node, name, (states & state) != 0);
        }

        if ((other & AtSpiStates.Selected) != 0 && now.Parent is { } parent)
            Send(parent, "SelectionChanged", "", 0, 0, Number(0));
    }

    private static readonly (AtSpiStates State, string Name)[] ToldStates =
    [
        (AtSpiStates.Enabled, "enabled"), (AtSpiStates.Sensitive, "sensitive"), (AtSpiStates.Checked, "checked"),
        (AtSpiStates.Pressed, "pressed"), (AtSpiStates.Selected, "selected"),
    ];

    // What was typed or deleted: the texts are alike before and after it.
    private void TellText(AccessibleNode was, AccessibleNode now)
    {
        string old = was.Value, text = now.Value;
        if (old != text)
        {
            int start = 0, end = 0, shorter = Math.Min(old.Length, text.Length);
            while (start < shorter && old[start] == text[start])
                start++;
            while (end < shorter - start && old[^(end + 1)] == text[^(end + 1)])
                end++;
            TellPiece(now, "delete", old, start, old.Length - end);
            TellPiece(now, "insert", text, start, text.Length - end);
        }

        if (old != text || was.Caret != now.Caret)
            Send(now, "TextCaretMoved", "", TextInterface.Caret(now), 0, Number(0));
    }

    private void TellPiece(AccessibleNode node, string what, string text, int start, int end)
    {
        if (end <= start)
            return;
        string piece = text[start..end];
        Send(
            node, "TextChanged", what, TextOffsets.Characters(text, start), TextOffsets.Characters(piece, piece.Length), Text(piece));
    }

    private void TellState(AccessibleNode node, string state, bool isSo) => Send(node, "StateChanged", state, isSo ? 1 : 0, 0, Number(0));

    private void SendOfWindow(AccessibleNode window, string member) =>
        Send(AtSpiNames.Path(window.Id), member, "", 0, 0, Text(window.Name), AtSpiNames.WindowEvent);

    private void Send(AccessibleNode node, string member, string detail, int first, int second, Action<BusWriter> any) =>
        Send(AtSpiNames.Path(node.Id), member, detail, first, second, any);

    private void Send(
        string path, string member, string detail, int first, int second, Action<BusWriter> any, string kind = AtSpiNames.ObjectEvent)
    {
        nint signal = LibDbus.dbus_message_new_signal(path, kind, member);
        writer.To(signal).String(detail).Int32(first).Int32(second);
        any(writer);
        writer.OpenArray("{sv}"u8).Close();
        bus.Send(signal);
    }

    private Action<BusWriter> Reference(long id) =>
        to => to.OpenVariant("(so)"u8).Reference(application.BusName, AtSpiNames.Path(id)).Close();

    private static Action<BusWriter> Text(string text) => to => to.OpenVariant("s"u8).String(text).Close();

    private static Action<BusWriter> Number(int number) => to => to.OpenVariant("i"u8).Int32(number).Close();
}
