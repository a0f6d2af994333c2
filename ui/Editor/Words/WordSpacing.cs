using SemanticEq.Ui.Canvas;

namespace SemanticEq.Ui.Editor;

/// <summary>
/// Room for the words that show first: each dot gives way a little, and each label stands to the right or to the left of it. Words that overlap
/// push one another apart along the shorter way, the lighter one farther, while each is drawn back to where it lies; then
/// <see cref="WordSettling"/> finds each a place of its own. The same for the same area; nothing is allocated after it is made. Main thread.
/// </summary>
internal sealed class WordSpacing
{
    /// <summary>Farther than this no dot gives way, in canvas units: what lies together stays together.</summary>
    public const double MostShift = 8;

    // As far beyond the area's top and bottom dots may stand.
    private const double Beyond = 5;
    private const int Rounds = 160, TurnEvery = 12;
    private const double Push = 0.6, Back = 0.06, BackFor = 0.7 * Rounds;

    private readonly int _count;
    private readonly WordSettling _settling;
    private readonly Point[] _home;
    private readonly Point[] _at;
    private readonly Point[] _push;
    private readonly double[] _weight;
    private readonly bool[] _isLeft;
    private readonly Rectangle[] _boxes;
    private Rectangle _area;

    /// <summary>For the first words by rank.</summary>
    public WordSpacing(int count)
    {
        _count = count;
        (_home, _at, _push) = (new Point[count], new Point[count], new Point[count]);
        (_weight, _isLeft, _boxes) = (new double[count], new bool[count], new Rectangle[count]);
        _settling = new WordSettling(_home, _at, _isLeft);
    }

    /// <summary>How far a word's dot stands from where it lies, in canvas units.</summary>
    public Point Shift(int word) => word < _count ? new Point(_at[word].X - _home[word].X, _at[word].Y - _home[word].Y) : default;

    /// <summary>Whether a word's label stands to the left of its dot.</summary>
    public bool IsLeft(int word) => word < _count && _isLeft[word];

    /// <summary>Whether there is room for a word's label.</summary>
    public bool HasRoom(int word) => word < _count && _settling.HasRoom(word);

    /// <summary>Finds the room in an area; does nothing where it is the same as before.</summary>
    /// <param name="dots">The dots' sizes and labels.</param>
    /// <param name="area">Where the whole plane shows.</param>
    public void Fit(WordDots dots, Rectangle area)
    {
        if (area == _area)
            return;
        _area = area;
        for (int i = 0; i < _count; i++)
        {
            MapWord word = dots.Words[i];
            _at[i] = _home[i] = new Point(area.Left + (word.Place.X * area.Width), area.Top + (word.Place.Y * area.Height));
            _weight[i] = 1 + (Math.Log2(1 + word.Settings) / 3);
            _isLeft[i] = dots.ShapeOf(i, _at[i], isLeft: false, isChosen: false).Label.Right > area.Right;
        }

        for (int round = 0; round < Rounds; round++)
        {
            for (int i = 0; i < _count; i++)
                _boxes[i] = Box(dots, i);
            for (int i = 0; i < _count && round % TurnEvery == TurnEvery / 2; i++)
                TurnIfBetter(dots, i);
            PushApart();
            for (int i = 0; i < _count; i++)
                Move(dots, i, round < BackFor ? Back : 0);
        }

        _settling.Settle(dots, area with { Y = area.Y - Beyond, Height = area.Height + (2 * Beyond) });
    }

    private void PushApart()
    {
        Array.Clear(_push);
        for (int i = 1; i < _count; i++)
        {
            for (int j = 0; j < i; j++)
            {
                (double x, double y) = Overlap(_boxes[i], _boxes[j]);
                if (x <= 0 || y <= 0)
                    continue;
                double share = _weight[j] / (_weight[i] + _weight[j]);
                Point way = y <= x
                    ? new Point(0, Push * y * (_boxes[i].Centre.Y >= _boxes[j].Centre.Y ? 1 : -1))
                    : new Point(Push * x * (_boxes[i].Centre.X >= _boxes[j].Centre.X ? 1 : -1), 0);
                _push[i] = new Point(_push[i].X + (way.X * share), _push[i].Y + (way.Y * share));
                _push[j] = new Point(_push[j].X - (way.X * (1 - share)), _push[j].Y - (way.Y * (1 - share)));
            }
        }
    }

    private void Move(WordDots dots, int word, double back)
    {
        Point home = _home[word], at = _at[word], push = _push[word];
        double x = ((at.X - home.X) * (1 - back)) + push.X, y = ((at.Y - home.Y) * (1 - back)) + push.Y;
        double far = Math.Sqrt((x * x) + (y * y)), keep = far > MostShift ? MostShift / far : 1;
        _at[word] = new Point(home.X + (x * keep), Math.Clamp(home.Y + (y * keep), _area.Top - Beyond, _area.Bottom + Beyond));
        Rectangle box = Box(dots, word);
        double inwards = _isLeft[word] ? Math.Max(0, _area.Left - box.Left) : Math.Min(0, _area.Right - box.Right);
        _at[word] = _at[word] with { X = _at[word].X + inwards };
    }

    private void TurnIfBetter(WordDots dots, int word)
    {
        const double Clearly = 0.8, AtLeast = 2;
        double before = Cost(word);
        _isLeft[word] = !_isLeft[word];
        _boxes[word] = Box(dots, word);
        if (Cost(word) < (Clearly * before) - AtLeast)
            return;
        _isLeft[word] = !_isLeft[word];
        _boxes[word] = Box(dots, word);
    }

    // The area that it shares with others; a label beyond the edge is worse than any of that.
    private double Cost(int word)
    {
        const double BeyondTheEdge = 1000;
        bool isWithin = _isLeft[word] ? _boxes[word].Left >= _area.Left : _boxes[word].Right <= _area.Right;
        double cost = isWithin ? 0 : BeyondTheEdge;
        for (int j = 0; j < _count; j++)
        {
            (double x, double y) = Overlap(_boxes[word], _boxes[j]);
            cost += j != word && x > 0 && y > 0 ? x * y : 0;
        }

        return cost;
    }

    private Rectangle Box(WordDots dots, int word) => dots.ShapeOf(word, _at[word], _isLeft[word], isChosen: false).All;

    private static (double X, double Y) Overlap(Rectangle a, Rectangle b) => (
        Math.Min(a.Right, b.Right) - Math.Max(a.Left, b.Left) + WordSettling.Between, Math.Min(a.Bottom, b.Bottom) - Math.Max(a.Top, b.Top));
}
