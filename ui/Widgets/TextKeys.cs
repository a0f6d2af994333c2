using System.Text;
using SemanticEq.Ui.Window;

namespace SemanticEq.Ui.Widgets;

/// <summary>What keys do to a line of text, as everywhere.</summary>
internal static class TextKeys
{
    /// <summary>Applies a key that went down.</summary>
    /// <returns>Whether it means something in a line of text.</returns>
    public static bool Apply(TextBuffer buffer, in KeyEvent key, Widget field)
    {
        bool extend = key.Modifiers.Has(Modifiers.Shift), byWord = key.Modifiers.Has(Modifiers.Control);
        switch (key.Key)
        {
            case Window.Key.Left or Window.Key.Right:
                buffer.Step(forwards: key.Key == Window.Key.Right, byWord, extend);
                return true;
            case Window.Key.Home or Window.Key.End:
                buffer.MoveTo(key.Key == Window.Key.Home ? 0 : buffer.Text.Length, extend);
                return true;
            case Window.Key.Backspace or Window.Key.Delete:
                buffer.Delete(forwards: key.Key == Window.Key.Delete, byWord);
                return true;
            case Window.Key.Character when key.Modifiers is Modifiers.None or Modifiers.Shift:
                if (key.Character == default || Rune.IsControl(key.Character))
                    return false;
                buffer.Insert(key.Character.ToString());
                return true;
            case Window.Key.Character when (key.Modifiers & ~Modifiers.Shift) == Modifiers.Control:
                return ApplyCommand(buffer, Rune.ToLowerInvariant(key.Character).Value, extend, field);
            case Window.Key.Character when key.Modifiers.Has(Modifiers.Control) && key.Modifiers.Has(Modifiers.Alt):
                // AltGr comes as both, with the letter that it makes.
                if (key.Character == default || Rune.IsControl(key.Character))
                    return false;
                buffer.Insert(key.Character.ToString());
                return true;
            default:
                return false;
        }
    }

    /// <summary>Does what Control and a letter stand for.</summary>
    /// <returns>Whether the letter means something in a line of text.</returns>
    public static bool ApplyCommand(TextBuffer buffer, int letter, bool isShifted, Widget field)
    {
        switch (letter)
        {
            case 'a':
                buffer.SelectAll();
                return true;
            case 'c' or 'x':
                if (buffer.Selected.Length == 0)
                    return true;
                field.Scene?.Copy(buffer.Selected);
                if (letter == 'x')
                    buffer.Delete(forwards: true, byWord: false);
                return true;
            case 'v':
                field.Scene?.RequestPaste(field);
                return true;
            case 'z':
                _ = isShifted ? buffer.Redo() : buffer.Undo();
                return true;
            case 'y':
                _ = buffer.Redo();
                return true;
            default:
                return false;
        }
    }
}
