using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Window;

namespace SemanticEq.Ui.Platform.X11;

// From a host's window to one of ours.
public sealed unsafe partial class X11Window
{
    /// <summary>As the public one.</summary>
    /// <param name="parent">The X window to be in; 0 for the screen itself.</param>
    /// <param name="size">Width and height in canvas units.</param>
    /// <param name="scale">Pixels per canvas unit, above 0.</param>
    /// <param name="client">What draws and is told.</param>
    /// <param name="display">The display's name; null for the environment's.</param>
    /// <param name="mayShare">Whether shared memory is tried.</param>
    /// <param name="problem">Why there is none, and what to do.</param>
    internal static X11Window? Open(
        nint parent, Size size, double scale, IWindowClient client, string? display, bool mayShare, out string? problem)
    {
        if (!(scale > 0 && double.IsFinite(scale)))
            throw new ArgumentOutOfRangeException(nameof(scale), scale, "The scale must be above 0 and finite.");
        X11Connection? connection = X11Connection.Open(display, out problem);
        if (connection is null)
            return null;
        X11Window? window = null;
        try
        {
            window = Create(connection, parent, Pixels(size.Width, scale), Pixels(size.Height, scale), scale, client, mayShare, out problem);
        }
        catch (CanvasException e)
        {
            problem = e.Message;
        }
        finally
        {
            if (window is null)
                connection.Dispose();
        }

        return window;
    }

    private static X11Window? Create(
        X11Connection connection, nint parent, int width, int height, double scale, IWindowClient client, bool mayShare,
        out string? problem)
    {
        problem = "This X display has no 24-bit true colour; the editor needs it. Give the display a depth of 24 bits.";
        if (X11Visual.Find(connection.Handle, connection.Screen) is not { } visual)
            return null;
        uint root = connection.Screen->Root;
        uint window = X11Creation.Create(connection, parent == 0 ? root : (uint)parent, visual, width, height);
        problem = connection.IsLost
            ? "The X display was closed while the editor was opening."
            : "The window that the host gave the editor to be in is not there, or is not on this X display.";
        if (window == 0)
            return null;

        var image = new WindowImage(connection, window, X11Creation.CreateContext(connection, window), visual.Depth);
        try
        {
            image.Resize(width, height, scale, mayShare);
        }
        catch
        {
            image.Dispose();
            throw;
        }

        X11Atoms atoms = X11Atoms.Of(connection);
        var opened = new X11Window(connection, client, window, (uint)parent, image, atoms)
        {
            _widthPixels = width,
            _heightPixels = height,
            Scale = scale,
        };
        X11Creation.Show(connection, window, atoms);
        connection.Flush();
        problem = null;
        return opened;
    }
}
