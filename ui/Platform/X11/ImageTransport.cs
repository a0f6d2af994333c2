namespace SemanticEq.Ui.Platform.X11;

/// <summary>
/// Memory for a window's pixels, and the way from there to the server. While <see cref="IsBusy"/>, the server may not have read what was
/// shown last: nothing is to be drawn, so that no frame is torn and a slow display never piles up work or makes anyone wait.
/// </summary>
internal abstract unsafe class ImageTransport : IDisposable
{
    protected const byte WholePixels = 2;

    protected ImageTransport(X11Connection connection, uint window, uint gc, byte depth) =>
        (Connection, Window, Gc, Depth) = (connection, window, gc, depth);

    /// <summary>Whether the last image is still on its way.</summary>
    public abstract bool IsBusy { get; }

    protected X11Connection Connection { get; }

    protected uint Window { get; }

    protected uint Gc { get; }

    protected byte Depth { get; }

    /// <summary>Memory for an image. What was there before is gone. Keeps what it has where that is enough.</summary>
    /// <returns>Null where memory is short.</returns>
    public abstract byte* Reserve(long bytes);

    /// <summary>Shows areas of an image of 32 bits a pixel without gaps. Not while <see cref="IsBusy"/>.</summary>
    public abstract void Show(ReadOnlySpan<PixelArea> areas, int width, int height);

    /// <summary>Goes on with what could not be sent at once, and looks for what the server has done.</summary>
    public abstract void Continue();

    /// <summary>Takes note of an event, if it is for this.</summary>
    /// <returns>False where this way does not work, so that another is needed.</returns>
    public virtual bool Handle(in XEvent e) => true;

    /// <inheritdoc/>
    public abstract void Dispose();
}
