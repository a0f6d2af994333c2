using SemanticEq.Ui.Canvas;

namespace SemanticEq.Ui.Editor;

/// <summary>
/// Places where nothing overlaps: by rank, each word takes the nearest that is free; one that finds none may move a single other to a place
/// as free. A word for whose label there is no room keeps its dot, clear of all labels if that can be. Main thread, no allocation.
/// </summary>
/// <param name="home">Where the words lie.</param>
/// <param name="at">Where they stand: read and written.</param>
/// <param name="isLeft">Whether their labels stand to the left: read and written.</param>
internal sealed class WordSettling(Point[] home, Point[] at, bool[] isLeft)
{
    /// <summary>Between two labels side by side, in canvas units.</summary>
    public const double Between = 3;

    private const int Nobody = -1, Several = -2;
    private static readonly Point[] Nearby = Steps();

    private readonly WordShape[] _taken = new WordShape[home.Length];
    private readonly bool[] _hasRoom = new bool[home.Length];
    private readonly bool[] _wasAsked = new bool[home.Length];
    private Rectangle _area;

    /// <summary>Whether a word found room for its label.</summary>
    public bool HasRoom(int word) => _hasRoom[word];

    /// <summary>Finds all words their places.</summary>
    public void Settle(WordDots dots, Rectangle area)
    {
        _area = area;
        Array.Clear(_hasRoom);
        for (int i = 0; i < at.Length; i++)
            _ = Place(dots, i, withLabel: true);
        for (int i = 0; i < at.Length; i++)
        {
            if (!_hasRoom[i])
                MoveAnother(dots, i);
        }

        for (int i = 0; i < at.Length; i++)
        {
            if (!_hasRoom[i])
                _ = Place(dots, i, withLabel: false);
        }
    }

    private bool Place(WordDots dots, int word, bool withLabel)
    {
        Point start = at[word];
        for (int k = 0; k < 2 * Nearby.Length; k++)
        {
            if (!Try(dots, word, start, k, withLabel, out Point to, out WordShape shape) || Blocker(word, shape) != Nobody)
                continue;
            Take(word, to, k, shape, withLabel);
            return true;
        }

        return false;
    }

    private void MoveAnother(WordDots dots, int word)
    {
        Point start = at[word];
        Array.Clear(_wasAsked);
        for (int k = 0; k < 2 * Nearby.Length; k++)
        {
            if (!Try(dots, word, start, k, withLabel: true, out Point to, out WordShape shape))
                continue;
            int other = Blocker(word, shape);
            if (other < 0 || _wasAsked[other])
                continue;
            _wasAsked[other] = true;
            (Point otherAt, bool otherLeft, WordShape otherShape, bool wasLeft) = (at[other], isLeft[other], _taken[other], isLeft[word]);
            _hasRoom[other] = false;
            Take(word, to, k, shape, hasRoom: true);
            if (Place(dots, other, withLabel: true))
                return;
            (at[other], isLeft[other], _taken[other], _hasRoom[other]) = (otherAt, otherLeft, otherShape, true);
            (at[word], isLeft[word], _hasRoom[word]) = (start, wasLeft, false);
        }
    }

    // The k-th place to look at: on either side of each step.
    private bool Try(WordDots dots, int word, Point start, int k, bool withLabel, out Point to, out WordShape shape)
    {
        to = new Point(start.X + Nearby[k / 2].X, start.Y + Nearby[k / 2].Y);
        bool toLeft = isLeft[word] ^ (k % 2 > 0);
        shape = dots.ShapeOf(word, to, toLeft, isChosen: false);
        if (!withLabel)
            shape = WordShape.Of(to, WordDots.BareRadius, default, isLeft: false);
        return WordDots.Distance(to, home[word]) <= WordSpacing.MostShift && shape.Dot.Centre.Y >= _area.Top && shape.Dot.Centre.Y <= _area.Bottom
            && (toLeft ? shape.Label.Left >= _area.Left : shape.Label.Right <= _area.Right);
    }

    private void Take(int word, Point to, int k, in WordShape shape, bool hasRoom)
    {
        at[word] = to;
        isLeft[word] ^= k % 2 > 0;
        (_taken[word], _hasRoom[word]) = (shape, hasRoom);
    }

    private int Blocker(int word, in WordShape shape)
    {
        int blocker = Nobody;
        for (int j = 0; j < _taken.Length; j++)
        {
            if (j == word || !_hasRoom[j] || !shape.Overlaps(_taken[j], Between))
                continue;
            if (blocker != Nobody)
                return Several;
            blocker = j;
        }

        return blocker;
    }

    // The nearest first.
    private static Point[] Steps()
    {
        const int Most = (int)WordSpacing.MostShift;
        return
        [
            .. from x in Enumerable.Range(-Most, 1 + (2 * Most))
               from y in Enumerable.Range(-Most, 1 + (2 * Most))
               where (x * x) + (y * y) <= Most * Most
               orderby (x * x) + (y * y), y, x
               select new Point(x, y),
        ];
    }
}
