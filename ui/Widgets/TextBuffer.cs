using System.Globalization;
using System.Text;

namespace SemanticEq.Ui.Widgets;

/// <summary>
/// A line of text being edited: caret, selection, undo. Caret and selection stand between what people see as letters (grapheme clusters),
/// counted in UTF-16 units.
/// </summary>
public sealed class TextBuffer(int maxLength = TextBuffer.DefaultMaxLength)
{
    /// <summary>UTF-16 units that a line may have if nothing else is said.</summary>
    public const int DefaultMaxLength = 200;

    private const int UndoSteps = 100;

    private readonly List<State> _undo = [];
    private readonly List<State> _redo = [];
    private bool _isTyping;

    /// <summary>The text.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Where the next letter goes.</summary>
    public int Caret { get; private set; }

    /// <summary>The other end of the selection; the caret where nothing is selected.</summary>
    public int Anchor { get; private set; }

    /// <summary>The left end of the selection.</summary>
    public int Start => Math.Min(Caret, Anchor);

    /// <summary>The right end of the selection.</summary>
    public int End => Math.Max(Caret, Anchor);

    /// <summary>What is selected.</summary>
    public string Selected => Text[Start..End];

    /// <summary>Another text, the caret at its end, and nothing to undo.</summary>
    public void Reset(string text)
    {
        Text = Clean(text, maxLength);
        Caret = Anchor = Text.Length;
        _undo.Clear();
        _redo.Clear();
        _isTyping = false;
    }

    /// <summary>Puts text in place of the selection; as much of it as fits.</summary>
    public void Insert(string text)
    {
        string clean = Clean(text, maxLength - Text.Length + (End - Start));
        if (clean.Length == 0)
            return;
        // Letters typed one after the other are undone a word at a time.
        bool isTyping = clean.Length == 1 && clean != " ";
        Remember(isTyping && _isTyping && Start == End);
        _isTyping = isTyping;
        Replace(Start, End, clean);
    }

    /// <summary>Deletes the selection, or else what lies between the caret and the next letter or word.</summary>
    public void Delete(bool forwards, bool byWord)
    {
        int to = Start != End ? Anchor : Next(Caret, forwards, byWord);
        if (to == Caret)
            return;
        Remember(joins: false);
        _isTyping = false;
        Replace(Math.Min(Caret, to), Math.Max(Caret, to), "");
    }

    /// <summary>Moves the caret by a letter or word; a selection that isn't extended is left at its end.</summary>
    public void Step(bool forwards, bool byWord, bool extend)
    {
        bool leaves = Start != End && !extend && !byWord;
        MoveTo(leaves ? (forwards ? End : Start) : Next(Caret, forwards, byWord), extend);
    }

    /// <summary>Puts the caret somewhere, and with it the selection's other end unless it is extended.</summary>
    public void MoveTo(int position, bool extend)
    {
        Caret = Math.Clamp(position, 0, Text.Length);
        Anchor = extend ? Anchor : Caret;
        _isTyping = false;
    }

    /// <summary>Selects all.</summary>
    public void SelectAll() => (Anchor, Caret, _isTyping) = (0, Text.Length, false);

    /// <summary>Selects the word at a position, or the gap between two.</summary>
    public void SelectWord(int position)
    {
        if (Text.Length == 0)
            return;
        int start = LetterBefore(Math.Clamp(position, 0, Text.Length - 1) + 1), end = NextLetter(start);
        bool isWord = IsWord(start);
        while (start > 0 && IsWord(LetterBefore(start)) == isWord)
            start = LetterBefore(start);
        while (end < Text.Length && IsWord(end) == isWord)
            end = NextLetter(end);
        (Anchor, Caret, _isTyping) = (start, end, false);
    }

    /// <summary>Takes the last change back.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Undo() => Exchange(_undo, _redo);

    /// <summary>Brings back what was taken back.</summary>
    /// <returns>Whether there was something.</returns>
    public bool Redo() => Exchange(_redo, _undo);

    private static string Clean(string text, int room)
    {
        var clean = new StringBuilder();
        foreach (Rune rune in text.EnumerateRunes())
        {
            Rune shown = Rune.IsControl(rune) ? new Rune(' ') : rune;
            if (clean.Length + shown.Utf16SequenceLength > room)
                break;
            _ = clean.Append(shown);
        }

        return clean.ToString();
    }

    private int Next(int from, bool forwards, bool byWord)
    {
        if (!byWord)
            return forwards ? NextLetter(from) : LetterBefore(from);
        int at = from;
        if (forwards)
        {
            while (at < Text.Length && IsWord(at))
                at = NextLetter(at);
            while (at < Text.Length && !IsWord(at))
                at = NextLetter(at);
        }
        else
        {
            while (at > 0 && !IsWord(LetterBefore(at)))
                at = LetterBefore(at);
            while (at > 0 && IsWord(LetterBefore(at)))
                at = LetterBefore(at);
        }

        return at;
    }

    private int NextLetter(int from) =>
        from < Text.Length ? from + StringInfo.GetNextTextElementLength(Text.AsSpan(from)) : from;

    private int LetterBefore(int from)
    {
        int before = 0;
        for (int at = 0; at < from; at = NextLetter(at))
            before = at;
        return before;
    }

    // Of a letter by its first unit; what lies beyond the basic plane is a word too.
    private bool IsWord(int letter) => char.IsLetterOrDigit(Text[letter]) || char.IsSurrogate(Text[letter]) || Text[letter] == '\'';

    private void Replace(int start, int end, string with)
    {
        Text = string.Concat(Text.AsSpan(0, start), with, Text.AsSpan(end));
        // What now stand side by side may have become one letter.
        int caret = start + with.Length, at = 0;
        while (at < caret)
            at = NextLetter(at);
        Caret = Anchor = at;
    }

    private void Remember(bool joins)
    {
        _redo.Clear();
        if (joins)
            return;
        if (_undo.Count == UndoSteps)
            _undo.RemoveAt(0);
        _undo.Add(new State(Text, Caret, Anchor));
    }

    private bool Exchange(List<State> from, List<State> to)
    {
        if (from.Count == 0)
            return false;
        to.Add(new State(Text, Caret, Anchor));
        (Text, Caret, Anchor) = from[^1];
        from.RemoveAt(from.Count - 1);
        _isTyping = false;
        return true;
    }

    private readonly record struct State(string Text, int Caret, int Anchor);
}
