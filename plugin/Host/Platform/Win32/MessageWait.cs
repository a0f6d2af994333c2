using SemanticEq.Host.Windows;

namespace SemanticEq.Host.Platform.Win32;

/// <summary>By the thread's message queue; messages are handed to their windows meanwhile.</summary>
internal sealed unsafe class MessageWait : SystemWait
{
    private const int MostMessages = 1000;

    private PumpedInput? _input;

    /// <inheritdoc/>
    public override void Wait(ReadOnlySpan<int> descriptors, Span<bool> isReady, int milliseconds)
    {
        const uint anything = 0x04FF, evenIfSeen = 4;
        bool watchesInput = _input is not null && descriptors.Contains(Input);
        if (!watchesInput || !_input!.IsReady)
        {
            nint arrived = watchesInput ? _input!.Arrived.SafeWaitHandle.DangerousGetHandle() : 0;
            _ = User32.MsgWaitForMultipleObjectsEx(watchesInput ? 1u : 0u, &arrived, (uint)Math.Max(0, milliseconds), anything, evenIfSeen);
        }

        User32.Message message;
        for (int i = 0; i < MostMessages && User32.PeekMessageW(&message, 0, 0, 0, 1) != 0; i++)
        {
            if (message.Kind == User32.Timer)
                TimerCalls++;
            _ = User32.TranslateMessage(&message);
            _ = User32.DispatchMessageW(&message);
        }

        for (int i = 0; i < descriptors.Length; i++)
            isReady[i] = descriptors[i] == Input && _input is { IsReady: true };
    }

    /// <inheritdoc/>
    public override Stream OpenInput() => _input = new PumpedInput();

    /// <inheritdoc/>
    public override void Dispose() => _input?.Dispose();
}
