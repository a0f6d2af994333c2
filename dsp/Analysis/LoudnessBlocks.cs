namespace SemanticEq.Dsp;

/// <summary>
/// Adds windows' powers up to the blocks that BS.1770-4 gates: 400 ms long, each 100 ms behind the last. A window that a block's
/// edge cuts counts by the part of its energy within. Allocates when made, never after.
/// </summary>
internal sealed class LoudnessBlocks
{
    private const int Points = LoudnessSpectrum.Points;
    private const int StepsPerBlock = 4;

    private readonly int _hop;
    private readonly int _step;
    private readonly int _window;
    private readonly double[] _recent;
    private readonly int _kept;
    private readonly double[] _block = new double[Points];
    private long _frames;
    private long _blocks;

    /// <summary>For windows sin(π (i + ½) / 2 hop), half overlapped.</summary>
    /// <param name="hop">Samples from one window to the next.</param>
    /// <param name="sampleRate">Hz.</param>
    public LoudnessBlocks(int hop, double sampleRate)
    {
        _hop = hop;
        _window = 2 * hop;
        _step = Math.Max(1, (int)Math.Round(sampleRate / 10.0));
        _kept = (StepsPerBlock * _step / hop) + 3;
        _recent = new double[_kept * Points];
        StepSeconds = _step / sampleRate;
    }

    /// <summary>From one block to the next, in seconds.</summary>
    public double StepSeconds { get; }

    /// <summary>Where the next window's powers go: each point's mean square, as <see cref="PointBins.Gather"/> gives them.</summary>
    public Span<double> NextFrame => FrameAt(_frames);

    /// <summary>Begins anew.</summary>
    public void Reset() => _frames = _blocks = 0;

    /// <summary>Counts the window whose powers were written.</summary>
    /// <returns>A block's powers where one is complete, else empty; they hold until the next call.</returns>
    public ReadOnlySpan<double> EndFrame()
    {
        _frames++;
        long begin = _blocks * _step, end = begin + (StepsPerBlock * _step);
        if (_frames * _hop < end)
            return [];
        _blocks++;
        Array.Clear(_block);
        for (long frame = Math.Max(0, (begin / _hop) - 1); frame < _frames; frame++)
        {
            double within = EnergyBefore(end - (frame * _hop)) - EnergyBefore(begin - (frame * _hop));
            double weight = within * _hop / (StepsPerBlock * _step);
            var powers = FrameAt(frame);
            for (int i = 0; i < Points; i++)
                _block[i] += weight * powers[i];
        }

        return _block;
    }

    // The part of a steady sound's energy in a window, squared sin, that lies before one of its samples.
    private double EnergyBefore(long sample)
    {
        double x = Math.Clamp((double)sample / _window, 0.0, 1.0);
        return x - (Math.Sin(2.0 * Math.PI * x) / (2.0 * Math.PI));
    }

    private Span<double> FrameAt(long frame) => _recent.AsSpan((int)(frame % _kept) * Points, Points);
}
