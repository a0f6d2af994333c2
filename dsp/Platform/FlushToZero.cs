using System.Runtime.CompilerServices;

namespace SemanticEq.Dsp;

/// <summary>
/// Has the processor take denormal numbers as zero while a scope lasts: <c>using var _ = FlushToZero.Enter();</c>. Decaying
/// filters would otherwise cost twice as much for ever. Does nothing where the system offers no way.
/// </summary>
public static class FlushToZero
{
    /// <summary>Whether this system offers a way.</summary>
    public static bool IsAvailable => FloatingPointEnvironment.IsAvailable;

    /// <summary>Looks the system's functions up, which is not for the audio thread. Main thread.</summary>
    public static void Prepare() => RuntimeHelpers.RunClassConstructor(typeof(FloatingPointEnvironment).TypeHandle);

    /// <summary>Flushes from here to the end of the scope, on this thread. Some 25 ns with the way back. Audio thread.</summary>
    public static Scope Enter() => new(FloatingPointEnvironment.TryFlush(out var before), before);

    /// <summary>While it lasts, denormals are zero; then the thread is as it was.</summary>
    public readonly ref struct Scope
    {
        private readonly FloatingPointEnvironment.State _before;
        private readonly bool _changed;

        internal Scope(bool changed, FloatingPointEnvironment.State before)
        {
            _changed = changed;
            _before = before;
        }

        /// <summary>Restores what was.</summary>
        public void Dispose()
        {
            if (_changed)
                FloatingPointEnvironment.Restore(_before);
        }
    }
}
