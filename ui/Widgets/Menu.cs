using System.Text;
using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Window;

namespace SemanticEq.Ui.Widgets;

/// <summary>A menu: chosen from by a click, or arrows and Return; letters go to the next item that begins with them.</summary>
/// <param name="name">Its name, for people who don't see it.</param>
/// <param name="items">Its lines.</param>
/// <param name="scene">Measures its width.</param>
public sealed partial class Menu(string name, IReadOnlyList<MenuItem> items, IScene scene) : Popup
{
    private const double ItemHeight = 28;
    private const double SeparatorHeight = 9;
    private const double Margin = 6;
    private const double TextLeft = 30;
    private const double TextRight = 18;
    private const double LeastWidth = 120;
    private const double MostWidth = 360;

    private readonly FittedText[] _fitted = new FittedText[items.Count];
    private int _at = -1;
    private double _offset;

    /// <inheritdoc/>
    public override Size Wanted => new(Width, (2 * Margin) + items.Sum(Height));

    /// <inheritdoc/>
    public override WidgetRole Role => WidgetRole.Menu;

    /// <inheritdoc/>
    public override string AccessibleName => name;

    /// <inheritdoc/>
    public override string AccessibleValue => _at >= 0 ? items[_at].Text : "";

    private double Width => Math.Clamp(
        items.Max(item => scene.MeasureWidth(item.Text, Style(default, item))) + TextLeft + TextRight + (2 * Margin),
        LeastWidth,
        MostWidth);

    /// <inheritdoc/>
    public override void DescribeParts(ICollection<AccessibleNode> parts)
    {
        for (int i = 0; i < items.Count; i++)
        {
            if (items[i].IsSeparator)
                continue;
            AccessibleStates states = (i == _at ? AccessibleStates.Selected : 0) | (items[i].CanChoose ? 0 : AccessibleStates.Disabled);
            parts.Add(AccessibleNode.Part(WidgetRole.Item, items[i].Text, items[i].IsChecked ? "checked" : "", Line(i), states));
        }
    }

    /// <inheritdoc/>
    public override bool Pressed(in PointerEvent pointer) => true;

    /// <inheritdoc/>
    public override void Moved(in PointerEvent pointer) => Go(At(pointer.Position));

    /// <inheritdoc/>
    public override void Released(in PointerEvent pointer) => Choose(At(pointer.Position));

    /// <inheritdoc/>
    public override void HoverChanged(bool isHovered)
    {
        if (!isHovered)
            Go(-1);
    }

    /// <inheritdoc/>
    public override bool Wheel(in PointerEvent pointer)
    {
        ScrollTo(_offset - (pointer.WheelSteps * ItemHeight));
        Go(At(pointer.Position));
        return true;
    }

    /// <inheritdoc/>
    public override bool Key(in KeyEvent key)
    {
        if (!key.IsDown)
            return false;
        switch (key.Key)
        {
            case Window.Key.Down:
                Step(_at, 1);
                return true;
            case Window.Key.Up:
                Step(_at < 0 ? items.Count : _at, -1);
                return true;
            case Window.Key.Home:
                Step(-1, 1);
                return true;
            case Window.Key.End:
                Step(items.Count, -1);
                return true;
            case Window.Key.Return:
                Choose(_at);
                return true;
            case Window.Key.Character when key.Character.Value == ' ':
                Choose(_at);
                return true;
            case Window.Key.Character when key.Modifiers is Modifiers.None or Modifiers.Shift && Rune.IsLetterOrDigit(key.Character):
                GoToLetter(key.Character);
                return true;
            default:
                return false;
        }
    }

    /// <inheritdoc/>
    protected override void ArrangeChildren() => ScrollTo(_offset);

    private static double Height(MenuItem item) => item.IsSeparator ? SeparatorHeight : ItemHeight;

    private static TextStyle Style(Colour colour, MenuItem item) =>
        item.Choose is null ? new(TypeSize.Small, colour, FontWeight.Medium) : new(TypeSize.Label, colour);

    private Rectangle Line(int index)
    {
        double top = Bounds.Top + Margin - _offset;
        for (int i = 0; i < index; i++)
            top += Height(items[i]);
        return new Rectangle(Bounds.Left + Margin, top, Bounds.Width - (2 * Margin), Height(items[index]));
    }

    private int At(Point point)
    {
        if (!Bounds.Contains(point))
            return -1;
        for (int i = 0; i < items.Count; i++)
        {
            if (Line(i).Contains(point))
                return items[i].CanChoose ? i : -1;
        }

        return -1;
    }

    private void Go(int index)
    {
        if (index == _at)
            return;
        _at = index;
        Invalidate();
    }

    private void Step(int from, int by)
    {
        for (int i = from + by; i >= 0 && i < items.Count; i += by)
        {
            if (!items[i].CanChoose)
                continue;
            Go(i);
            Reveal(i);
            return;
        }
    }

    private void GoToLetter(Rune letter)
    {
        for (int i = 1; i <= items.Count; i++)
        {
            int index = (Math.Max(_at, -1) + i) % items.Count;
            if (!items[index].CanChoose || !items[index].Text.StartsWith(letter.ToString(), StringComparison.OrdinalIgnoreCase))
                continue;
            Go(index);
            Reveal(index);
            return;
        }
    }

    private void Choose(int index)
    {
        if (index < 0 || !items[index].CanChoose)
            return;
        Scene?.ClosePopup(this);
        items[index].Choose?.Invoke();
    }

    private void Reveal(int index)
    {
        Rectangle line = Line(index);
        if (line.Top < Bounds.Top + Margin)
            ScrollTo(_offset - (Bounds.Top + Margin - line.Top));
        else if (line.Bottom > Bounds.Bottom - Margin)
            ScrollTo(_offset + line.Bottom - (Bounds.Bottom - Margin));
    }

    private void ScrollTo(double offset)
    {
        double to = Math.Clamp(offset, 0, Math.Max(0, Wanted.Height - Bounds.Height));
        if (to == _offset)
            return;
        _offset = to;
        Invalidate();
    }
}
