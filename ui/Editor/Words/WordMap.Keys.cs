using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Window;

namespace SemanticEq.Ui.Editor;

/// <summary>What keys do to the map.</summary>
internal sealed partial class WordMap
{
    private const double MorphStep = 0.01;

    // A word that lies off to the side counts as farther, and beyond some 70° not at all.
    private const double LeastCosine = 0.34;

    private int _cursor = -1;
    private int _pick;

    /// <inheritdoc/>
    public override void FocusChanged(bool isFocused)
    {
        if (isFocused && _cursor < 0)
            _cursor = IndexOf(WordPlace.A) is >= 0 and var chosen ? chosen : _dots.Words.Count > 0 ? 0 : -1;
        Restart();
    }

    /// <inheritdoc/>
    public override bool Key(in KeyEvent key)
    {
        if (!key.IsDown)
            return false;
        bool hasShift = key.Modifiers.HasFlag(Modifiers.Shift), hasControl = key.Modifiers.HasFlag(Modifiers.Control);
        switch (key.Key)
        {
            case Window.Key.Left or Window.Key.Right or Window.Key.Up or Window.Key.Down when hasControl && _mixCount > 0:
                return StepMixBy(key.Key, hasShift ? Fine : 1);
            case Window.Key.Left or Window.Key.Right when hasControl:
                return StepMorph((key.Key == Window.Key.Left ? -1 : 1) * (hasShift ? Fine : 1));
            case Window.Key.Left:
                return Walk(-1, 0);
            case Window.Key.Right:
                return Walk(1, 0);
            case Window.Key.Up:
                return Walk(0, -1);
            case Window.Key.Down:
                return Walk(0, 1);
            case Window.Key.Return when _cursor >= 0:
                Take(_cursor, hasShift, hasControl);
                return true;
            case Window.Key.Delete or Window.Key.Backspace:
                return _choice.ClearOne();
            case Window.Key.Escape:
                return _choice.ClearOne();
            case Window.Key.Character when key.Character.Value is '+' or '=' or '-':
                return ZoomByKey(key.Character.Value == '-' ? 1 / ZoomOfNotch : ZoomOfNotch);
            default:
                return false;
        }
    }

    /// <inheritdoc/>
    public override void Settled()
    {
        _morph.End();
        _blend.End();
    }

    /// <summary>Goes on among what was found.</summary>
    public void StepFound(int by)
    {
        if (Search.Found.Count == 0)
            return;
        _pick = ((_pick + by) % Search.Found.Count + Search.Found.Count) % Search.Found.Count;
        _view.Reveal(_dots.Words[Search.Found[_pick]].Place);
        Restart();
    }

    /// <summary>Chooses what was found.</summary>
    /// <returns>False where nothing was.</returns>
    public bool TakeFound(bool asSecond, bool isMixed)
    {
        if (Search is not { IsActive: true } || Search.Found.Count == 0)
            return false;
        Take(Search.Found[_pick], asSecond, isMixed);
        return true;
    }

    private void Take(int word, bool asSecond, bool isMixed)
    {
        // What keys were moving ends first: it is a step of its own.
        _blend.End();
        if (isMixed)
            _ = Mix(word);
        else if (asSecond)
            _choice.MorphTo(_dots.Words[word].Slot);
        else
            _choice.Start(_dots.Words[word].Slot);
    }

    private bool StepMixBy(Window.Key key, double steps) => key switch
    {
        Window.Key.Left => StepMix(-steps, 0),
        Window.Key.Right => StepMix(steps, 0),
        Window.Key.Up => StepMix(0, -steps),
        _ => StepMix(0, steps),
    };

    private bool StepMorph(double steps)
    {
        if (_model.Words.Slot(WordPlace.B) == 0)
            return false;
        _morph.Set(_model.Words.Morph.Value + (steps * MorphStep));
        return true;
    }

    private bool ZoomByKey(double factor)
    {
        Point about = _cursor >= 0 ? _dots.In(_view, _cursor) : _view.Area.Centre;
        if (_view.ZoomAbout(about, factor))
            Restart();
        return true;
    }

    private bool Walk(double x, double y)
    {
        if (_cursor < 0)
            return false;
        Point from = _dots.In(_view, _cursor);
        int best = -1;
        double bestFar = double.PositiveInfinity;
        for (int i = 0; i < _dots.Words.Count; i++)
        {
            if (i == _cursor || !_dots.IsShown(i, Search))
                continue;
            Point to = _dots.In(_view, i);
            double far = WordDots.Distance(from, to), cosine = (((to.X - from.X) * x) + ((to.Y - from.Y) * y)) / Math.Max(far, 1e-9);
            if (cosine > LeastCosine && far / (cosine * cosine) < bestFar)
                (best, bestFar) = (i, far / (cosine * cosine));
        }

        if (best >= 0)
        {
            _cursor = best;
            _hovered = -1;
            _view.Reveal(_dots.Words[best].Place);
            Restart();
        }

        return true;
    }
}
