using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Window;

namespace SemanticEq.Ui.Platform.X11;

/// <summary>
/// A window on X11, child of a window of a host's, with a connection of its own. It sets no handler of the process and waits for the
/// server only while opening and when the keyboard is first taken.
/// </summary>
public sealed unsafe partial class X11Window : IWindow
{
    /// <summary>The greatest width and height, in pixels; what is asked for beyond is cut.</summary>
    public const int MaxSidePixels = 8192;

    private const ushort SizeMask = 4 | 8;

    private readonly X11Connection _connection;
    private readonly IWindowClient _client;
    private readonly uint _window;
    private readonly uint _parent;
    private readonly WindowImage _image;
    private readonly X11Pointer _pointer = new();
    private readonly X11Keyboard _keyboard;
    private readonly X11Focus _focus;
    private readonly X11Clipboard _clipboard;
    private readonly X11DropTarget _drop;
    private readonly X11Cursors _cursors;
    private readonly X11Place _place;
    private readonly X11Sight _sight;
    private int _widthPixels;
    private int _heightPixels;
    private uint _lastConfigure;
    private uint _lastTime;
    private bool _isGone;

    private X11Window(X11Connection connection, IWindowClient client, uint window, uint parent, WindowImage image, X11Atoms atoms)
    {
        (_connection, _client, _window, _parent, _image) = (connection, client, window, parent, image);
        _keyboard = new X11Keyboard(connection);
        _focus = new X11Focus(connection, window, parent, X11Creation.EventMask);
        _clipboard = new X11Clipboard(connection, window, atoms);
        _drop = new X11DropTarget(connection, window);
        _cursors = new X11Cursors(connection, window);
        _place = new X11Place(connection, window);
        _sight = new X11Sight(connection, window);
    }

    /// <inheritdoc/>
    public nint Handle => (nint)_window;

    /// <inheritdoc/>
    public int WaitHandle => _isGone ? -1 : _connection.FileDescriptor;

    /// <inheritdoc/>
    public Size Size => new(_widthPixels / Scale, _heightPixels / Scale);

    /// <inheritdoc/>
    public double Scale { get; private set; } = 1;

    /// <inheritdoc/>
    public Point Origin => IsLost ? default : _place.Ask();

    /// <inheritdoc/>
    public bool IsLost => _isGone || (_isGone = _connection.IsLost);

    /// <inheritdoc/>
    public bool IsSeen => _sight.IsSeen;

    /// <summary>Whether pixels go to the server by shared memory; for tests.</summary>
    internal bool IsShared => _image.IsShared;

    /// <summary>Opens a window on the display that the environment names.</summary>
    /// <param name="parent">The X window to be in; 0 for the screen itself.</param>
    /// <param name="size">Width and height in canvas units.</param>
    /// <param name="scale">Pixels per canvas unit, above 0.</param>
    /// <param name="client">What draws and is told; nothing is called before the window is returned.</param>
    /// <param name="problem">Why there is none, and what to do; null where there is.</param>
    public static X11Window? Open(nint parent, Size size, double scale, IWindowClient client, out string? problem) =>
        Open(parent, size, scale, client, null, mayShare: true, out problem);

    /// <inheritdoc/>
    public void Resize(Size size, double scale)
    {
        if (IsLost || !(scale > 0 && double.IsFinite(scale)))
            return;
        int width = Pixels(size.Width, scale), height = Pixels(size.Height, scale);
        if (width == _widthPixels && height == _heightPixels && scale == Scale)
            return;
        uint* values = stackalloc uint[] { (uint)width, (uint)height };
        _lastConfigure = LibXcb.xcb_configure_window(_connection.Handle, _window, SizeMask, values);
        Become(width, height, scale);
        _connection.Flush();
    }

    /// <inheritdoc/>
    public void Invalidate(Rectangle area)
    {
        if (!_isGone)
            _image.Invalidate(PixelArea.Around(area, Scale));
    }

    /// <inheritdoc/>
    public bool Paint()
    {
        if (IsLost)
            return false;
        bool hasDrawn = _image.Paint(_client);
        _connection.Flush();
        return hasDrawn;
    }

    /// <inheritdoc/>
    public void SetCursor(CursorShape shape)
    {
        if (!IsLost)
            _cursors.Show(shape);
    }

    /// <inheritdoc/>
    public void TakeKeyboard(bool take)
    {
        if (IsLost)
            return;
        if (take)
            _keyboard.Prepare();
        _focus.Take(take);
        _connection.Flush();
    }

    /// <inheritdoc/>
    public void Copy(string text)
    {
        if (IsLost)
            return;
        _clipboard.Copy(text, _lastTime);
        _connection.Flush();
    }

    /// <inheritdoc/>
    public void RequestPaste()
    {
        if (IsLost)
            return;
        _clipboard.Request(_lastTime);
        _connection.Flush();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_connection.Handle != 0 && !IsLost)
        {
            _focus.Take(false);
            LibXcb.xcb_destroy_window(_connection.Handle, _window);
            _connection.Flush();
        }

        _isGone = true;
        _image.Dispose();
        _keyboard.Dispose();
        _connection.Dispose();
    }

    private static int Pixels(double units, double scale)
    {
        double pixels = Math.Round(units * scale);
        return pixels >= 1 ? (int)Math.Min(pixels, MaxSidePixels) : 1;
    }

    private void Become(int width, int height, double scale)
    {
        (_widthPixels, _heightPixels, Scale) = (width, height, scale);
        _image.Resize(width, height, scale);
        _client.Resized(Size, scale);
    }
}
