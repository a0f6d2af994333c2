using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Widgets;

namespace SemanticEq.Ui.Editor;

/// <summary>
/// A sign on a band's card. Tab passes it by: the card comes and goes with its node, whose keys do the same.
/// </summary>
internal sealed class CardButton(string name, Icon icon, Action press) : PressWidget
{
    private const double IconSize = 15;

    private bool _isLit;

    /// <summary>Whether what it switches is on.</summary>
    public bool IsLit
    {
        get => _isLit;
        set
        {
            if (value == _isLit)
                return;
            _isLit = value;
            Invalidate();
        }
    }

    /// <inheritdoc/>
    public override bool CanFocus => false;

    /// <inheritdoc/>
    public override string AccessibleName => name;

    /// <inheritdoc/>
    protected override void Press() => press();

    /// <inheritdoc/>
    protected override void Draw(ICanvas canvas, in DrawContext context)
    {
        Theme theme = context.Theme;
        if (IsHovered || IsDown)
            canvas.FillRoundedRectangle(Bounds, Space.ControlRadius - 2, theme.Hovered);
        IconPaths.Draw(canvas, icon, Bounds.Centre, IconSize, IsLit ? theme.AmberFill : IsHovered ? theme.Text : theme.Muted);
    }
}
