using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Widgets;
using SemanticEq.Ui.Window;

namespace SemanticEq.Ui.Editor;

/// <summary>What is typed into the line until it is heard. May allocate: people type slowly.</summary>
public sealed partial class PromptBar
{
    private const double ReadAfterSeconds = 0.12;
    private const double RestSeconds = 0.25;
    private const int Suggestions = 6;

    private Popup? _popup;
    private double _readAt = double.PositiveInfinity;

    // A press elsewhere may have closed it.
    private Popup? OpenPopup => _popup is { Scene: not null } popup ? popup : null;

    private bool IsDraft => _field.Text != _model.Prompt.Text;

    /// <inheritdoc/>
    public override bool Key(in KeyEvent key)
    {
        if (!key.IsDown || !_field.IsFocused)
            return false;
        var list = OpenPopup as SuggestionList;
        switch (key.Key)
        {
            case Window.Key.Tab when list is not null && key.Modifiers == Modifiers.None:
                Complete(list.Picked ?? list.Best);
                return true;
            case Window.Key.Down or Window.Key.Up when list is not null:
                list.Step(key.Key == Window.Key.Down ? 1 : -1);
                return true;
            case Window.Key.Return when list?.Picked is { } picked:
                Complete(picked);
                return true;
            case Window.Key.Return:
                Submit();
                return true;
            case Window.Key.Escape when OpenPopup is not null:
                ClosePopup();
                return true;
            case Window.Key.Escape:
                TakeOver();
                Scene?.Focus(null);
                return true;
            default:
                return false;
        }
    }

    private void Typed(string text)
    {
        _readAt = text.Length == 0 ? _seconds : _seconds + ReadAfterSeconds;
        ShowButtons();
        ClosePopup();
        if (Scene is not { } scene || text.Length == 0)
            return;
        int start = LastWord(text);
        string word = text[start..];
        IReadOnlyList<string> words = word.Length > 1 ? _model.Prompt.Suggest(text, Suggestions) : [];
        if (words.Count == 0 || words.Any(known => known.Equals(word, StringComparison.OrdinalIgnoreCase)))
            return;
        double before = scene.MeasureWidth(text[..start], new TextStyle(TypeSize.Prompt, default));
        Open(scene, new SuggestionList(words, Complete), Math.Min(before, _field.Bounds.Width - 40));
    }

    private void Complete(string word)
    {
        string text = _field.Text;
        ClosePopup();
        _field.Text = text[..LastWord(text)] + word;
        _readAt = _seconds;
        ShowButtons();
        Scene?.Focus(_field);
    }

    private void Submit()
    {
        ClosePopup();
        Answer(_model.Prompt.Submit(_field.Text));
    }

    private void Match()
    {
        ClosePopup();
        Answer(_model.Prompt.Match());
    }

    private void Answer(string? refused)
    {
        if (refused is null)
        {
            TakeOver();
            // Its next key is the host's again: a space starts it playing.
            Scene?.Focus(null);
        }
        else if (Scene is { } scene)
        {
            _readAt = _seconds;
            Open(scene, new PromptNotice(refused, scene), 0);
        }
    }

    private void Clear()
    {
        _field.Text = "";
        Submit();
    }

    // What stands, in place of what was typed.
    // A change is shown at once. While automation changes words all the time, the line stands until they rest: its texts would be garbage.
    private void Follow()
    {
        bool hasRested = _seconds >= _changedAt + RestSeconds;
        if (_seen != _model.Prompt.Serial)
            (_seen, _changedAt) = (_model.Prompt.Serial, _seconds);
        if (hasRested && _serial != _seen)
            TakeOver();
    }

    private void TakeOver()
    {
        _serial = _model.Prompt.Serial;
        _readAt = double.PositiveInfinity;
        ClosePopup();
        _field.Text = _model.Prompt.Text;
        Show(_model.Prompt.Parts);
    }

    private void Show(IReadOnlyList<PromptPart> parts)
    {
        _chips.Show(parts);
        ShowButtons();
    }

    private void ShowButtons()
    {
        _hear.IsVisible = IsDraft;
        _clear.IsVisible = !IsDraft && _field.Text.Length > 0;
        ArrangeChildren();
        Invalidate();
    }

    private void KeyboardChanged(bool hasKeyboard)
    {
        if (!hasKeyboard)
            ClosePopup();
        Invalidate();
    }

    private void Open(IScene scene, Popup popup, double indent)
    {
        _popup = popup;
        scene.OpenPopup(popup, _field.Bounds with { X = _field.Bounds.X + indent, Y = Bounds.Y, Height = Bounds.Height });
    }

    private void ClosePopup()
    {
        Popup? popup = _popup;
        _popup = null;
        if (popup is not null)
            Scene?.ClosePopup(popup);
    }

    private static int LastWord(string text) => text.LastIndexOfAny([' ', ',', '.', ';']) + 1;
}
