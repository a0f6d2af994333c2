namespace SemanticEq.Audio;

/// <summary>
/// Many channels as two: by ITU-R BS.775 where their number tells what they are (centre and surrounds 3 dB down, the low-frequency channel left out, as
/// BS.1770 does), else by turns to the left and to the right, at unchanged power.
/// </summary>
internal sealed class FoldDown
{
    private const float Down = 0.70710678f;

    private readonly float[] _left;
    private readonly float[] _right;

    /// <summary>For a number of channels, 3 or more, in the order of WAV files.</summary>
    public FoldDown(int channels)
    {
        (_left, _right) = channels switch
        {
            3 => ([1, 0, Down], new float[] { 0, 1, Down }),
            4 => ([1, 0, Down, 0], new float[] { 0, 1, 0, Down }),
            5 => ([1, 0, Down, Down, 0], new float[] { 0, 1, Down, 0, Down }),
            6 => ([1, 0, Down, 0, Down, 0], new float[] { 0, 1, Down, 0, 0, Down }),
            8 => ([1, 0, Down, 0, Down, 0, Down, 0], new float[] { 0, 1, Down, 0, 0, Down, 0, Down }),
            _ => (Turns(channels, 0), Turns(channels, 1)),
        };
    }

    /// <summary>Adds the channels of interleaved frames up.</summary>
    public void Apply(ReadOnlySpan<float> interleaved, Span<float> left, Span<float> right)
    {
        for (int i = 0; i < left.Length; i++)
        {
            float l = 0, r = 0;
            for (int channel = 0; channel < _left.Length; channel++)
            {
                float sample = interleaved[(i * _left.Length) + channel];
                // 0 times what is no number would be no number either.
                l += _left[channel] == 0 ? 0 : _left[channel] * sample;
                r += _right[channel] == 0 ? 0 : _right[channel] * sample;
            }

            (left[i], right[i]) = (l, r);
        }
    }

    private static float[] Turns(int channels, int first)
    {
        float share = (float)Math.Sqrt(2.0 / channels);
        return [.. Enumerable.Range(0, channels).Select(channel => channel % 2 == first ? share : 0)];
    }
}
