using SemanticEq.Ui.Accessibility;
using SemanticEq.Ui.Widgets;

namespace SemanticEq.Ui.Platform.AtSpi;

/// <summary>org.a11y.atspi.EditableText: another text for a field. The clipboard is the keyboard's: Control with X, C and V.</summary>
internal sealed class EditableTextInterface() : AtSpiInterface(AtSpiNames.EditableText)
{
    /// <inheritdoc/>
    public override bool IsOf(in AtSpiTarget target) => !target.IsApplication && target.Node.Role == WidgetRole.TextField;

    /// <inheritdoc/>
    public override bool Call(string method, in AtSpiTarget target, ref BusReader given, BusWriter answer)
    {
        string text = target.Node.Value;
        int from, to;
        switch (method)
        {
            case "SetTextContents" when given.TryString(out string whole):
                Replace(target, answer, whole);
                return true;
            case "InsertText" when given.TryInt32(out from) && given.TryString(out string piece) && given.TryInt32(out int length):
                Replace(target, answer, text.Insert(TextOffsets.Units(text, from), TextOffsets.Slice(piece, 0, length)));
                return true;
            case "DeleteText" when given.TryInt32(out from) && given.TryInt32(out to):
                Replace(target, answer, TextOffsets.Slice(text, 0, from) + (to < 0 ? "" : text[TextOffsets.Units(text, to)..]));
                return true;
            case "CutText" or "PasteText":
                answer.Boolean(false);
                return true;
            default:
                return false;
        }
    }

    private static void Replace(in AtSpiTarget target, BusWriter answer, string text)
    {
        target.Ask(AccessibleRequestKind.SetText, text: text);
        answer.Boolean(true);
    }
}
