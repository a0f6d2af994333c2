using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Window;

namespace SemanticEq.Ui.Platform.Win32;

// What comes from Windows, by the host's message loop.
public sealed unsafe partial class Win32Window
{
    /// <summary>Handles a message.</summary>
    /// <returns>False where it is for Windows itself.</returns>
    internal bool Take(uint message, nuint w, nint l, out nint result)
    {
        result = 0;
        // While it is made, and after it is closed, it is Windows' own.
        if (_isGone)
            return false;
        switch (message)
        {
            case WindowMessage.Paint:
                Show();
                return true;
            case WindowMessage.PrintClient:
                _image!.Show((nint)w, new PixelArea(0, 0, _widthPixels, _heightPixels));
                return true;
            case WindowMessage.EraseBackground:
                result = 1;
                return true;
            case WindowMessage.Size:
                Follow((ushort)l, (ushort)(l >> 16));
                return true;
            case WindowMessage.Timer:
                return _timers!.Call(w);
            case WindowMessage.SetFocus or WindowMessage.KillFocus:
                _hasTold = true;
                if (_focus!.Handle(isIn: message == WindowMessage.SetFocus))
                    _client.KeyboardChanged(_focus.HasKeyboard);
                return true;
            case >= WindowMessage.KeyDown and <= WindowMessage.UnicodeChar:
                return Type(message, w, l, out result);
            case WindowMessage.GetDialogCode:
                // Tab, Return and the arrows too, where the host's window is a dialogue.
                result = _focus!.HasKeyboard ? 0x84 : 0;
                return true;
            case WindowMessage.ImeStartComposition or WindowMessage.ImeComposition:
                InputMethod.Place(_window, _client.Caret, Scale);
                return false;
            case WindowMessage.Paste:
                _clipboard!.Deliver(_client, w);
                return true;
            case WindowMessage.FilesOver:
                _hasTold = true;
                _client.FilesOver(w != 0);
                return true;
            case WindowMessage.FilesDropped:
                _hasTold = true;
                _drop!.Deliver(_client);
                return true;
            case WindowMessage.Destroy:
                _drop!.Dispose();
                return false;
            case WindowMessage.NcDestroy:
                Go();
                return false;
            default:
                return Point(message, w, l, out result);
        }
    }

    // True for what the pointer does, and for how it looks.
    private bool Point(uint message, nuint w, nint l, out nint result)
    {
        result = 1;
        switch (message)
        {
            case WindowMessage.SetCursor when (ushort)l == 1:
                _cursors.Show();
                return true;
            case WindowMessage.CaptureChanged when _pointer.IsHeld && l != _window:
                // Later: it may come in the middle of what the client does.
                _ = User32.PostMessageW(_window, WindowMessage.DragLost, 0, 0);
                break;
            case WindowMessage.DragLost:
                while (_pointer.Release(out PointerEvent released) && !_isGone)
                    _client.Pointer(released);
                break;
            case >= WindowMessage.MouseMove and <= WindowMessage.MouseWheel or WindowMessage.MouseLeave:
                PointAt(message, w, l);
                break;
            default:
                return false;
        }

        result = 0;
        return true;
    }

    private void PointAt(uint message, nuint w, nint l)
    {
        var at = new PixelPoint { X = (short)l, Y = (short)(l >> 16) };
        if (message == WindowMessage.MouseWheel)
            _ = User32.ScreenToClient(_window, &at);
        bool wasInside = _pointer.IsInside, wasHeld = _pointer.IsHeld;
        bool isAltHeld = (VirtualKeys.Held & Modifiers.Alt) != 0;
        if (!_pointer.Translate(message, w, new Point(at.X / Scale, at.Y / Scale), isAltHeld, out PointerEvent pointer))
            return;
        _hasTold = true;
        _drop!.PointerCame();
        // What is pressed keeps the pointer until it is let go of, wherever that is; and who asked is told once that it left.
        if (_pointer.IsHeld && !wasHeld)
            _ = User32.SetCapture(_window);
        else if (wasHeld && !_pointer.IsHeld)
            _ = User32.ReleaseCapture();
        if ((_pointer.IsInside && !wasInside) || (wasHeld && !_pointer.IsHeld))
            AskForLeave();
        _client.Pointer(pointer);
    }

    private void AskForLeave()
    {
        var tracking = new MouseTracking { Size = (uint)sizeof(MouseTracking), Flags = MouseTracking.Leave, Window = _window };
        _ = User32.TrackMouseEvent(&tracking);
    }

    private bool Type(uint message, nuint w, nint l, out nint result)
    {
        const uint isUnicodeUnderstood = 0xFFFF;
        result = message == WindowMessage.UnicodeChar && w == isUnicodeUnderstood ? 1 : 0;
        if (result != 0)
            return true;
        _hasTold = true;
        return _keyboard!.Handle(message, w, l, _focus!.HasKeyboard);
    }

    private void Show()
    {
        PaintStructure paint;
        nint dc = User32.BeginPaint(_window, &paint);
        _image!.Show(dc, paint.Area);
        _ = User32.EndPaint(_window, &paint);
    }

    // The host may size our window itself.
    private void Follow(int width, int height)
    {
        if (width == _widthPixels && height == _heightPixels)
            return;
        Become(Math.Clamp(width, 1, MaxSidePixels), Math.Clamp(height, 1, MaxSidePixels), Scale);
    }

    // The host destroyed the window around it. Its frame looks a last time, so that what is begun ends.
    private void Go()
    {
        _isGone = true;
        _timers!.CallLast();
    }
}
