using SemanticEq.Vst3;

namespace SemanticEq.Plugin;

/// <summary>Between the host's 32- or 64-bit buffers and the 64-bit samples that we work on. Audio thread.</summary>
internal static class SampleIo
{
    /// <summary>Reads a piece of a channel; zeros where the host gave no memory.</summary>
    public static void Load(in ProcessBlock block, in AudioBuffers buffers, int channel, int at, Span<double> piece)
    {
        if (block.IsDouble)
        {
            var samples = buffers.Double(channel, block.Samples);
            if (samples.IsEmpty)
                piece.Clear();
            else
                samples.Slice(at, piece.Length).CopyTo(piece);
            return;
        }
        var floats = buffers.Float(channel, block.Samples);
        for (int i = 0; i < piece.Length; i++)
            piece[i] = floats.IsEmpty ? 0.0 : floats[at + i];
    }

    /// <summary>Writes a piece of a channel.</summary>
    public static void Store(in ProcessBlock block, in AudioBuffers buffers, int channel, int at, ReadOnlySpan<double> piece)
    {
        if (block.IsDouble)
        {
            var samples = buffers.Double(channel, block.Samples);
            if (!samples.IsEmpty)
                piece.CopyTo(samples.Slice(at, piece.Length));
            return;
        }
        var floats = buffers.Float(channel, block.Samples);
        if (floats.IsEmpty)
            return;
        for (int i = 0; i < piece.Length; i++)
            floats[at + i] = (float)Math.Clamp(piece[i], -float.MaxValue, float.MaxValue);
    }
}
