namespace SemanticEq.Dsp;

/// <summary>
/// Short-term and momentary loudness by EBU Tech 3341 and ITU-R BS.1770-4: of the newest 3 s and 0.4 s, not gated, anew each 100 ms. Of the
/// first 3 s as far as they go, from 0.4 s on. Allocates when made, never after; one thread.
/// </summary>
public sealed class ShortTermLoudness
{
    private const int Steps = 30;
    private const int FewestSteps = 4;

    // −120 LUFS. Below is nothing that anyone could hear.
    private const double Silence = 1e-12;
    private const int Most = 1024;
    private readonly LoudnessSteps _steps;
    private readonly float[] _left = new float[Most];
    private readonly float[] _right = new float[Most];
    private readonly double[] _energies = new double[Steps];
    private long _count;

    /// <summary>For a sample rate in Hz, 4,000 or more.</summary>
    public ShortTermLoudness(double sampleRate) => _steps = new LoudnessSteps(sampleRate);

    /// <summary>In LUFS; negative infinity for silence and before 0.4 s have come in.</summary>
    public double Lufs { get; private set; } = double.NegativeInfinity;

    /// <summary>Momentary loudness in LUFS; negative infinity for silence and before 0.4 s have come in.</summary>
    public double MomentaryLufs { get; private set; } = double.NegativeInfinity;

    /// <summary>Forgets what it heard.</summary>
    public void Reset()
    {
        _steps.Reset();
        _count = 0;
        Lufs = MomentaryLufs = double.NegativeInfinity;
    }

    /// <summary>Takes the next samples, full scale ±1. What is no number is 0.</summary>
    /// <param name="left">The left or only channel.</param>
    /// <param name="right">The right channel, as long; empty for mono.</param>
    public void Push(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        for (int count; !left.IsEmpty; left = left[count..], right = right.IsEmpty ? right : right[count..])
        {
            count = Math.Min(left.Length, Most);
            SoundSamples.Copy(left[..count], _left);
            if (!right.IsEmpty)
                SoundSamples.Copy(right[..count], _right);
            Weigh(_left.AsSpan(0, count), right.IsEmpty ? default : _right.AsSpan(0, count));
        }
    }

    private void Weigh(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        while (_steps.Push(ref left, ref right, out double energy))
        {
            _energies[_count++ % Steps] = energy;
            Read();
        }
    }

    private void Read()
    {
        if (_count < FewestSteps)
            return;
        Lufs = LufsOf(Math.Min(_count, Steps));
        MomentaryLufs = LufsOf(FewestSteps);
    }

    private double LufsOf(long steps)
    {
        // Added up anew: a sum that runs on would keep rounding errors of what was loud.
        double energy = 0.0;
        for (long n = _count - steps; n < _count; n++)
            energy += _energies[n % Steps];
        double power = energy / ((double)steps * _steps.Samples);
        return power < Silence ? double.NegativeInfinity : LoudnessSteps.Lufs(power);
    }
}
