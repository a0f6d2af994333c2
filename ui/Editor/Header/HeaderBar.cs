using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Widgets;

namespace SemanticEq.Ui.Editor;

/// <summary>The name, presets, undo, A and B, on and off, and how the window is liked.</summary>
public sealed class HeaderBar : Widget
{
    private const double TitleSize = 15;
    private const double HistoryWidth = 60;
    private const double MenuWidth = 32;
    private const double MostPresets = 380;

    // Under these widths groups say less, and the name goes.
    private const double NarrowWidth = 860;
    private const double TitleWidth = 700;

    private readonly IEditorModel _model;
    private readonly PresetBox _presets;
    private readonly HistoryButtons _history;
    private readonly CompareGroup _compare;
    private readonly PowerGroup _power;
    private readonly Button _menu;

    /// <summary>The header of a model.</summary>
    public HeaderBar(IEditorModel model)
        : this(model, static _ => { })
    {
    }

    /// <summary>The header of a model.</summary>
    /// <param name="model">Whose.</param>
    /// <param name="say">Told why something can't be done.</param>
    internal HeaderBar(IEditorModel model, Action<string> say)
    {
        _model = model;
        _presets = Add(new PresetBox(model.Presets, say));
        _history = Add(new HistoryButtons(model.History));
        _compare = Add(new CompareGroup(model.Compare));
        _power = Add(new PowerGroup(model));
        _menu = Add(new Button("Settings", OpenMenu) { Icon = Icon.Dots, Tip = "Colours, size and more" });
    }

    /// <inheritdoc/>
    public override WidgetRole Role => WidgetRole.Group;

    /// <inheritdoc/>
    public override string AccessibleName => "Header";

    private bool HasTitle => Bounds.Width >= TitleWidth;

    /// <inheritdoc/>
    protected override bool TakesPointer => false;

    /// <inheritdoc/>
    protected override void ArrangeChildren()
    {
        if (Scene is not { } scene)
            return;
        bool isNarrow = Bounds.Width < NarrowWidth;
        double gap = isNarrow ? 8 : 14, right = Bounds.Right;
        _compare.IsNarrow = _power.IsNarrow = isNarrow;
        // The dots' own edge is empty: they end where the panels do.
        _menu.Arrange(FromRight(MenuWidth, -8, ref right));
        _power.Arrange(FromRight(_power.WantedWidth(scene), isNarrow ? 2 : 6, ref right));
        _compare.Arrange(FromRight(_compare.WantedWidth(scene), gap, ref right));
        _history.Arrange(FromRight(HistoryWidth, gap, ref right));

        double left = Bounds.Left + (HasTitle ? scene.MeasureWidth("Semantic EQ", TitleStyle(default)) + (2 * gap) : 0);
        left = Math.Ceiling(left);
        double end = right - gap, width = Math.Min(MostPresets, end - left);
        _presets.Arrange(Bounds with { X = left + Math.Floor((end - left - width) / 2), Width = width });
    }

    /// <inheritdoc/>
    protected override void Draw(ICanvas canvas, in DrawContext context)
    {
        TextStyle style = TitleStyle(context.Theme.Text);
        if (HasTitle)
            canvas.Text("Semantic EQ"u8, Bounds.Left, Bounds.Centre.Y + style.BaselineBelowMiddle, style);
    }

    private static TextStyle TitleStyle(Colour colour) => new(TitleSize, colour, FontWeight.SemiBold);

    private Rectangle FromRight(double width, double gap, ref double right)
    {
        // Whole units: edges and letters stay crisp.
        width = Math.Ceiling(width);
        right -= gap + width;
        return Bounds with { X = right, Width = width };
    }

    private void OpenMenu()
    {
        if (Scene is { } scene)
            scene.OpenPopup(new Menu("Settings", SettingsMenu.Lines(_model.Settings, scene, OpenAbout), scene), _menu.Bounds);
    }

    private void OpenAbout()
    {
        if (Scene is { } scene)
            scene.OpenPopup(new AboutCard(_model.About, scene), _menu.Bounds);
    }
}
