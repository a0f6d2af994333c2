using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Window;

namespace SemanticEq.Ui.Widgets;

/// <summary>What all that are clicked do alike: they act when the button comes up over them, and on Space or Return.</summary>
public abstract class PressWidget : Widget
{
    private bool _isHeld;
    private bool _isOver;

    /// <summary>What a pointer that rests on it is told; null for nothing.</summary>
    public string? Tip { get; set; }

    /// <inheritdoc/>
    public override bool CanFocus => true;

    /// <inheritdoc/>
    public override WidgetRole Role => WidgetRole.Button;

    /// <inheritdoc/>
    public override bool CanPress => CanFocus;

    /// <inheritdoc/>
    public override string? Tooltip(Point at) => Tip;

    /// <inheritdoc/>
    public override CursorShape Cursor(Point at) => CursorShape.Hand;

    /// <inheritdoc/>
    public override bool Pressed(in PointerEvent pointer)
    {
        if (pointer.Button != PointerButton.Primary)
            return false;
        _isHeld = _isOver = true;
        Invalidate();
        return true;
    }

    /// <inheritdoc/>
    public override void Moved(in PointerEvent pointer)
    {
        bool isOver = Bounds.Contains(pointer.Position);
        if (!_isHeld || isOver == _isOver)
            return;
        _isOver = isOver;
        Invalidate();
    }

    /// <inheritdoc/>
    public override void Released(in PointerEvent pointer)
    {
        bool acts = _isHeld && Bounds.Contains(pointer.Position);
        Cancelled();
        if (acts)
            Press();
    }

    /// <inheritdoc/>
    public override void Cancelled()
    {
        _isHeld = false;
        Invalidate();
    }

    /// <inheritdoc/>
    public override bool Key(in KeyEvent key)
    {
        bool isPress = key.Modifiers == Modifiers.None && (key.Key == Window.Key.Return || key.Character.Value == ' ');
        if (isPress && key.IsDown)
            Press();
        return isPress;
    }

    /// <summary>Whether it is held down, with the pointer over it.</summary>
    protected bool IsDown => _isHeld && _isOver;

    /// <summary>It was clicked.</summary>
    protected abstract void Press();
}
