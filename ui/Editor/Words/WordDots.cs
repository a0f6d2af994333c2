using SemanticEq.Ui.Canvas;

namespace SemanticEq.Ui.Editor;

/// <summary>
/// The words as dots with labels: which show, how large, and where their labels stand. Labels go to words by rank, as far as there is room; one
/// that shows gives way a little later than it would come, so that none flickers while the map is zoomed. Main thread; nothing is allocated
/// after the first.
/// </summary>
internal sealed class WordDots
{
    /// <summary>Words that show while the whole map does.</summary>
    public const int FirstShown = 60;

    /// <summary>From a dot's edge to its label, in canvas units.</summary>
    public const double LabelGap = 4;

    private const double LabelHeight = 14;
    private const double ComingRoom = 3;
    private const double LanguageGap = 2;
    private const double ChosenRadius = 9;
    private const double BareRadius = 2.2;
    private const double CountRoom = 0.1;
    private const double DotsGiveWay = 0.5;
    private const double BackRoom = 6;

    private readonly Point[] _at;
    private readonly double[] _radii;
    private readonly double[] _widths;
    private readonly bool[] _isLabelled;
    private readonly Rectangle[] _boxes;
    private readonly int[] _placed;
    private int _placedCount;
    private Rectangle? _keptA;
    private Rectangle? _keptB;

    /// <summary>Of the words by rank.</summary>
    public WordDots(IReadOnlyList<MapWord> words)
    {
        Words = words;
        _at = new Point[words.Count];
        _radii = [.. words.Select(word => 2.4 + (0.55 * Math.Log2(1 + word.Settings)))];
        _widths = new double[words.Count];
        _isLabelled = new bool[words.Count];
        _boxes = new Rectangle[words.Count];
        _placed = new int[words.Count];
        Language = [.. words.Select(word => word.Language == "en" ? "" : word.Language)];
    }

    /// <summary>The words, by rank.</summary>
    public IReadOnlyList<MapWord> Words { get; }

    /// <summary>The mark of each word's language; empty for English, in which the window speaks.</summary>
    public IReadOnlyList<string> Language { get; }

    /// <summary>How many words, by rank, show at the present zoom.</summary>
    public int ShownCount { get; private set; }

    /// <summary>Type of a label.</summary>
    public static TextStyle LabelStyle(Colour colour) => new(TypeSize.Small, colour);

    /// <summary>Type of a chosen word's label.</summary>
    public static TextStyle ChosenStyle(Colour colour) => new(TypeSize.Label + 0.5, colour, FontWeight.SemiBold);

    /// <summary>Type of the mark of a language.</summary>
    public static TextStyle LanguageStyle(Colour colour) => new(8, colour, FontWeight.Medium);

    /// <summary>Where a word's dot lies on the window.</summary>
    public Point At(int word) => _at[word];

    /// <summary>Radius of a word's dot, in canvas units.</summary>
    public double Radius(int word, bool isChosen) => isChosen ? ChosenRadius : _radii[word];

    /// <summary>Radius of a word's dot as drawn: small where it has no label.</summary>
    public double DrawnRadius(int word) => _isLabelled[word] ? _radii[word] : BareRadius;

    /// <summary>Whether a word's label shows.</summary>
    public bool IsLabelled(int word) => _isLabelled[word];

    /// <summary>A word's dot and label together.</summary>
    public Rectangle Box(int word) => _boxes[word];

    /// <summary>Measures the labels, once type can be set.</summary>
    public void Measure(ICanvas canvas)
    {
        if (_widths.Length == 0 || _widths[0] > 0)
            return;
        for (int i = 0; i < _widths.Length; i++)
        {
            _widths[i] = canvas.MeasureWidth(Words[i].Word, LabelStyle(default));
            if (Language[i].Length > 0)
                _widths[i] += LanguageGap + canvas.MeasureWidth(Language[i], LanguageStyle(default));
        }
    }

    /// <summary>Keeps labels away from what else is drawn: a phrase's mark.</summary>
    public void KeepFree(Rectangle? a, Rectangle? b) => (_keptA, _keptB) = (a, b);

    /// <summary>Places dots and labels anew.</summary>
    /// <param name="view">What shows.</param>
    /// <param name="chosen">Have their labels first.</param>
    /// <param name="search">While something is searched only what it found has labels.</param>
    public void Place(MapView view, ReadOnlySpan<int> chosen, WordSearch search)
    {
        int count = (int)(FirstShown * view.Zoom * view.Zoom);
        if (view.Zoom <= 1 || Math.Abs(count - ShownCount) > CountRoom * ShownCount)
            ShownCount = Math.Min(Words.Count, count);
        for (int i = 0; i < _at.Length; i++)
            _at[i] = view.ToWindow(Words[i].Place);
        _placedCount = 0;
        foreach (int word in chosen)
            Label(view.Area, word, isChosen: true);
        if (search.IsActive)
        {
            for (int k = 0; k < search.Found.Count; k++)
                Offer(view.Area, search.Found[k], chosen);
            for (int i = 0; i < _at.Length; i++)
                _isLabelled[i] &= chosen.Contains(i) || search.Finds(i);
            return;
        }

        for (int i = 0; i < _at.Length; i++)
        {
            if (i < ShownCount)
                Offer(view.Area, i, chosen);
            else if (!chosen.Contains(i))
                _isLabelled[i] = false;
        }
    }

