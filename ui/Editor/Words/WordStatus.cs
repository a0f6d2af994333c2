using System.Globalization;
using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Text;
using SemanticEq.Ui.Widgets;

namespace SemanticEq.Ui.Editor;

/// <summary>
/// Two lines about the words in force, or about the one that is asked about: what they are and how far the morph is, then how many set them and
/// how far they agree. Main thread.
/// </summary>
internal sealed class WordStatus(IEditorModel model) : Widget
{
    private const double FirstBaseline = 11;
    private const double SecondBaseline = 27;
    private const double Gap = 5;
    private const double MostOfFirst = 0.45;
    private const int BufferBytes = 128;

    private MapWord? _asked;
    private FittedText _first;
    private FittedText _second;
    private (int A, int B, int Percent, string NameA, string NameB) _seen = (0, 0, 0, "", "");

    /// <summary>The word to tell about instead of those in force; null for none.</summary>
    public MapWord? Asked
    {
        get => _asked;
        set
        {
            if (ReferenceEquals(_asked, value))
                return;
            _asked = value;
            Invalidate();
        }
    }

    /// <summary>Whether something else lies where the second line would be.</summary>
    public bool IsSecondCovered { get; set; }

    /// <summary>What is searched.</summary>
    public WordSearch? Search { get; set; }

    /// <summary>Height of both lines, in canvas units.</summary>
    public static double Height => 33;

    /// <inheritdoc/>
    public override WidgetRole Role => WidgetRole.Label;

    /// <inheritdoc/>
    public override string AccessibleName => "Words in force";

    /// <inheritdoc/>
    public override string AccessibleValue => (model.Words.Name(WordPlace.A), model.Words.Name(WordPlace.B)) switch
    {
        ("", _) => "none",
        (var a, "") => a,
        var (a, b) => string.Create(CultureInfo.InvariantCulture, $"{a} to {b}, {MorphPercent} %"),
    };

    /// <inheritdoc/>
    protected override bool TakesPointer => false;

    private int MorphPercent => (int)Math.Round(100 * model.Words.Morph.Value);

    /// <inheritdoc/>
    public override void Tick(double seconds)
    {
        IWords words = model.Words;
        var now = (words.Slot(WordPlace.A), words.Slot(WordPlace.B), MorphPercent, words.Name(WordPlace.A), words.Name(WordPlace.B));
        if (now == _seen)
            return;
        _seen = now;
        Invalidate();
    }

    /// <inheritdoc/>
    protected override void Draw(ICanvas canvas, in DrawContext context)
    {
        var first = new TextStyle(TypeSize.Label, context.Theme.Text, FontWeight.Medium);
        var second = new TextStyle(TypeSize.Small, context.Theme.Muted);
        if (_asked is { } asked)
        {
            canvas.Text(asked.Word, Bounds.Left, Bounds.Top + FirstBaseline, first);
            DrawCounts(canvas, asked.Settings, asked.Agreement, second, asked.Language);
            return;
        }

        if (Search is { IsActive: true, Matches: 0 })
        {
            DrawHint(canvas, "No such word here"u8, "The line above reads any words"u8, first, second);
            return;
        }

        string nameA = model.Words.Name(WordPlace.A), nameB = model.Words.Name(WordPlace.B);
        if (nameA.Length == 0 && nameB.Length == 0)
        {
            DrawHint(canvas, "No word yet"u8, "Click one to hear it; drag to another to morph"u8, first, second);
            return;
        }

        DrawNames(canvas, nameA, nameB, first);
        DrawCountsOfBoth(canvas, nameB.Length > 0, second);
    }

    private void DrawHint(ICanvas canvas, ReadOnlySpan<byte> says, ReadOnlySpan<byte> hint, in TextStyle first, in TextStyle second)
    {
        canvas.Text(says, Bounds.Left, Bounds.Top + FirstBaseline, first);
        if (!IsSecondCovered)
            canvas.Text(hint, Bounds.Left, Bounds.Top + SecondBaseline, second);
    }

    private void DrawNames(ICanvas canvas, string nameA, string nameB, in TextStyle style)
    {
        double x = Bounds.Left, baseline = Bounds.Top + FirstBaseline;
        bool hasWay = nameB.Length > 0;
        string from = _first.Of(canvas, nameA, style, hasWay ? MostOfFirst * Bounds.Width : Bounds.Width);
        canvas.Text(from, x, baseline, style);
        if (!hasWay)
            return;
        x += canvas.MeasureWidth(from, style) + Gap;
        canvas.Text("→"u8, x, baseline, style);
        x += canvas.MeasureWidth("→"u8, style) + Gap;
        Span<byte> buffer = stackalloc byte[BufferBytes];
        var percent = new Utf8Line(buffer);
        percent.Add(MorphPercent);
        percent.Add("\u2009%"u8);
        // The widest, not this one: the room for the name must not change while the morph is dragged.
        double percentWidth = canvas.MeasureWidth("100\u2009%"u8, style);
        string to = _second.Of(canvas, nameB, style, Math.Max(0, Bounds.Right - x - percentWidth - Gap));
        canvas.Text(to, x, baseline, style);
        x += canvas.MeasureWidth(to, style) + Gap;
        canvas.Text(percent.Bytes, x, baseline, style);
    }

    // Settings of both; agreement in their proportion on the way, where it is known of both.
    private void DrawCountsOfBoth(ICanvas canvas, bool hasWay, in TextStyle style)
    {
        MapWord? a = model.Words.Find(model.Words.Slot(WordPlace.A));
        MapWord? b = hasWay ? model.Words.Find(model.Words.Slot(WordPlace.B)) : null;
        if (a is null && b is null)
        {
            canvas.Text(model.Words.Mix.IsEmpty ? "In your own words"u8 : "Mixed by weights"u8, Bounds.Left, Bounds.Top + SecondBaseline, style);
            return;
        }

        double morph = model.Words.Morph.Value;
        double? agreement = a is { } && b is { } ? (a.Agreement * (1 - morph)) + (b.Agreement * morph) : (a ?? b)!.Agreement;
        DrawCounts(canvas, (a?.Settings ?? 0) + (b?.Settings ?? 0), agreement, style, "en");
    }

    private void DrawCounts(ICanvas canvas, int settings, double? agreement, in TextStyle style, string language)
    {
        Span<byte> buffer = stackalloc byte[BufferBytes];
        var line = new Utf8Line(buffer);
        line.Add(settings);
        line.Add(settings == 1 ? " setting · "u8 : " settings · "u8);
        switch (agreement)
        {
            case null:
                line.Add("too few to compare"u8);
                break;
            case <= 0:
                line.Add("people disagree"u8);
                break;
            case { } share:
                line.Add("people agree "u8);
                line.Add((int)Math.Round(100 * share));
                line.Add("\u2009%"u8);
                break;
        }

        if (language == "es")
            line.Add(" · Spanish"u8);
        if (!IsSecondCovered)
            canvas.Text(line.Bytes, Bounds.Left, Bounds.Top + SecondBaseline, style);
    }
}
