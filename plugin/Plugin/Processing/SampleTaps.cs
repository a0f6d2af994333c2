using System.Numerics;

namespace SemanticEq.Plugin;

/// <summary>All that hear what comes in and what the host gets: a window's <see cref="SignalTap"/>, and who learns the track. Audio thread.</summary>
/// <param name="window">For spectra and meters.</param>
/// <param name="listening">For the listener.</param>
internal sealed class SampleTaps(SignalTap window, ListeningTap listening)
{
    private bool _isWindowOpen;
    private bool _isListening;

    /// <summary>Begins a piece of so many samples.</summary>
    public void Begin(int count)
    {
        _isWindowOpen = window.Begin(count);
        _isListening = listening.Begin(count);
    }

    /// <summary>Hears the piece as it comes in.</summary>
    public void HearInput<T>(ReadOnlySpan<T> left, ReadOnlySpan<T> right) where T : unmanaged, INumber<T>
    {
        if (_isWindowOpen)
            window.HearInput(left, right);
        if (_isListening)
            listening.HearInput(left, right);
    }

    /// <summary>Hears the piece as it goes out, and ends it.</summary>
    public void HearOutput<T>(ReadOnlySpan<T> left, ReadOnlySpan<T> right) where T : unmanaged, INumber<T>
    {
        if (_isWindowOpen)
            window.HearOutput(left, right);
        if (_isListening)
            listening.HearOutput(left, right);
    }
}
