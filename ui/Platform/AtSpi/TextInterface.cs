using System.Text;
using SemanticEq.Ui.Accessibility;
using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Widgets;

namespace SemanticEq.Ui.Platform.AtSpi;

/// <summary>
/// org.a11y.atspi.Text: what stands in a field, and where its caret is. Attributes and places of single letters are not told: a field has one
/// style and one line.
/// </summary>
internal sealed class TextInterface() : AtSpiInterface(AtSpiNames.Text, "CharacterCount", "CaretOffset")
{
    // AtspiTextGranularity and AtspiTextBoundaryType, where they are about letters and words.
    private const uint Letter = 0, Word = 1, WordStart = 1, WordEnd = 2;

    /// <inheritdoc/>
    public override bool IsOf(in AtSpiTarget target) => !target.IsApplication && target.Node.Role == WidgetRole.TextField;

    /// <inheritdoc/>
    public override bool Call(string method, in AtSpiTarget target, ref BusReader given, BusWriter answer)
    {
        string text = target.Node.Value;
        int first, second;
        uint kind;
        switch (method)
        {
            case "GetText" when given.TryInt32(out first) && given.TryInt32(out second):
                answer.String(TextOffsets.Slice(text, first, second));
                return true;
            case "GetCharacterAtOffset" when given.TryInt32(out first):
                answer.Int32(Rune.TryGetRuneAt(text + '\0', TextOffsets.Units(text, first), out Rune rune) ? rune.Value : 0);
                return true;
            case "GetStringAtOffset" when given.TryInt32(out first) && given.TryUInt32(out kind):
                WritePiece(answer, text, Piece(text, TextOffsets.Units(text, first), kind == Letter, kind == Word));
                return true;
            case "GetTextAtOffset" when given.TryInt32(out first) && given.TryUInt32(out kind):
                WritePiece(answer, text, Piece(text, TextOffsets.Units(text, first), kind == Letter, kind is WordStart or WordEnd));
                return true;
            case "GetTextBeforeOffset" when given.TryInt32(out first) && given.TryUInt32(out kind):
                WritePiece(answer, text, Neighbour(text, TextOffsets.Units(text, first), kind == Letter, kind is WordStart or WordEnd, -1));
                return true;
            case "GetTextAfterOffset" when given.TryInt32(out first) && given.TryUInt32(out kind):
                WritePiece(answer, text, Neighbour(text, TextOffsets.Units(text, first), kind == Letter, kind is WordStart or WordEnd, 1));
                return true;
            case "SetCaretOffset" when given.TryInt32(out first):
                target.Ask(AccessibleRequestKind.MoveCaret, TextOffsets.Units(text, first));
                answer.Boolean(true);
                return true;
            case "GetNSelections":
                answer.Int32(0);
                return true;
            case "GetSelection" when given.TryInt32(out _):
                int caret = Caret(target.Node);
                answer.Int32(caret).Int32(caret);
                return true;
            case "AddSelection" or "RemoveSelection" or "SetSelection" or "ScrollSubstringTo" or "ScrollSubstringToPoint":
                answer.Boolean(false);
                return true;
            case "GetDefaultAttributes" or "GetDefaultAttributeSet":
                answer.OpenArray("{ss}"u8).Close();
                return true;
            case "GetAttributes" or "GetAttributeRun" when given.TryInt32(out _):
                answer.OpenArray("{ss}"u8).Close().Int32(0).Int32(TextOffsets.Characters(text, text.Length));
                return true;
            case "GetCharacterExtents" or "GetRangeExtents":
                Rectangle bounds = target.Node.Bounds;
                double scale = target.Tree!.Scale;
                answer.Int32((int)((bounds.Left * scale) + target.Tree.Origin.X)).Int32((int)((bounds.Top * scale) + target.Tree.Origin.Y))
                    .Int32((int)(bounds.Width * scale)).Int32((int)(bounds.Height * scale));
                return true;
            default:
                return false;
        }
    }

    /// <inheritdoc/>
    public override bool Get(string property, in AtSpiTarget target, BusWriter answer)
    {
        string text = target.Node.Value;
        int? number = property switch
        {
            "CharacterCount" => TextOffsets.Characters(text, text.Length),
            "CaretOffset" => Caret(target.Node),
            _ => null,
        };
        if (number is not { } value)
            return false;
        answer.OpenVariant("i"u8).Int32(value).Close();
        return true;
    }

    /// <summary>The caret's place in characters.</summary>
    internal static int Caret(AccessibleNode node) => TextOffsets.Characters(node.Value, Math.Max(0, node.Caret));

    private static (int Start, int End) Piece(string text, int at, bool isLetter, bool isWord) =>
        isLetter ? TextOffsets.Letter(text, at) : isWord ? TextOffsets.Word(text, at) : (0, text.Length);

    private static (int Start, int End) Neighbour(string text, int at, bool isLetter, bool isWord, int by)
    {
        (int start, int end) = Piece(text, at, isLetter, isWord);
        if (by < 0)
            return start == 0 ? (0, 0) : Piece(text, start - 1, isLetter, isWord);
        return end == text.Length ? (end, end) : Piece(text, end, isLetter, isWord);
    }

    private static void WritePiece(BusWriter answer, string text, (int Start, int End) piece) => answer
        .String(text[piece.Start..piece.End])
        .Int32(TextOffsets.Characters(text, piece.Start)).Int32(TextOffsets.Characters(text, piece.End));
}
