using SemanticEq.Ui.Canvas;

namespace SemanticEq.Ui.Editor;

/// <summary>
/// The words as dots with labels: which show, how large, and where their labels stand. While all show, <see cref="WordSpacing"/> has made room
/// for them; nearer, labels go to words by rank, as far as there is room, and one that shows gives way a little later than it would come, so that
/// none flickers while the map is zoomed. Main thread; nothing is allocated after the first.
/// </summary>
internal sealed class WordDots
{
    /// <summary>Words that show while the whole map does.</summary>
    public const int FirstShown = 60;

    /// <summary>Radius of the dot of a word without a label, in canvas units.</summary>
    public const double BareRadius = 2.2;

    // Of the type's size. The fewer have set a word, the smaller it is.
    private const double LineHeight = 1.12;
    private const int Many = 20, Some = 8;
    private const double LessForSome = 0.5, LessForFew = 1;

    private const double ComingRoom = 3;
    private const double LanguageGap = 2;
    private const double ChosenRadius = 9;
    private const double ChosenSize = TypeSize.Label + 0.5, SemiBoldWidth = 1.06;
    private const double CountRoom = 0.1;
    private const double DotsGiveWay = 0.5;
    private const double BackRoom = 6;

    private readonly Point[] _at;
    private readonly double[] _radii;
    private readonly double[] _widths;
    private readonly bool[] _isLabelled;
    private readonly WordShape[] _shapes;
    private readonly int[] _placed;
    private readonly WordSpacing _spacing;
    private int _placedCount;
    private bool _isWhole;
    private Rectangle? _keptA;
    private Rectangle? _keptB;

    /// <summary>Of the words by rank.</summary>
    public WordDots(IReadOnlyList<MapWord> words)
    {
        Words = words;
        _at = new Point[words.Count];
        _radii = [.. words.Select(word => 2.2 + (0.45 * Math.Log2(1 + word.Settings)))];
        _widths = new double[words.Count];
        _isLabelled = new bool[words.Count];
        _shapes = new WordShape[words.Count];
        _placed = new int[words.Count];
        _spacing = new WordSpacing(Math.Min(FirstShown, words.Count));
        Language = [.. words.Select(word => word.Language == "en" ? "" : word.Language)];
    }

    /// <summary>The words, by rank.</summary>
    public IReadOnlyList<MapWord> Words { get; }

    /// <summary>The mark of each word's language; empty for English, in which the window speaks.</summary>
    public IReadOnlyList<string> Language { get; }

    /// <summary>How many words, by rank, show at the present zoom.</summary>
    public int ShownCount { get; private set; }

    /// <summary>Type of a word's label.</summary>
    public TextStyle LabelStyle(int word, Colour colour) => new(LabelSize(word), colour);

    /// <summary>Type of a chosen word's label.</summary>
    public static TextStyle ChosenStyle(Colour colour) => new(ChosenSize, colour, FontWeight.SemiBold);

    /// <summary>Type of the mark of a language.</summary>
    public static TextStyle LanguageStyle(Colour colour) => new(8, colour, FontWeight.Medium);

    /// <summary>Where a word's dot lay on the window when it was placed.</summary>
    public Point At(int word) => _at[word];

    /// <summary>Where a word's dot lies on the window in another view.</summary>
    public Point In(MapView view, int word)
    {
        Point place = Words[word].Place, shift = _spacing.Shift(word);
        return view.ToWindow(new Point(place.X + (shift.X / Math.Max(1, view.Area.Width)), place.Y + (shift.Y / Math.Max(1, view.Area.Height))));
    }

    /// <summary>Radius of a word's dot, in canvas units.</summary>
    public double Radius(int word, bool isChosen) => isChosen ? ChosenRadius : _radii[word];

    /// <summary>Radius of a word's dot as drawn: small where it has no label.</summary>
    public double DrawnRadius(int word) => _isLabelled[word] ? _radii[word] : BareRadius;

    /// <summary>Whether a word's label shows.</summary>
    public bool IsLabelled(int word) => _isLabelled[word];

