using System.Text;
using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Editor;
using SemanticEq.Ui.Window;

namespace SemanticEq.Ui.Widgets;

/// <summary>One of a parameter's steps: a click lists them all, wheel and arrows go through them.</summary>
public sealed class ChoiceButton(IControl control) : ControlWidget(control)
{
    private const double Padding = 10;
    private const double IconSize = 12;
    private const double IconGap = 4;

    /// <inheritdoc/>
    public override WidgetRole Role => WidgetRole.Choice;

    /// <inheritdoc/>
    public override bool CanPress => true;

    /// <inheritdoc/>
    public override IControl? AccessibleControl(int part) => null;

    /// <inheritdoc/>
    public override CursorShape Cursor(Point at) => CursorShape.Hand;

    /// <inheritdoc/>
    public override bool Pressed(in PointerEvent pointer)
    {
        bool isReset = (pointer.Modifiers & (Modifiers.Control | Modifiers.Alt)) != 0;
        if (pointer.Button != PointerButton.Primary || isReset)
            return base.Pressed(pointer);
        List();
        return true;
    }

    /// <inheritdoc/>
    public override bool Key(in KeyEvent key)
    {
        bool isOpening = key.Modifiers == Modifiers.None && (key.Key == Window.Key.Return || key.Character.Value == ' ');
        if (!isOpening)
            return base.Key(key);
        if (key.IsDown)
            List();
        return true;
    }

    /// <inheritdoc/>
    protected override void Draw(ICanvas canvas, in DrawContext context)
    {
        Theme theme = context.Theme;
        bool isLit = IsHovered && IsEnabled;
        canvas.FillRoundedRectangle(Bounds, Space.ControlRadius, isLit ? theme.Hovered : theme.Raised);
        var style = new TextStyle(TypeSize.Label, theme.Text, FontWeight.Medium);
        Span<byte> buffer = stackalloc byte[TextBytes];
        ReadOnlySpan<byte> text = Control.Text(Control.Value, buffer);
        double width = canvas.MeasureWidth(text, style) + IconGap + IconSize;
        double left = Math.Max(Bounds.Left + (Padding / 2), Bounds.Centre.X - (width / 2));
        canvas.Text(text, left, Bounds.Centre.Y + style.BaselineBelowMiddle, style);
        var sign = new Point(left + width - (IconSize / 2), Bounds.Centre.Y);
        IconPaths.Draw(canvas, Icon.ChevronDown, sign, IconSize, theme.Muted);
    }

    private void List()
    {
        if (Scene is not { } scene)
            return;
        var items = new List<MenuItem>();
        for (int i = 0; i <= Control.Steps; i++)
        {
            double value = i / (double)Control.Steps;
            items.Add(new MenuItem(TextOf(value), () => Control.SetOnce(value), IsChecked: i == Control.Step()));
        }

        scene.OpenPopup(new Menu(Control.Name, items, scene), Bounds);
    }

    private string TextOf(double value)
    {
        Span<byte> buffer = stackalloc byte[TextBytes];
        return Encoding.UTF8.GetString(Control.Text(value, buffer));
    }
}
