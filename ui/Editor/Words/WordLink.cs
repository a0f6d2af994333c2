using SemanticEq.Ui.Canvas;

namespace SemanticEq.Ui.Editor;

/// <summary>
/// A drag from one word towards another: the first is word A, the one that is aimed at word B, and how far the pointer has come on the way is
/// the morph. All of it is one step for undo. Main thread.
/// </summary>
internal sealed class WordLink(IEditorModel model, WordDots dots)
{
    // A word that is farther off the pointer's way than this, in canvas units, is not aimed at.
    private const double FarthestOff = 60;

    // What is left of the way counts less than what is off it.
    private const double ShareOfRest = 0.35;

    // Another word must be this much better than the one that is aimed at.
    private const double Stickiness = 0.75;

    private int _from = -1;
    private int _to = -1;
    private int _slotA;
    private int _slotB;
    private double _morph;
    private double _variation;

    /// <summary>Whether one is under way.</summary>
    public bool IsOpen => _from >= 0;

    /// <summary>Starts from a word.</summary>
    public void Begin(int from)
    {
        IWords words = model.Words;
        (_slotA, _slotB, _morph) = (words.Slot(WordPlace.A), words.Slot(WordPlace.B), words.Morph.Value);
        _variation = words.Variation.Value;
        (_from, _to) = (from, -1);
        model.BeginGroup("Morph");
        words.Choose(WordPlace.A, dots.Words[from].Slot);
        words.Morph.Begin();
    }

    /// <summary>Aims with the pointer.</summary>
    public void Move(Point pointer, WordSearch search)
    {
        int to = Aim(pointer, search);
        if (to >= 0 && to != _to)
        {
            _to = to;
            model.Words.Choose(WordPlace.B, dots.Words[to].Slot);
        }

        if (_to >= 0)
            model.Words.Morph.Set(Along(dots.At(_from), dots.At(_to), pointer));
    }

    /// <summary>It is so.</summary>
    public void End()
    {
        if (!IsOpen)
            return;
        _from = -1;
        model.Words.Morph.End();
        model.EndGroup();
    }

    /// <summary>It is as it was before.</summary>
    public void Cancel()
    {
        if (!IsOpen)
            return;
        model.Words.Choose(WordPlace.A, _slotA);
        model.Words.Choose(WordPlace.B, _slotB);
        model.Words.Morph.Set(_morph);
        // Another word may have begun with its main reading.
        if (model.Words.Variation.Value != _variation)
            model.Words.Variation.SetOnce(_variation);
        End();
    }

    /// <summary>How far a point has come from one to another, 0 to 1.</summary>
    public static double Along(Point from, Point to, Point at)
    {
        double x = to.X - from.X, y = to.Y - from.Y, length = (x * x) + (y * y);
        return length <= 0 ? 0 : Math.Clamp((((at.X - from.X) * x) + ((at.Y - from.Y) * y)) / length, 0, 1);
    }

    private int Aim(Point pointer, WordSearch search)
    {
        int best = _to;
        double bestCost = _to < 0 ? FarthestOff : Stickiness * Cost(_to, pointer);
        for (int i = 0; i < dots.Words.Count; i++)
        {
            if (i == _from || i == _to || !dots.IsShown(i, search))
                continue;
            double cost = Cost(i, pointer);
            if (cost < bestCost)
                (best, bestCost) = (i, cost);
        }

        return best;
    }

    private double Cost(int word, Point pointer)
    {
        Point from = dots.At(_from), to = dots.At(word);
        double share = Along(from, to, pointer);
        if (share <= 0)
            return double.PositiveInfinity;
        var foot = new Point(from.X + (share * (to.X - from.X)), from.Y + (share * (to.Y - from.Y)));
        return WordDots.Distance(foot, pointer) + (ShareOfRest * WordDots.Distance(foot, to));
    }
}
