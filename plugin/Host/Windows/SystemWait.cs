using SemanticEq.Host.Platform.Win32;
using SemanticEq.Host.Platform.X11;

namespace SemanticEq.Host.Windows;

/// <summary>How a program waits on this system for what comes first. One thread.</summary>
internal abstract class SystemWait : IDisposable
{
    /// <summary>The file descriptor of <see cref="OpenInput"/>.</summary>
    public const int Input = 0;

    /// <summary>How often a timer has been called by the system itself.</summary>
    public long TimerCalls { get; protected set; }

    /// <summary>This system's.</summary>
    public static SystemWait Create() => OperatingSystem.IsWindows() ? new MessageWait() : new PollWait();

    /// <summary>Waits.</summary>
    /// <param name="descriptors">File descriptors to watch for reading; −1 is passed over.</param>
    /// <param name="isReady">Which of them can be read now.</param>
    /// <param name="milliseconds">At most so long.</param>
    public abstract void Wait(ReadOnlySpan<int> descriptors, Span<bool> isReady, int milliseconds);

    /// <summary>Standard input, to be read when <see cref="Input"/> can be.</summary>
    public abstract Stream OpenInput();

    /// <inheritdoc/>
    public virtual void Dispose()
    {
    }
}
