using System.Globalization;
using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Widgets;

namespace SemanticEq.Ui.Editor;

/// <summary>
/// How a phrase was understood, as chips from the right: words amber (teal for less of one), guesses with a broken outline and how sure they are,
/// bands green, and in red what nothing was done about. What has no room goes into one chip. Main thread; allocates where the phrase changes.
/// </summary>
internal sealed class PromptChips : Widget
{
    private const double Gap = 8;
    private const double MostChipWidth = 190;
    private const double LeastChipWidth = 60;
    private const double MoreWidth = 44;
    private const int BandHue = 3;

    private readonly List<Chip> _chips = [];
    private readonly Chip _more = new("") { Tint = static theme => theme.Muted };
    private IReadOnlyList<PromptPart> _parts = [];

    /// <summary>No chips.</summary>
    public PromptChips()
    {
        _ = Add(_more);
        _more.IsVisible = false;
    }

    /// <inheritdoc/>
    public override WidgetRole Role => WidgetRole.Group;

    /// <inheritdoc/>
    public override string AccessibleName => "How it was understood";

    /// <summary>What of the phrase carries meaning of its own, and how much of that was understood.</summary>
    public (int Read, int All) Count { get; private set; }

    /// <inheritdoc/>
    protected override bool TakesPointer => false;

    /// <summary>Shows other parts.</summary>
    public void Show(IReadOnlyList<PromptPart> parts)
    {
        if (ReferenceEquals(parts, _parts))
            return;
        _parts = parts;
        foreach (Chip chip in _chips)
            Remove(chip);
        _chips.Clear();
        foreach (PromptPart part in parts)
        {
            if (part.Kind is PromptPartKind.Word or PromptPartKind.Guess or PromptPartKind.Band)
                _chips.Add(Add(ChipOf(part)));
        }

        int read = _chips.Count;
        List<string> unread = [.. parts.Where(part => part.Kind == PromptPartKind.NotUnderstood).Select(part => part.Text)];
        Count = (read, read + unread.Count);
        // One chip for all of them, and the last to give way: what was not understood must be seen.
        if (unread.Count > 0)
            _chips.Add(Add(ChipOf(unread)));
    }

    /// <summary>Gives the chips their places in a room, flush with its right.</summary>
    /// <returns>The width that they take.</returns>
    public double Fit(Rectangle room)
    {
        if (Scene is not { } scene)
            return 0;
        double top = room.Centre.Y - (Chip.Height / 2), right = room.Right, width = 0;
        int last = _chips.Count - 1, first = _chips.Count;
        // The last is shortened rather than left out: it may say what was not understood.
        double mostOfLast = Math.Max(LeastChipWidth, room.Width - (last > 0 ? MoreWidth + Gap : 0));
        for (int i = last; i >= 0; i--)
        {
            double next = Width(scene, i, i == last ? mostOfLast : MostChipWidth), rest = i > 0 ? MoreWidth + Gap : 0;
            if (i < last && width + next + rest > room.Width)
                break;
            width += next + Gap;
            first = i;
        }

        for (int i = _chips.Count - 1; i >= 0; i--)
        {
            _chips[i].IsVisible = i >= first;
            if (i < first)
                continue;
            double wide = Width(scene, i, i == last ? mostOfLast : MostChipWidth);
            _chips[i].Arrange(new Rectangle(right - wide, top, wide, Chip.Height));
            right -= wide + Gap;
        }

        _more.IsVisible = first > 0;
        if (first > 0)
        {
            _more.Text = string.Create(CultureInfo.InvariantCulture, $"+{first}");
            _more.Tip = string.Join('\n', _chips.Take(first).Select(chip => chip.Tip));
            _more.Arrange(new Rectangle(right - MoreWidth, top, MoreWidth, Chip.Height));
            right -= MoreWidth + Gap;
        }

        Arrange(Rectangle.FromEdges(Math.Min(right + Gap, room.Right), room.Top, room.Right, room.Bottom));
        return Bounds.Width;
    }

    private double Width(IScene scene, int chip, double most) => Math.Min(Math.Min(MostChipWidth, most), _chips[chip].WantedWidth(scene));

    private static Chip ChipOf(PromptPart part)
    {
        string says = part.Says.Length > 0 ? part.Says : part.Text;
        int? percent = part.Certainty is { } certainty ? (int)Math.Round(100 * certainty) : null;
        bool isGuess = part.Kind == PromptPartKind.Guess;
        return new Chip(isGuess && percent is { } share ? string.Create(CultureInfo.InvariantCulture, $"{says} · {share}\u2009% sure") : says)
        {
            Tint = part switch
            {
                { Kind: PromptPartKind.Band } => static theme => theme.Band(BandHue),
                { IsLess: true } => static theme => theme.Teal,
                _ => static theme => theme.Amber,
            },
            IsUncertain = isGuess,
            Tip = (part.Kind, percent) switch
            {
                (PromptPartKind.Guess, { } sure) => $"“{part.Text}”: {says}. Nobody has set this word; it is guessed from words that mean something alike, {sure} % sure.",
                (PromptPartKind.Word, { } agreed) => $"“{part.Text}”: {says}. People agree {agreed} %.",
                _ => $"“{part.Text}”: {says}",
            },
        };
    }

    private static Chip ChipOf(List<string> unread) => new($"{string.Join(", ", unread)}: not understood")
    {
        Tint = static theme => theme.Warning,
        IsUncertain = true,
        Tip = $"Nothing was done about {string.Join(", ", unread.Select(word => $"“{word}”"))}.",
    };
}
