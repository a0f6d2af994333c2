namespace SemanticEq.Ui.Platform;

/// <summary>Why the system has not written a file, in words for people.</summary>
public static class WriteFailure
{
    // ENOSPC of Linux and macOS; ERROR_HANDLE_DISK_FULL and ERROR_DISK_FULL of Windows.
    private static readonly int[] DiskFull = [28, unchecked((int)0x80070027), unchecked((int)0x80070070)];

    /// <summary>Whether there was no room, as the system says, or <see cref="AtomicFile"/> after it.</summary>
    public static bool IsDiskFull(Exception failure) => failure is IOException && DiskFull.Contains((failure.InnerException ?? failure).HResult);

    /// <summary>The system's reason.</summary>
    public static string Explain(IOException failure) => IsDiskFull(failure) ? "the disk is full" : failure.Message;
}
