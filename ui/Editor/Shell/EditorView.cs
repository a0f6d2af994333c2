using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Widgets;
using SemanticEq.Ui.Window;

namespace SemanticEq.Ui.Editor;

/// <summary>
/// Everything in the window: say it (prompt), see it (curve, words), shape it (macros, output), trust it (ear). The keyboard goes through
/// it in that order, and through the header last.
/// </summary>
public sealed class EditorView : Widget
{
    private readonly IEditorModel _model;
    private readonly CurvePanel _curve;
    private readonly MacroPanel _macros;
    private readonly OutputPanel _output;
    private readonly EarStrip _ear;
    private readonly HeaderBar _header;
    private readonly MessageBar _messages;
    private readonly ResizeGrip _grip;

    /// <summary>A window's content.</summary>
    /// <param name="model">What it shows.</param>
    public EditorView(IEditorModel model)
    {
        _model = model;
        _curve = Add(new CurvePanel(model));
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
        if (!key.IsDown || (key.Modifiers & ~Modifiers.Shift) != Modifiers.Control)
            return false;
        bool isShifted = key.Modifiers.HasFlag(Modifiers.Shift);
        switch (char.ToLowerInvariant((char)key.Character.Value))
        {
            case 'z' when !isShifted:
                _model.History.Undo();
                return true;
            case 'z' or 'y':
                _model.History.Redo();
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
    public override void HoverChanged(bool isHovered)
    {
    }

    /// <inheritdoc/>
    protected override void ArrangeChildren()
    {
        var layout = EditorLayout.For(new Size(Bounds.Width, Bounds.Height));
        _ear.IsOneLine = layout.IsEarOneLine;
        _header.Arrange(layout.Header);
        _curve.Arrange(layout.Curve);
        _macros.Arrange(layout.Macros);
        _output.Arrange(layout.Output);
        _ear.Arrange(layout.Ear);
        _grip.Arrange(layout.Grip);
        ArrangeMessages();
    }

    private void ArrangeMessages()
    {
        Rectangle curve = _curve.Bounds;
        double width = Math.Max(0, curve.Width - (2 * Space.InsidePanel));
        _messages.Arrange(new Rectangle(curve.Left + Space.InsidePanel, curve.Top + 8, width, _messages.WantedHeight(width)));
    }
}
