using System.Globalization;
using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Text;
using SemanticEq.Ui.Widgets;
using SemanticEq.Ui.Window;

namespace SemanticEq.Ui.Editor;

/// <summary>
/// Which reading of the word plays, where people split: flipped through by its arrows, the wheel, or arrow keys. Shows nothing where a word has
/// one reading only. Main thread.
/// </summary>
internal sealed class VariationRow : Widget
{
    private const double ButtonWidth = 20;
    private const double Padding = 4;

    private readonly IEditorModel _model;
    private readonly Button _previous;
    private readonly Button _next;
    private FittedText _reading;
    private (int Slot, int At) _seen = (-1, -1);

    /// <summary>The readings of a model's word A.</summary>
    public VariationRow(IEditorModel model)
    {
        _model = model;
        _previous = Add(new Button("Previous variation", () => Step(-1)) { Icon = Icon.ChevronLeft, IconSize = 11 });
        _next = Add(new Button("Next variation", () => Step(1)) { Icon = Icon.ChevronRight, IconSize = 11 });
        IsVisible = false;
    }

    /// <summary>Its height where it shows, in canvas units.</summary>
    public static double Height => 22;

    /// <inheritdoc/>
    public override WidgetRole Role => WidgetRole.Group;

    /// <inheritdoc/>
    public override string AccessibleName => "Variation";

    /// <inheritdoc/>
    public override string AccessibleValue => Word is { } word
        ? string.Create(CultureInfo.InvariantCulture, $"{At(word) + 1} of {word.Readings.Count}: {word.Readings[At(word)]}")
        : "";

    private MapWord? Word => _model.Words.Find(_model.Words.Slot(WordPlace.A)) is { Readings.Count: > 1 } word ? word : null;

    /// <inheritdoc/>
    public override string? Tooltip(Point at) => Word is null ? null : "People mean different things by this word. " + AccessibleValue;

    /// <inheritdoc/>
    public override uint? ParameterAt(Point at) => _model.Words.Variation.Id;

    /// <inheritdoc/>
    public override bool Wheel(in PointerEvent pointer)
    {
        Step(pointer.WheelSteps > 0 ? -1 : 1);
        return true;
    }

    /// <inheritdoc/>
    public override bool Key(in KeyEvent key)
    {
        int by = key.Key switch
        {
            Window.Key.Left or Window.Key.Up => -1,
            Window.Key.Right or Window.Key.Down => 1,
            _ => 0,
        };
        if (by != 0 && key.IsDown)
            Step(by);
        return by != 0;
    }

    /// <summary>Looks whether there is something to show.</summary>
    /// <returns>Whether it came or went.</returns>
    public bool Look()
    {
        MapWord? word = Word;
        (int, int) now = word is null ? (0, 0) : (word.Slot, At(word));
        if (now == _seen)
            return false;
        _seen = now;
        Invalidate();
        bool wasVisible = IsVisible;
        IsVisible = word is not null;
        return IsVisible != wasVisible;
    }

    /// <inheritdoc/>
    protected override void ArrangeChildren()
    {
        _previous.Arrange(Bounds with { Width = ButtonWidth });
        _next.Arrange(Bounds with { X = Bounds.Right - ButtonWidth, Width = ButtonWidth });
    }

    /// <inheritdoc/>
    protected override void Draw(ICanvas canvas, in DrawContext context)
    {
        if (Word is not { } word)
            return;
        Theme theme = context.Theme;
        canvas.FillRoundedRectangle(Bounds, Space.ControlRadius - 2, theme.Raised);
        var count = new TextStyle(TypeSize.Small, theme.Text, FontWeight.Medium);
        var says = new TextStyle(TypeSize.Small, theme.Muted);
        Span<byte> buffer = stackalloc byte[48];
        var line = new Utf8Line(buffer);
        line.Add(At(word) + 1);
        line.Add(" of "u8);
        line.Add(word.Readings.Count);
        double left = Bounds.Left + ButtonWidth + Padding, baseline = Bounds.Centre.Y + count.BaselineBelowMiddle;
        canvas.Text(line.Bytes, left, baseline, count);
        left += canvas.MeasureWidth(line.Bytes, count) + 8;
        canvas.Text(_reading.Of(canvas, word.Readings[At(word)], says, Math.Max(0, Bounds.Right - ButtonWidth - Padding - left)), left, baseline, says);
    }

    private int At(MapWord word) => Math.Min(_model.Words.Variation.Step(), word.Readings.Count - 1);

    private void Step(int by)
    {
        if (Word is not { } word)
            return;
        int count = word.Readings.Count;
        int to = (((At(word) + by) % count) + count) % count;
        _model.Words.Variation.SetOnce(_model.Words.Variation.ToNormalized(_model.Words.Variation.Min + to));
    }
}
