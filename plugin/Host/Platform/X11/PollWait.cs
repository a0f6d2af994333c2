using SemanticEq.Host.Windows;

namespace SemanticEq.Host.Platform.X11;

/// <summary>By poll(2).</summary>
internal sealed unsafe class PollWait : SystemWait
{
    /// <inheritdoc/>
    public override void Wait(ReadOnlySpan<int> descriptors, Span<bool> isReady, int milliseconds)
    {
        var polled = stackalloc LibX11.PollFd[Math.Max(1, descriptors.Length)];
        for (int i = 0; i < descriptors.Length; i++)
            polled[i] = new LibX11.PollFd { Fd = descriptors[i], Events = LibX11.PollFd.In };
        _ = LibX11.Poll(polled, (nuint)descriptors.Length, milliseconds);
        for (int i = 0; i < descriptors.Length; i++)
            isReady[i] = polled[i].Revents != 0;
    }

    /// <inheritdoc/>
    public override Stream OpenInput() => Console.OpenStandardInput();
}
