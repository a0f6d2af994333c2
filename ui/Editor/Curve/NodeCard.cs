using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Widgets;
using SemanticEq.Ui.Window;

namespace SemanticEq.Ui.Editor;

/// <summary>
/// The band in hand in figures, and what can be done with it: listen to it alone, switch it, more, take it away. Without the buttons where
/// the plot is too low for them.
/// </summary>
internal sealed class NodeCard : Widget
{
    private const double Width = 172, TextHeight = 44, ButtonsHeight = 30;
    private const double FirstLine = 16, SecondLine = 32;
    private const double ButtonSide = 24, ButtonGap = 6;
    private static readonly Size Whole = new(Width, TextHeight + ButtonsHeight), TextOnly = new(Width, TextHeight);

    private readonly IBandPlot _plot;
    private readonly CardButton[] _buttons;
    private readonly Rectangle[] _others = new Rectangle[16];
    private BandNode? _node;
    private CardSide _side;

    /// <summary>A card for a plot's nodes; hidden until <see cref="Show"/>.</summary>
    public NodeCard(IBandPlot plot)
    {
        _plot = plot;
        _buttons =
        [
            Add(new CardButton("Listen to this band alone", Icon.Headphone, () => _node?.Edit.ToggleSolo()) { Tip = "Listen to it alone" }),
            Add(new CardButton("Switch this band on or off", Icon.Power, () => _node?.Edit.Toggle()) { Tip = "On or off" }),
            Add(new CardButton("Remove or reset this band", Icon.Trash, () => _node?.Edit.Remove())),
            Add(new CardButton("More about this band", Icon.Dots, OpenMenu)),
        ];
        IsVisible = false;
    }

    /// <inheritdoc/>
    public override WidgetRole Role => WidgetRole.Group;

    /// <inheritdoc/>
    public override string AccessibleName => _node is { } node ? BandText.Describe(node.Edit) : "";

    private CardButton Solo => _buttons[0];

    private CardButton Power => _buttons[1];

    private CardButton Bin => _buttons[2];

    private CardButton More => _buttons[3];

    /// <summary>Shows a band beside its node, or nothing where none is in hand or there is no room.</summary>
    public void Show(BandNode? node, IReadOnlyList<BandNode> nodes)
    {
        if (node is null || node != _node)
            (_side, More.Tip) = (CardSide.None, null);
        _node = node;
        if (node is null || Find(node, nodes) is not { } place)
        {
            IsVisible = false;
            return;
        }

        IsVisible = true;
        if (place != Bounds)
            Arrange(place);
        (Solo.IsLit, Power.IsLit) = (node.Edit.IsSoloed, node.Edit.IsOn);
        More.Tip ??= node.Help;
        Bin.Tip = node.Edit.IsOwn ? "Remove this band" : "Back to what the word asks for";
    }

    /// <inheritdoc/>
    public override bool Pressed(in PointerEvent pointer) => true;

    /// <inheritdoc/>
    protected override void ArrangeChildren()
    {
        bool hasButtons = Bounds.Height > TextHeight;
        double left = Bounds.Centre.X - (((_buttons.Length * (ButtonSide + ButtonGap)) - ButtonGap) / 2);
        foreach (CardButton button in _buttons)
        {
            button.IsVisible = hasButtons;
            button.Arrange(new Rectangle(left, Bounds.Top + TextHeight - 2, ButtonSide, ButtonSide));
            left += ButtonSide + ButtonGap;
        }
    }

    /// <inheritdoc/>
    protected override void Draw(ICanvas canvas, in DrawContext context)
    {
        if (_node is not { } node)
            return;
        Theme theme = context.Theme;
        canvas.BeginPath();
        canvas.AddRoundedRectangle(Bounds.Inset(0.5), Space.ControlRadius);
        canvas.Fill(theme.Raised);
        canvas.Stroke(theme.Line, new Pen(1));
        Span<byte> buffer = stackalloc byte[BandText.MaxBytes];
        var style = new TextStyle(TypeSize.Label, theme.Text, FontWeight.Medium, TextAlign.Centre);
        canvas.Text(BandText.Place(buffer, node.Edit.Band.FrequencyHz), Bounds.Centre.X, Bounds.Top + FirstLine + 2, style);
        canvas.Text(
            BandText.ShapeAndChannel(buffer, node.Edit, "   "u8), Bounds.Centre.X, Bounds.Top + SecondLine + 3,
            new TextStyle(TypeSize.Label, theme.Muted, Align: TextAlign.Centre));
    }

    private Rectangle? Find(BandNode node, IReadOnlyList<BandNode> nodes)
    {
        int count = 0;
        for (int i = 0; i < nodes.Count; i++)
        {
            if (nodes[i] != node && nodes[i].IsVisible)
                _others[count++] = nodes[i].Body;
        }

        ReadOnlySpan<Rectangle> others = _others.AsSpan(0, count);
        return CardPlacement.Find(Whole, node.Body, _plot.Frame.Area, others, ref _side)
            ?? CardPlacement.Find(TextOnly, node.Body, _plot.Frame.Area, others, ref _side);
    }

    private void OpenMenu()
    {
        if (_node is { } node)
            _plot.OpenMenu(node);
    }
}
