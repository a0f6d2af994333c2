using SemanticEq.Vst3;

namespace SemanticEq.Plugin;

/// <summary>Between the host's buffers and the memory that we work on. Audio thread.</summary>
internal static class SampleIo
{
    /// <summary>Reads a run of a channel; zeros where the host gave no memory.</summary>
    public static void Load<T>(AudioBuffers buffers, int channel, int at, Span<T> run) where T : unmanaged
    {
        var samples = buffers.Samples<T>(channel, at + run.Length);
        if (samples.IsEmpty)
            run.Clear();
        else
            samples[at..].CopyTo(run);
    }

    /// <summary>Writes a run of a channel.</summary>
    public static void Store<T>(in AudioBuffers buffers, int channel, int at, ReadOnlySpan<T> run) where T : unmanaged
    {
        var samples = buffers.Samples<T>(channel, at + run.Length);
        if (!samples.IsEmpty)
            run.CopyTo(samples[at..]);
    }
}