    /// <summary>A word's dot and label together.</summary>
    public Rectangle Box(int word) => _shapes[word].All;

    /// <summary>A word's dot and label, each by itself.</summary>
    public WordShape Shape(int word) => _shapes[word];

    /// <summary>Measures the labels, once type can be set.</summary>
    public void Measure(ICanvas canvas)
    {
        if (_widths.Length == 0 || _widths[0] > 0)
            return;
        for (int i = 0; i < _widths.Length; i++)
        {
            _widths[i] = canvas.MeasureWidth(Words[i].Word, LabelStyle(i, default));
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
        _spacing.Fit(this, view.Area);
        for (int i = 0; i < _at.Length; i++)
            _at[i] = In(view, i);
        _isWhole = view.Zoom <= 1;
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
    public Rectangle BoxOf(int word, bool isLeft, bool isChosen) => ShapeOf(word, _at[word], isLeft, isChosen).All;

    /// <summary>What a word takes of the map.</summary>
    /// <param name="word">The word.</param>
    /// <param name="at">Its dot's middle.</param>
    /// <param name="isLeft">Whether its label stands to the left.</param>
    /// <param name="isChosen">Whether it is one of the chosen, larger than all others.</param>
    public WordShape ShapeOf(int word, Point at, bool isLeft, bool isChosen)
    {
        double size = isChosen ? ChosenSize : LabelSize(word), width = _widths[word] * (isChosen ? ChosenSize / LabelSize(word) * SemiBoldWidth : 1);
        return WordShape.Of(at, Radius(word, isChosen), new Size(width, LineHeight * size), isLeft);
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
                away = _isLabelled[i] && Box(i).Contains(at) ? Reach : double.PositiveInfinity;
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

    // On the side where there is room for it while the whole map shows, most often the right, else on the other; nearer, a label that shows stays
    // on its side while it can, and comes back where there is ample room.
    private void Label(Rectangle area, int word, bool isChosen)
    {
        bool isLeft = _spacing.IsLeft(word), wasLabelled = _isLabelled[word] && !_isWhole;
        bool wasLeft = wasLabelled ? _shapes[word].Label.Left < _at[word].X : isLeft;
        double room = wasLabelled || _isWhole ? 0 : ComingRoom;
        _isLabelled[word] = false;
        if (!area.Inset(wasLabelled || _isWhole ? -ChosenRadius : 0).Contains(_at[word]))
            return;
        if (wasLeft != isLeft && Fits(area, word, isLeft, BackRoom, isChosen))
            Keep(word, isLeft, isChosen);
        else if (Fits(area, word, wasLeft, room, isChosen))
            Keep(word, wasLeft, isChosen);
        else if (Fits(area, word, !wasLeft, ComingRoom, isChosen))
            Keep(word, !wasLeft, isChosen);
        else if (isChosen)
            Keep(word, area.Right - _at[word].X < area.Width / 2, isChosen);
    }

    private double LabelSize(int word) => TypeSize.Small - (Words[word].Settings >= Many ? 0 : Words[word].Settings >= Some ? LessForSome : LessForFew);

    private bool Fits(Rectangle area, int word, bool isLeft, double room, bool isChosen)
    {
        WordShape shape = ShapeOf(word, _at[word], isLeft, isChosen);
        // The dot's own side may reach beyond: its middle does not.
        if (isLeft ? shape.Label.Left < area.Left + room : shape.Label.Right > area.Right - room)
            return false;
        Rectangle wide = shape.All.Inset(-room);
        if (_keptA?.Overlaps(wide) == true || _keptB?.Overlaps(wide) == true)
            return false;
        for (int k = 0; k < _placedCount; k++)
        {
            if (shape.Overlaps(_shapes[_placed[k]], room, room))
                return false;
        }

        return isChosen || (_isWhole && _spacing.HasRoom(word)) || !CoversDot(shape.All, room);
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

    private void Keep(int word, bool isLeft, bool isChosen)
    {
        _shapes[word] = ShapeOf(word, _at[word], isLeft, isChosen);
        _isLabelled[word] = true;
        _placed[_placedCount++] = word;
    }
}
