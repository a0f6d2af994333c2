using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Window;

namespace SemanticEq.Ui.Editor;

/// <summary>What the pointer does to the map.</summary>
internal sealed partial class WordMap
{
    private const double ZoomOfNotch = 1.25;
    private const double DragFrom = 5;
    private const double RingReach = 12;
    private const double OnRingsWay = 0.8;
    private const double Fine = 0.1;

    private Hold _hold;
    private int _held;
    private Point _pressed;
    private Point _last;
    private double _morphAt;
    private bool _toB;
    private bool _toMix;
    private Point _mixAt;

    private enum Hold
    {
        Nothing,
        Word,
        Link,
        Ring,
        Mix,
        Ground,
    }

    /// <inheritdoc/>
    public override CursorShape Cursor(Point at) => _hold switch
    {
        Hold.Ground when _view.Zoom > 1 => CursorShape.Move,
        Hold.Link or Hold.Ring or Hold.Mix => CursorShape.Move,
        _ => IsOnRing(at) || IsOnMix(at) || _hovered >= 0 ? CursorShape.Hand : CursorShape.Arrow,
    };

    /// <inheritdoc/>
    public override uint? ParameterAt(Point at) => IsOnRing(at) ? _model.Words.Morph.Id : null;

    /// <inheritdoc/>
    public override string? Tooltip(Point at)
    {
        if (IsOnRing(at))
            return "Morph from the first word to the second: drag, or double-click for its default";
        if (IsOnMix(at))
            return "The mix of these words: drag it to weigh them; Ctrl-click a word to add it or take it out";
        return Asked is { } word && _hovered >= 0 ? WordTips.Of(word, _model.Words) : null;
    }

    /// <inheritdoc/>
    public override bool Pressed(in PointerEvent pointer)
    {
        (_pressed, _last, _toB) = (pointer.Position, pointer.Position, pointer.Modifiers.HasFlag(Modifiers.Shift));
        _toMix = pointer.Modifiers.HasFlag(Modifiers.Control);
        _held = _dots.Under(pointer.Position, Search);
        if (pointer.Button == PointerButton.Secondary)
            return ShowMenu(_held, pointer.Position);
        if (pointer.Button != PointerButton.Primary)
            return false;
        bool isOnRing = IsOnRing(pointer.Position);
        if (isOnRing && (pointer.Clicks == 2 || pointer.Modifiers.HasFlag(Modifiers.Control)))
        {
            _model.Words.Morph.SetOnce(_model.Words.Morph.Default);
            return true;
        }

        // Where the ring lies on a word, the way of the drag tells which of them is meant.
        bool isOnEnd = _held >= 0 && (_held == IndexOf(WordPlace.A) || _held == IndexOf(WordPlace.B));
        if (isOnRing && !isOnEnd)
            HoldRing(pointer);
        else if (IsOnMix(pointer.Position) && !_toMix)
            HoldMix();
        else if (_held >= 0)
            _hold = Hold.Word;
        else if (pointer.Clicks == 2)
            ShowAll();
        else
            _hold = Hold.Ground;
        return true;
    }

    /// <inheritdoc/>
    public override void Moved(in PointerEvent pointer)
    {
        switch (_hold)
        {
            case Hold.Nothing:
                Hover(IsOnRing(pointer.Position) || IsOnMix(pointer.Position) ? -1 : _dots.Under(pointer.Position, Search));
                break;
            case Hold.Word when !_toMix && WordDots.Distance(_pressed, pointer.Position) > DragFrom:
                Hover(-1);
                if (GoesAlongRing(pointer.Position))
                    HoldRing(pointer);
                else
                    HoldLink(pointer);
                break;
            case Hold.Link:
                _link.Move(pointer.Position, Search);
                break;
            case Hold.Ring:
                MoveRing(pointer.Position, pointer.Modifiers.HasFlag(Modifiers.Shift));
                break;
            case Hold.Mix:
                MoveMix(pointer.Position, pointer.Modifiers.HasFlag(Modifiers.Shift));
                break;
            case Hold.Ground:
                _view.Pan(pointer.Position.X - _last.X, pointer.Position.Y - _last.Y);
                if (_view.Zoom > 1)
                    Restart();
                break;
        }

        _last = pointer.Position;
    }

    /// <inheritdoc/>
    public override void Released(in PointerEvent pointer)
    {
        Hold hold = _hold;
        _hold = Hold.Nothing;
        _link.End();
        _morph.End();
        _blend.End();
        if (hold != Hold.Word)
            return;
        if (_toMix)
            _ = Mix(_held);
        else if (_toB)
            _choice.MorphTo(_dots.Words[_held].Slot);
        else
            _choice.Start(_dots.Words[_held].Slot);
    }

    /// <inheritdoc/>
    public override void Cancelled()
    {
        _hold = Hold.Nothing;
        _link.Cancel();
        _morph.End();
        _blend.Cancel();
    }

    /// <inheritdoc/>
    public override bool Wheel(in PointerEvent pointer)
    {
        if (_hold == Hold.Nothing && _view.ZoomAbout(pointer.Position, Math.Pow(ZoomOfNotch, pointer.WheelSteps)))
            Restart();
        return true;
    }

    private void ShowAll()
    {
        _view.Fit();
        Restart();
    }

    private void HoldLink(in PointerEvent pointer)
    {
        _hold = Hold.Link;
        _link.Begin(_held);
        _link.Move(pointer.Position, Search);
    }

    // From where the button went down: what was moved before the way was known counts too.
    private void HoldRing(in PointerEvent pointer)
    {
        _hold = Hold.Ring;
        _morphAt = _model.Words.Morph.Value;
        _morph.Begin();
        _last = _pressed;
        if (pointer.Position != _pressed)
            MoveRing(pointer.Position, pointer.Modifiers.HasFlag(Modifiers.Shift));
    }

    private void HoldMix()
    {
        _hold = Hold.Mix;
        _blend.End();
        _blend.Begin();
        _mixAt = _blend.Place;
    }

    private void MoveRing(Point at, bool isFine)
    {
        if (PointOf(WordPlace.A) is not { } a || PointOf(WordPlace.B) is not { } b)
            return;
        double moved = Share(a, b, at) - Share(a, b, _last);
        _morphAt = Math.Clamp(_morphAt + (isFine ? Fine * moved : moved), 0, 1);
        _morph.Set(_morphAt);
    }

    // As WordLink.Along, but beyond the ends too, so that a drag that went too far comes back where it left.
    private static double Share(Point a, Point b, Point at)
    {
        double x = b.X - a.X, y = b.Y - a.Y;
        return (((at.X - a.X) * x) + ((at.Y - a.Y) * y)) / Math.Max(1, (x * x) + (y * y));
    }

    private bool IsOnRing(Point at) => Ring() is { } ring && WordDots.Distance(ring, at) <= RingReach;

    private bool GoesAlongRing(Point to)
    {
        if (!IsOnRing(_pressed) || PointOf(WordPlace.A) is not { } a || PointOf(WordPlace.B) is not { } b)
            return false;
        double x = to.X - _pressed.X, y = to.Y - _pressed.Y, along = (x * (b.X - a.X)) + (y * (b.Y - a.Y));
        return Math.Abs(along) >= OnRingsWay * Math.Sqrt((x * x) + (y * y)) * WordDots.Distance(a, b);
    }
}
