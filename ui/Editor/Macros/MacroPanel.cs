using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Widgets;

namespace SemanticEq.Ui.Editor;

/// <summary>The eight macros side by side; each goes both ways from its middle.</summary>
public sealed class MacroPanel : Panel
{
    private const double Side = 8;
    private const double LeastAbove = 6;
    private const double DiameterShare = 0.76;

    private readonly Knob[] _knobs;

    /// <summary>A panel of a model's macros.</summary>
    public MacroPanel(IEditorModel model)
        : base("Macros") => _knobs = [.. model.Macros.Select(macro => Add(new Knob(macro)
        {
            MaxDiameter = Knob.Large,
            Tip = $"{macro.Name}: drag up for more, down for less.\nDouble-click to type a value, Ctrl-click for none.",
        }))];

    /// <inheritdoc/>
    protected override void ArrangeChildren()
    {
        double width = (Bounds.Width - (2 * Side)) / _knobs.Length;
        double most = Math.Min(Bounds.Height - (2 * LeastAbove), Math.Max(Knob.Least, width * DiameterShare) + Knob.LabelHeight);
        double height = Math.Min(most, Knob.Large + Knob.LabelHeight), top = Bounds.Top + ((Bounds.Height - height) / 2);
        for (int i = 0; i < _knobs.Length; i++)
            _knobs[i].Arrange(new Rectangle(Bounds.Left + Side + (i * width), top, width, height));
    }
}
