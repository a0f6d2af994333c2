using System.Numerics.Tensors;
using SemanticEq.Dsp;

namespace SemanticEq.Plugin;

/// <summary>One spectrum as the window draws it, and its highest since it is held. Main thread; allocates when made, never after.</summary>
/// <param name="sampleRate">In Hz.</param>
/// <param name="channels">1 or 2.</param>
internal sealed class SpectrumTrace(double sampleRate, int channels)
{
    /// <summary>What silence reads in dB full scale, before the tilt.</summary>
    public const double FloorDb = -150.0;

    private readonly SpectrumAnalyser _analyser = new(sampleRate, channels);
    private readonly float[] _held = new float[SpectrumAnalyser.Count];
    private readonly double[] _decibels = new double[SpectrumAnalyser.Count];
    private readonly double[] _heldDecibels = new double[SpectrumAnalyser.Count];
    private int _shown = -1;
    private double _tilt;
    private bool _holds;

    /// <summary>In dB full scale at <see cref="SpectrumAnalyser.FrequenciesHz"/>.</summary>
    public ReadOnlySpan<double> Decibels => _decibels;

    /// <summary>The highest of it since it is held; empty where it is not.</summary>
    public ReadOnlySpan<double> HeldDecibels => _holds ? _heldDecibels : default;

    /// <summary>Whether nothing is heard any more.</summary>
    public bool IsSilent => !_analyser.Power.ContainsAnyExcept(0.0f);

    /// <summary>Forgets what it heard.</summary>
    public void Reset()
    {
        _analyser.Reset();
        Array.Clear(_held);
    }

    /// <summary>Takes the next samples.</summary>
    /// <param name="left">The left or only channel.</param>
    /// <param name="right">The right channel, as long; not used for one channel.</param>
    public void Push(ReadOnlySpan<float> left, ReadOnlySpan<float> right) => _analyser.Push(left, right);

    /// <summary>Brings what is drawn up to date.</summary>
    /// <param name="averagingSeconds">As <see cref="SpectrumAnalyser.AveragingSeconds"/>.</param>
    /// <param name="tilt">In dB an octave.</param>
    /// <param name="holds">Whether the highest is held.</param>
    /// <returns>Whether anything is another than before.</returns>
    public bool Show(double averagingSeconds, double tilt, bool holds)
    {
        _analyser.AveragingSeconds = averagingSeconds;
        bool isSame = _analyser.Serial == _shown && tilt == _tilt && holds == _holds;
        if (isSame)
            return false;
        if (!holds)
            Array.Clear(_held);
        (_shown, _tilt, _holds) = (_analyser.Serial, tilt, holds);
        SpectrumAnalyser.ToDecibels(_analyser.Power, tilt, FloorDb, _decibels);
        if (!holds)
            return true;
        TensorPrimitives.Max(_held, _analyser.Power, _held);
        SpectrumAnalyser.ToDecibels(_held, tilt, FloorDb, _heldDecibels);
        return true;
    }
}
