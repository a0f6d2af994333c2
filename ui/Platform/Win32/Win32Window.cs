using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Window;

namespace SemanticEq.Ui.Platform.Win32;

/// <summary>
/// A window on Windows, child of a window of a host's, moved by the host's message loop: what happens is told while its messages are handled, and
/// its timers come by them too. Main thread: the one that opened it.
/// </summary>
public sealed partial class Win32Window : IWindow
{
    /// <summary>The greatest width and height, in pixels; what is asked for beyond is cut.</summary>
    public const int MaxSidePixels = 8192;

    private const double DotsPerInch = 96;

    private readonly IWindowClient _client;
    private readonly nint _parent;
    private nint _window;
    private Win32Image? _image;
    private Win32Focus? _focus;
    private Win32Keyboard? _keyboard;
    private Win32Clipboard? _clipboard;
    private Win32Timers? _timers;
    private Win32DropTarget? _drop;
    private readonly Win32Pointer _pointer = new();
    private readonly Win32Cursors _cursors = new();
    private int _widthPixels;
    private int _heightPixels;
    private bool _hasTold;
    private bool _isGone = true;

    private Win32Window(IWindowClient client, nint parent) => (_client, _parent) = (client, parent);

    /// <inheritdoc/>
    public nint Handle => _window;

    /// <inheritdoc/>
    public int WaitHandle => -1;

    /// <inheritdoc/>
    public Size Size => new(_widthPixels / Scale, _heightPixels / Scale);

    /// <inheritdoc/>
    public double Scale { get; private set; } = 1;

    /// <inheritdoc/>
    public double? SystemScale => _isGone ? null : User32.GetDpiForWindow(_window) is > 0 and var dots ? dots / DotsPerInch : null;

    /// <inheritdoc/>
    public unsafe Point Origin
    {
        get
        {
            PixelPoint corner = default;
            return !_isGone && User32.ClientToScreen(_window, &corner) != 0 ? new Point(corner.X, corner.Y) : default;
        }
    }

    /// <inheritdoc/>
    public bool IsLost => _isGone;

    /// <inheritdoc/>
    public bool IsSeen
    {
        get
        {
            const uint root = 2;
            return !_isGone && User32.IsWindowVisible(_window) != 0 && User32.IsIconic(User32.GetAncestor(_window, root)) == 0;
        }
    }

    /// <summary>Opens a window.</summary>
    /// <param name="parent">The HWND to be in; 0 for the screen itself.</param>
    /// <param name="size">Width and height in canvas units.</param>
    /// <param name="scale">Pixels per canvas unit, above 0.</param>
    /// <param name="client">What draws and is told; nothing is called before the window is returned.</param>
    /// <param name="problem">Why there is none, and what to do; null where there is.</param>
    public static Win32Window? Open(nint parent, Size size, double scale, IWindowClient client, out string? problem)
    {
        if (!(scale > 0 && double.IsFinite(scale)))
            throw new ArgumentOutOfRangeException(nameof(scale), scale, "The scale must be above 0 and finite.");
        var opened = new Win32Window(client, parent) { Scale = scale, _widthPixels = Pixels(size.Width, scale), _heightPixels = Pixels(size.Height, scale) };
        nint window = Win32Class.Create(opened, parent, opened._widthPixels, opened._heightPixels);
        problem = window == 0 ? "The window that the host gave the editor to be in is not there." : null;
        if (window == 0)
            return null;
        try
        {
            opened.Begin(window);
            return opened;
        }
        catch (CanvasException e)
        {
            opened.Dispose();
            problem = e.Message;
            return null;
        }
    }

    /// <inheritdoc/>
    public void Resize(Size size, double scale)
    {
        const uint sizeOnly = 0x2 | 0x4 | 0x10;
        if (_isGone || !(scale > 0 && double.IsFinite(scale)))
            return;
        int width = Pixels(size.Width, scale), height = Pixels(size.Height, scale);
        if (width == _widthPixels && height == _heightPixels && scale == Scale)
            return;
        Become(width, height, scale);
        _ = User32.SetWindowPos(_window, 0, 0, 0, width, height, sizeOnly);
    }

    /// <inheritdoc/>
    public void Invalidate(Rectangle area) => _image?.Invalidate(PixelArea.Around(area, Scale));

    /// <inheritdoc/>
    public bool HandleEvents()
    {
        bool hasTold = _hasTold;
        _hasTold = false;
        return hasTold;
    }

    /// <inheritdoc/>
    public bool Paint() => !_isGone && _image!.Paint(_client);

    /// <inheritdoc/>
    public void SetCursor(CursorShape shape)
    {
        if (!_isGone)
            _cursors.Take(shape, _pointer.IsInside);
    }

    /// <inheritdoc/>
    public void TakeKeyboard(bool take)
    {
        if (!_isGone)
            _focus!.Take(take);
    }

    /// <inheritdoc/>
    public void Copy(string text)
    {
        if (!_isGone)
            _clipboard!.Copy(text);
    }

    /// <inheritdoc/>
    public void RequestPaste()
    {
        if (!_isGone)
            _clipboard!.Request();
    }

    /// <inheritdoc/>
    public IDisposable? Every(int milliseconds, Action callback) => _isGone ? null : _timers!.Every(milliseconds, callback);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_isGone)
        {
            _focus?.Take(false);
            _drop?.Dispose();
            // Nothing is told of its going.
            _isGone = true;
            _ = User32.DestroyWindow(_window);
            Win32Class.Forget();
        }

        _image?.Dispose();
        _image = null;
    }

    private static int Pixels(double units, double scale)
    {
        double pixels = Math.Round(units * scale);
        return pixels >= 1 ? (int)Math.Min(pixels, MaxSidePixels) : 1;
    }

    private void Begin(nint window)
    {
        _window = window;
        _image = new Win32Image(window);
        _focus = new Win32Focus(window, _parent);
        _keyboard = new Win32Keyboard(window, _parent, _client);
        _clipboard = new Win32Clipboard(window);
        _timers = new Win32Timers(window);
        _drop = new Win32DropTarget(window);
        _isGone = false;
        _image.Resize(_widthPixels, _heightPixels, Scale);
    }

    private void Become(int width, int height, double scale)
    {
        (_widthPixels, _heightPixels, Scale) = (width, height, scale);
        _image!.Resize(width, height, scale);
        _client.Resized(Size, scale);
    }
}