    /// <summary>Where a label would stand on one side of its dot, the dot included.</summary>
    public Rectangle BoxOf(int word, bool isLeft, bool isChosen)
    {
        double radius = Radius(word, isChosen), scale = isChosen ? 1.25 : 1;
        double width = radius + LabelGap + (_widths[word] * scale);
        double height = Math.Max(LabelHeight * scale, 2 * radius);
        Point at = _at[word];
        return isLeft
            ? Rectangle.FromEdges(at.X - width, at.Y - (height / 2), at.X + radius, at.Y + (height / 2))
            : Rectangle.FromEdges(at.X - radius, at.Y - (height / 2), at.X + width, at.Y + (height / 2));
    }

    /// <summary>The word under a point, or −1: the nearest dot within reach, else the label.</summary>
    public int Under(Point at, WordSearch search)
    {
        const double Reach = 5;
        int best = -1;
        double bestAway = double.PositiveInfinity;
        for (int i = 0; i < _at.Length; i++)
        {
            if (!IsShown(i, search))
                continue;
            double away = Math.Max(0, Distance(_at[i], at) - _radii[i]);
            if (away > Reach)
                away = _isLabelled[i] && _boxes[i].Contains(at) ? Reach : double.PositiveInfinity;
            if (away < bestAway)
                (best, bestAway) = (i, away);
        }

        return best;
    }

    /// <summary>Whether a word's dot shows.</summary>
    public bool IsShown(int word, WordSearch search) => word < ShownCount || _isLabelled[word] || (search.IsActive && search.Finds(word));

    /// <summary>Distance of two points.</summary>
    public static double Distance(Point a, Point b) => Math.Sqrt(((a.X - b.X) * (a.X - b.X)) + ((a.Y - b.Y) * (a.Y - b.Y)));

    private void Offer(Rectangle area, int word, ReadOnlySpan<int> chosen)
    {
        if (!chosen.Contains(word))
            Label(area, word, isChosen: false);
    }

    // To the right of its dot, else to the left; a label that shows stays on its side while it can, and comes back where there is ample room.
    private void Label(Rectangle area, int word, bool isChosen)
    {
        bool wasLabelled = _isLabelled[word], wasLeft = wasLabelled && _boxes[word].Left < _at[word].X - (_radii[word] * 2);
        double room = wasLabelled ? 0 : ComingRoom;
        _isLabelled[word] = false;
        if (!area.Inset(wasLabelled ? -ChosenRadius : 0).Contains(_at[word]))
            return;
        if (wasLeft && Fits(area, word, isLeft: false, BackRoom, isChosen))
            Keep(word, BoxOf(word, isLeft: false, isChosen));
        else if (Fits(area, word, wasLeft, room, isChosen))
            Keep(word, BoxOf(word, wasLeft, isChosen));
        else if (Fits(area, word, !wasLeft, ComingRoom, isChosen))
            Keep(word, BoxOf(word, !wasLeft, isChosen));
        else if (isChosen)
            Keep(word, BoxOf(word, area.Right - _at[word].X < area.Width / 2, isChosen));
    }

    private bool Fits(Rectangle area, int word, bool isLeft, double room, bool isChosen)
    {
        Rectangle box = BoxOf(word, isLeft, isChosen);
        // The dot's own side may reach beyond: its middle does not.
        if (isLeft ? box.Left < area.Left : box.Right > area.Right)
            return false;
        Rectangle wide = box.Inset(-room);
        if (_keptA?.Overlaps(wide) == true || _keptB?.Overlaps(wide) == true)
            return false;
        for (int k = 0; k < _placedCount; k++)
        {
            if (_boxes[_placed[k]].Overlaps(wide))
                return false;
        }

        return isChosen || !CoversDot(box, room);
    }

    // The dots of the words that show first are not to be covered; the many that come with zoom may be.
    private bool CoversDot(Rectangle box, double room)
    {
        Rectangle inner = box.Inset(ComingRoom - room - DotsGiveWay);
        int covered = 0;
        for (int i = 0; i < ShownCount; i++)
            covered += inner.Contains(_at[i]) ? 1 : 0;
        return covered > 1;
    }

    private void Keep(int word, Rectangle box)
    {
        _boxes[word] = box;
        _isLabelled[word] = true;
        _placed[_placedCount++] = word;
    }
}
