using System.Text;
using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Editor;
using SemanticEq.Ui.Window;

namespace SemanticEq.Ui.Widgets;

/// <summary>
/// What all that show one value of a control do alike: drag up and down, finer with Shift; wheel; ctrl- or alt-click for the default;
/// double-click to type; arrows, Page Up and Down, Home and End. It follows the control, whoever moves it.
/// </summary>
public abstract partial class ControlWidget : Widget
{
    private readonly ControlGesture _gesture;
    private ValueDrag _drag;
    private double _lastY;
    private double _seenValue;
    private string _seenName;
    private bool _wasAvailable;

    /// <summary>Shows a control.</summary>
    protected ControlWidget(IControl control)
    {
        Control = control;
        _gesture = new ControlGesture(control);
        _seenValue = control.Value;
        _seenName = control.Name;
        _wasAvailable = control.IsAvailable;
        IsEnabled = _wasAvailable;
    }

    /// <summary>What it shows.</summary>
    public IControl Control { get; }

    /// <summary>What a pointer that rests on it is told; null for nothing.</summary>
    public string? Tip { get; init; }

    /// <summary>The colour of its value.</summary>
    public Func<Theme, Colour> Accent { get; init; } = static theme => theme.AmberFill;

    /// <inheritdoc/>
    public override bool CanFocus => true;

    /// <inheritdoc/>
    public override WidgetRole Role => WidgetRole.Slider;

    /// <inheritdoc/>
    public override string AccessibleName => Control.Name;

    /// <inheritdoc/>
    public override string AccessibleValue
    {
        get
        {
            Span<byte> buffer = stackalloc byte[TextBytes];
            return Encoding.UTF8.GetString(Control.Text(Control.Value, buffer));
        }
    }

    /// <inheritdoc/>
    public override IControl? AccessibleControl(int part) => Control;

    /// <summary>Bytes that a control's text may need.</summary>
    protected const int TextBytes = 128;

    /// <summary>Whether it is being dragged.</summary>
    protected bool IsDragged { get; private set; }

    /// <summary>Whether its middle is neutral, and it shows how far from it the value is.</summary>
    protected bool IsBipolar => Control.Min < 0 && Control.Max > 0 && Math.Abs(Control.ToNormalized(0) - 0.5) < 1e-3;

    /// <inheritdoc/>
    public override string? Tooltip(Point at) => Tip;

    /// <inheritdoc/>
    public override CursorShape Cursor(Point at) => CursorShape.UpDown;

    /// <inheritdoc/>
    public override uint? ParameterAt(Point at) => Control.Id;

    /// <inheritdoc/>
    public override bool Pressed(in PointerEvent pointer)
    {
        if (pointer.Button == PointerButton.Secondary)
            return OpenMenu(pointer.Position);
        if (pointer.Button != PointerButton.Primary)
            return false;
        if (pointer.Clicks == 2)
        {
            OpenEntry("");
            return true;
        }

        if (pointer.Modifiers.Has(Modifiers.Control | Modifiers.Alt))
        {
            Control.SetOnce(Control.Default);
            return true;
        }

        IsDragged = true;
        _gesture.Begin();
        _drag.Start(Control);
        _lastY = pointer.Position.Y;
        Invalidate();
        return true;
    }

    /// <inheritdoc/>
    public override void Moved(in PointerEvent pointer)
    {
        if (!IsDragged || pointer.Position.Y == _lastY)
            return;
        double range = (_lastY - pointer.Position.Y) / ValueDrag.UnitsForRange;
        _lastY = pointer.Position.Y;
        SetIfOther(_drag.Move(Control, range, pointer.Modifiers.Has(Modifiers.Shift)));
    }

    /// <inheritdoc/>
    public override void Released(in PointerEvent pointer) => EndDrag();

    /// <inheritdoc/>
    public override void Cancelled() => EndDrag();

    /// <inheritdoc/>
    public override bool Wheel(in PointerEvent pointer)
    {
        StepBy(pointer.WheelSteps, pointer.Modifiers);
        return true;
    }

    /// <inheritdoc/>
    public override void Settled()
    {
        _isStepping = false;
        if (!IsDragged)
            _gesture.End();
    }

    /// <inheritdoc/>
    public override void Tick(double seconds)
    {
        if (_wasAvailable != Control.IsAvailable)
            IsEnabled = _wasAvailable = Control.IsAvailable;
        if (_seenValue != Control.Value || !ReferenceEquals(_seenName, Control.Name))
            Invalidate();
        _seenValue = Control.Value;
        _seenName = Control.Name;
        base.Tick(seconds);
    }

    /// <summary>Where the field for typing a value comes up.</summary>
    protected virtual Rectangle EntryAnchor => Bounds;

    private void SetIfOther(double value)
    {
        if (value != Control.Value)
            _gesture.Set(value);
        Invalidate();
    }

    private void EndDrag()
    {
        IsDragged = false;
        _gesture.End();
        Invalidate();
    }

    // Where the host has none of its own.
    private bool OpenMenu(Point at)
    {
        if (Scene is not { } scene)
            return false;
        Span<byte> buffer = stackalloc byte[TextBytes];
        string standard = Encoding.UTF8.GetString(Control.Text(Control.Default, buffer));
        MenuItem[] items =
        [
            new("Type a value…", () => OpenEntry("")),
            new($"Back to {standard}", () => Control.SetOnce(Control.Default), IsEnabled: Control.Value != Control.Default),
        ];
        scene.OpenPopup(new Menu(Control.Name, items, scene), new Rectangle(at.X, at.Y, 0, 0));
        return true;
    }

    private void OpenEntry(string typed)
    {
        _gesture.End();
        Scene?.OpenPopup(new ValueEntry(Control, typed), EntryAnchor);
    }
}
