namespace SemanticEq.Dsp;

/// <summary>
/// Gathers the bins of a transform into the points of a <see cref="LoudnessSpectrum"/>: bins one by one where they are
/// far apart to the ear, then ever more of them. Allocates when made, never after.
/// </summary>
internal sealed class PointBins
{
    private const double LowestHz = 20.0;
    private readonly double _binHz;
    private readonly int _bins;
    private readonly double _weight;
    private readonly int[] _pointOfBin;
    private readonly double[] _power = new double[LoudnessSpectrum.Points];
    private readonly double[] _rightPower = new double[LoudnessSpectrum.Points];
    private readonly double[] _cross = new double[LoudnessSpectrum.Points];
    private readonly double[] _moment = new double[LoudnessSpectrum.Points];
    private readonly double[] _centreHz = new double[LoudnessSpectrum.Points];

    /// <summary>For a transform's length and a sample rate in Hz.</summary>
    public PointBins(int length, double sampleRate)
    {
        _binHz = sampleRate / length;
        _bins = length / 2;
        // One side of the spectrum stands for both; by Parseval half a window's mean square, since half overlapped windows share it.
        _weight = 2.0 / ((double)length * _bins);
        _pointOfBin = new int[_bins];
        double ratio = 1.05;
        while (Spread(ratio) > LoudnessSpectrum.Points)
            ratio += 0.005;
        for (int k = 1; k < _bins; k++)
            _centreHz[_pointOfBin[k]] = k * _binHz;
    }

    /// <summary>Forgets what was gathered.</summary>
    public void Reset()
    {
        Array.Clear(_power);
        Array.Clear(_rightPower);
        Array.Clear(_cross);
        Array.Clear(_moment);
    }

    /// <summary>Adds one window's spectra.</summary>
    /// <param name="leftReal">The left or only channel's, as <see cref="Fft.Forward"/> gives them.</param>
    /// <param name="leftImaginary">The same.</param>
    /// <param name="rightReal">The right channel's; empty for mono.</param>
    /// <param name="rightImaginary">The same.</param>
    /// <param name="powers">Receives each point's mean square, all channels summed.</param>
    public void Gather(
        ReadOnlySpan<double> leftReal, ReadOnlySpan<double> leftImaginary,
        ReadOnlySpan<double> rightReal, ReadOnlySpan<double> rightImaginary, Span<double> powers)
    {
        powers.Clear();
        for (int k = 1; k < _bins; k++)
        {
            int point = _pointOfBin[k];
            double power = _weight * ((leftReal[k] * leftReal[k]) + (leftImaginary[k] * leftImaginary[k]));
            if (!rightReal.IsEmpty)
            {
                double right = _weight * ((rightReal[k] * rightReal[k]) + (rightImaginary[k] * rightImaginary[k]));
                power += right;
                _rightPower[point] += right;
                _cross[point] += _weight * ((leftReal[k] * rightReal[k]) + (leftImaginary[k] * rightImaginary[k]));
            }
            else
            {
                // One channel is all mid.
                _cross[point] += 0.5 * power;
            }

            powers[point] += power;
            _moment[point] += power * k;
        }

        for (int i = 0; i < powers.Length; i++)
            _power[i] += powers[i];
    }

    /// <summary>Reads where each point's power lies and how it shares out, over all that was gathered.</summary>
    public void Read(Span<float> frequenciesHz, Span<float> rightShare, Span<float> midShare)
    {
        for (int i = 0; i < LoudnessSpectrum.Points; i++)
        {
            double all = _power[i];
            bool isEmpty = !(all > 0.0);
            frequenciesHz[i] = (float)Math.Max(isEmpty ? _centreHz[i] : _moment[i] / all * _binHz, 1.0);
            rightShare[i] = isEmpty ? 0.0f : (float)Math.Clamp(_rightPower[i] / all, 0.0, 1.0);
            midShare[i] = isEmpty ? 1.0f : (float)Math.Clamp(0.5 + (_cross[i] / all), 0.0, 1.0);
        }
    }

    // Spreads the bins over points; how many points that takes.
    private int Spread(double ratio)
    {
        int point = 0;
        double end = Math.Max(LowestHz / _binHz, 1.0) * ratio;
        for (int k = 1; k < _pointOfBin.Length; k++)
        {
            if (k > end)
            {
                point++;
                end = Math.Max(k, end * ratio);
            }

            _pointOfBin[k] = point;
        }

        return point + 1;
    }
}
