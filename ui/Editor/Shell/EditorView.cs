using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Widgets;
using SemanticEq.Ui.Window;

namespace SemanticEq.Ui.Editor;

/// <summary>
/// Everything in the window: say it (prompt), see it (curve, words), shape it (macros, output), trust it (ear). The keyboard goes through
/// it in that order, and through the header last.
/// </summary>
public sealed class EditorView : Widget, IFileDropTarget
{
    private const double WordsAbove = 9, WordsHeight = 26;

    // Among the children, and so in the keyboard's order: after the prompt.
    private const int WordsPlace = 1;

    private readonly IEditorModel _model;
    private readonly PromptBar _prompt;
    private readonly WordMapPanel _words;
    private readonly CurvePanel _curve;
    private readonly Button _showWords;
    private readonly MacroPanel _macros;
    private readonly OutputPanel _output;
    private readonly EarStrip _ear;
    private readonly HeaderBar _header;
    private readonly MessageBar _messages;
    private readonly ResizeGrip _grip;
    private readonly DropVeil _veil = new();
    private WordDrawer? _drawer;
    private EditorLayout? _layout;

    /// <summary>A window's content.</summary>
    /// <param name="model">What it shows.</param>
    public EditorView(IEditorModel model)
    {
        _model = model;
        _prompt = Add(new PromptBar(model));
        _words = Add(new WordMapPanel(model));
        _curve = Add(new CurvePanel(model));
        _showWords = Add(new Button("Show the words", OpenDrawer) { Text = "Words", Icon = Icon.Search, IconSize = 13, Look = ButtonLook.Raised });
        _macros = Add(new MacroPanel(model));
        _output = Add(new OutputPanel(model));
        _ear = Add(new EarStrip(model));
        _messages = Add(new MessageBar(model, ArrangeMessages));
        _header = Add(new HeaderBar(model, _messages.Say));
        _grip = Add(new ResizeGrip(() => new Size(Bounds.Width, Bounds.Height)) { Usual = EditorLayout.Usual });
    }

    /// <inheritdoc/>
    public override bool Key(in KeyEvent key)
    {
        if (!key.IsDown)
            return false;
        bool hasControl = key.Modifiers.Has(Modifiers.Control), isShifted = key.Modifiers.Has(Modifiers.Shift);
        switch (char.ToLowerInvariant((char)key.Character.Value))
        {
            case 'z' when hasControl && !isShifted:
                _model.History.Undo();
                return true;
            case 'z' or 'y' when hasControl:
                _model.History.Redo();
                return true;
            case '/' when !hasControl:
                _prompt.StartTyping();
                return true;
            default:
                return false;
        }
    }

    /// <inheritdoc/>
    public override void Tick(double seconds)
    {
        _messages.Follow();
        base.Tick(seconds);
    }

    /// <inheritdoc/>
    public void FilesOver(bool areOver)
    {
        if (areOver && _veil.Scene is null)
            Scene?.OpenPopup(_veil, Bounds);
        else if (!areOver)
            Scene?.ClosePopup(_veil);
    }

    /// <inheritdoc/>
    public void FilesDropped(IReadOnlyList<string> paths)
    {
        if (_model.Open(paths) is { } problem)
            _messages.Say(problem);
    }

    /// <inheritdoc/>
    public override void HoverChanged(bool isHovered)
    {
    }

    /// <inheritdoc/>
    protected override void ArrangeChildren()
    {
        var layout = EditorLayout.For(new Size(Bounds.Width, Bounds.Height));
        _ear.IsOneLine = layout.IsEarOneLine;
        _header.Arrange(layout.Header);
        _prompt.Arrange(layout.Prompt);
        _curve.Arrange(layout.Curve);
        ArrangeWords(layout);
        _macros.Arrange(layout.Macros);
        _output.Arrange(layout.Output);
        _ear.Arrange(layout.Ear);
        _grip.Arrange(layout.Grip);
        ArrangeMessages();
    }

    private void ArrangeWords(EditorLayout layout)
    {
        // Another size of window is another place for the drawer, or none.
        if (_drawer is { } open)
            Scene?.ClosePopup(open);
        _layout = layout;
        _words.IsVisible = !layout.IsMapDrawer;
        _words.Arrange(layout.Map);
        _showWords.IsVisible = layout.IsMapDrawer;
        double width = Scene is { } scene ? Math.Ceiling(_showWords.WantedWidth(scene)) : 0;
        _showWords.Arrange(new Rectangle(layout.Curve.Left + Space.InsidePanel, layout.Curve.Top + WordsAbove, width, WordsHeight));
    }

    private void OpenDrawer()
    {
        if (_drawer is not null || Scene is not { } scene || _layout is not { } layout)
            return;
        Remove(_words);
        _words.IsVisible = true;
        _drawer = new WordDrawer(_words, new Size(layout.Map.Width, layout.Map.Height), TakeWordsBack);
        scene.OpenPopup(_drawer, layout.Map with { Y = layout.Map.Y - PopupGround.Gap, Height = 0 });
    }

    private void TakeWordsBack()
    {
        _drawer = null;
        _words.IsVisible = _words.IsDrawer = false;
        Insert(_words, WordsPlace);
    }

    private void ArrangeMessages()
    {
        Rectangle curve = _curve.Bounds;
        double width = Math.Max(0, curve.Width - (2 * Space.InsidePanel));
        _messages.Arrange(new Rectangle(curve.Left + Space.InsidePanel, curve.Top + 8, width, _messages.WantedHeight(width)));
    }
}
