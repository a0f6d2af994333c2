using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Widgets;
using SemanticEq.Ui.Window;

namespace SemanticEq.Ui.Accessibility;

/// <summary>
/// Between a scene and assistive technology, once a frame: does what was asked for, and describes the scene anew where it may have changed.
/// While nobody listens, that is one look at a flag. The window's thread.
/// </summary>
public sealed class AccessibleScene(Scene scene, IAssistiveLink link)
{
    /// <summary>
    /// The least time between two descriptions while a user does something, and a little longer, in seconds. Where the keyboard goes is told at
    /// once.
    /// </summary>
    public const double Interval = 0.1;

    /// <summary>The same for what goes on by itself, as meters and automation do: a description allocates some 40 kB.</summary>
    public const double IdleInterval = 0.5;

    /// <summary>The time between two looks at where the window is on the screen, in seconds: a host that moves it tells nobody.</summary>
    public const double PlaceInterval = 0.5;

    // What a key does may take some frames to be seen: a phrase is read by a worker.
    private const double UsedSeconds = 1;

    private Widget? _keyTarget;
    private Point _origin;
    private double _located;
    private int _popups;
    private bool _hadKeyboard;
    private bool _isBehind;
    private bool _wasListening;
    private double _usedUntil;
    private double _published;

    /// <summary>Whether assistive technology is there: what it asks for is not to wait for a window that rests or that nobody sees.</summary>
    public bool IsListening => link.IsListening;

    /// <summary>A frame.</summary>
    /// <param name="window">The scene's.</param>
    /// <param name="seconds">Since the window was opened.</param>
    public void Frame(IWindow window, double seconds)
    {
        if (!link.IsListening)
        {
            _wasListening = false;
            return;
        }

        bool isUrgent = !_wasListening;
        if (isUrgent)
            _located = double.NegativeInfinity;
        _wasListening = true;
        while (link.TryTake(out AccessibleRequest request))
            isUrgent |= scene.Perform(request);
        isUrgent |= scene.KeyTarget != _keyTarget || scene.OpenPopups != _popups || scene.HasKeyboard != _hadKeyboard;
        _isBehind |= scene.TakeMayReadOtherwise();
        if (scene.TakeWasUsed() || isUrgent)
            _usedUntil = seconds + UsedSeconds;
        Locate(window, seconds);
        if (isUrgent || (_isBehind && seconds - _published >= (seconds < _usedUntil ? Interval : IdleInterval)))
            Publish(window, seconds);
    }

    // The answer to one question comes with the next.
    private void Locate(IWindow window, double seconds)
    {
        if (seconds - _located < PlaceInterval)
            return;
        _located = seconds;
        Point origin = window.Origin;
        _isBehind |= origin != _origin;
        _origin = origin;
    }

    private void Publish(IWindow window, double seconds)
    {
        (_keyTarget, _popups, _hadKeyboard) = (scene.KeyTarget, scene.OpenPopups, scene.HasKeyboard);
        (_isBehind, _published) = (false, seconds);
        link.Publish(new AccessibleTree(scene.Describe(), _keyTarget is { } target ? AccessibleId.Of(target) : 0)
        {
            IsActive = _hadKeyboard,
            Scale = window.Scale,
            Origin = _origin,
        });
    }
}
