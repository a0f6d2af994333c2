using System.Text;
using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Text;
using SemanticEq.Ui.Widgets;

namespace SemanticEq.Ui.Editor;

/// <summary>
/// Types a band's values. Return or a press beside it sets those that were changed, as one step; Escape leaves them. What can't be read, or
/// is out of reach, is said, and nothing is set.
/// </summary>
internal sealed class BandEntry : Popup
{
    private const double Width = 200, Margin = 10, FieldHeight = 30, RowGap = 4, LabelWidth = 74, HintHeight = 22;

    private readonly BandEdit _edit;
    private readonly List<BandEntryRow> _rows = [];
    private string _hint = "";
    private bool _isRefused;
    private bool _isDone;

    /// <summary>Begins with the values as they stand, the frequency selected.</summary>
    public BandEntry(BandEdit edit)
    {
        _edit = edit;
        AddRow("Frequency", Say(buffer => Readout.Frequency(buffer, edit.Band.FrequencyHz)), TypedValue.TryFrequency, edit.Frequency,
            edit.FrequencyValue, value => Say(buffer => Readout.Frequency(buffer, edit.FrequencyHz(value))));
        if (edit.HasGain)
        {
            AddRow("Gain", Say(buffer => Readout.Gain(buffer, edit.Band.GainDb)), TypedValue.TryGain, edit.Gain,
                edit.GainValue, value => Say(buffer => Readout.Gain(buffer, edit.GainDb(value))));
        }

        if (edit.HasQ)
        {
            AddRow("Q", Say(buffer => Readout.Q(buffer, edit.Band.Q)), TypedValue.TryQ, edit.Q,
                edit.QValue, value => Say(buffer => Readout.Q(buffer, edit.QAt(value))));
        }

        _hint = _rows[0].Range;
    }

    /// <inheritdoc/>
    public override Size Wanted => new(Width, (2 * Margin) + (_rows.Count * (FieldHeight + RowGap)) + HintHeight);

    /// <inheritdoc/>
    public override WidgetRole Role => WidgetRole.Group;

    /// <inheritdoc/>
    public override string AccessibleName => $"Type values of {_edit.Name}";

    /// <inheritdoc/>
    public override string AccessibleValue => _hint;

    /// <inheritdoc/>
    public override void Opened()
    {
        Scene?.Focus(_rows[0].Field);
        _rows[0].Field.SelectAll();
    }

    /// <inheritdoc/>
    public override void Closed()
    {
        if (!_isDone)
            _ = TryApply();
        _isDone = true;
    }

    /// <inheritdoc/>
    protected override void ArrangeChildren()
    {
        double top = Bounds.Top + Margin;
        foreach (BandEntryRow row in _rows)
        {
            row.Field.Arrange(Rectangle.FromEdges(
                Bounds.Left + Margin + LabelWidth, top, Bounds.Right - Margin, top + FieldHeight));
            top += FieldHeight + RowGap;
        }
    }

    /// <inheritdoc/>
    protected override void Draw(ICanvas canvas, in DrawContext context)
    {
        Theme theme = context.Theme;
        PopupGround.Draw(canvas, Bounds, theme);
        var label = new TextStyle(TypeSize.Label, theme.Text);
        foreach (BandEntryRow row in _rows)
            canvas.Text(row.Name, Bounds.Left + Margin + 4, row.Field.Bounds.Centre.Y + label.BaselineBelowMiddle, label);
        var hint = new TextStyle(TypeSize.Small, _isRefused ? theme.Warning : theme.Muted, Align: TextAlign.Centre);
        canvas.Text(_hint, Bounds.Centre.X, Bounds.Bottom - Margin - (HintHeight / 2) + hint.BaselineBelowMiddle + 3, hint);
    }

    private static string Say(Writer write)
    {
        Span<byte> buffer = stackalloc byte[Readout.MaxBytes];
        return Encoding.UTF8.GetString(write(buffer)).Replace('\u2009', ' ');
    }

    private void AddRow(
        string name, string text, BandEntryRow.Reader read, IControl control, Func<double, double> toValue, Func<double, string> say)
    {
        string range = $"{say(0)} to {say(1)}";
        var field = new TextField($"{name} of {_edit.Name}")
        {
            Text = text,
            Padding = 10,
            Changed = _ => SayHint(range, isRefused: false),
            Submitted = _ => Submit(),
            Abandoned = () => _isDone = true,
            KeyboardChanged = has => SayHint(has ? range : _hint, _isRefused && !has),
        };
        _rows.Add(new BandEntryRow(name, Add(field), text, range, control, read, toValue));
    }

    private void Submit()
    {
        if (!TryApply())
            return;
        _isDone = true;
        Scene?.ClosePopup(this);
    }

    private bool TryApply()
    {
        double? frequency = null, gain = null, q = null;
        foreach (BandEntryRow row in _rows)
        {
            if (!row.IsChanged)
                continue;
            if (row.Value is not { } value)
            {
                Scene?.Focus(row.Field);
                row.Field.SelectAll();
                SayHint($"Try {row.Range}", isRefused: true);
                return false;
            }

            if (row.Control == _edit.Frequency)
                frequency = value;
            else if (row.Control == _edit.Gain)
                gain = value;
            else
                q = value;
        }

        if (frequency is not null || gain is not null || q is not null)
            _edit.Set(frequency, gain, q);
        return true;
    }

    private void SayHint(string hint, bool isRefused)
    {
        (_hint, _isRefused) = (hint, isRefused);
        Invalidate();
    }

    private delegate ReadOnlySpan<byte> Writer(Span<byte> buffer);
}
