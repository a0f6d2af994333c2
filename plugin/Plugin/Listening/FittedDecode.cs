using SemanticEq.Inference;

namespace SemanticEq.Plugin;

/// <summary>
/// A decode whose gains are fitted to the track as far as Adapt says: gain · (1 + Adapt · (m − 1)), where the factors m depend on the bands
/// asked for, Amount included, and on the track's spectrum alone. So the audio thread, the window and a saved session come to the same.
/// Allocates when made, never after; one thread.
/// </summary>
/// <param name="model">The listener; null where there is none, and nothing is fitted.</param>
internal sealed class FittedDecode(ListenerModel? model)
{
    private const double Percent = 0.01;
    private static readonly int Amount = ParameterTable.IndexOf(ParameterId.Amount);
    private static readonly int Freeze = ParameterTable.IndexOf(ParameterId.Freeze);
    private static readonly int Adapt = ParameterTable.IndexOf(ParameterId.Adapt);
    private readonly TrackFit? _fit = model == null ? null : new TrackFit(model);
    private readonly float[] _asked = new float[DecoderShape.Output];
    private readonly float[] _bands = new float[DecoderShape.Output];
    private readonly double[] _factors = Ones();
    private readonly double[] _tried = Ones();

    /// <summary>The factors of the eight gains, 0 to 1.5, before Adapt scales them.</summary>
    public ReadOnlySpan<double> Factors => _factors;

    /// <summary>What is asked for: 24 values, gains with Amount.</summary>
    public ReadOnlySpan<float> Asked => _asked;

    /// <summary>24 values as in the model contract, as <see cref="Apply"/> has left them.</summary>
    public ReadOnlySpan<float> Bands => _bands;

    /// <summary>Whether the values ask for fitting at all.</summary>
    public static bool IsAsked(ReadOnlySpan<double> plain) => plain[Adapt] > 0.0;

    /// <summary>Whether what is known of the track is to stay as it is.</summary>
    public static bool IsFrozen(ReadOnlySpan<double> plain) => plain[Freeze] > 0.5;

    /// <summary>Sets what is asked for.</summary>
    /// <param name="plain">Plain parameter values in the table's order.</param>
    /// <param name="decode">24 values as in the model contract.</param>
    /// <returns>Whether that is something else than before.</returns>
    public bool Ask(ReadOnlySpan<double> plain, ReadOnlySpan<float> decode)
    {
        float amount = (float)(plain[Amount] * Percent);
        bool isOther = false;
        for (int i = 0; i < DecoderShape.Output; i++)
        {
            float value = i % 3 == 1 ? decode[i] * amount : decode[i];
            isOther |= value != _asked[i];
            _asked[i] = value;
        }
        return isOther;
    }

    /// <summary>Finds the factors for what is asked for.</summary>
    /// <param name="track">What is known of the track; where that is nothing, the factors are 1.</param>
    public void Fit(LearntTrack track) => Fit(track, _factors);

    /// <summary>What it would mean to take up another spectrum.</summary>
    /// <param name="plain">Plain parameter values in the table's order.</param>
    /// <param name="track">The spectrum.</param>
    /// <returns>How far a band would move at most, in dB; and how much nearer to what is asked the track would come, as a part of that.</returns>
    public (double MoveDb, double Gain) Weigh(ReadOnlySpan<double> plain, LearntTrack track)
    {
        Fit(track, _tried);
        double most = 0.0;
        for (int band = 0; band < DecoderShape.Bands; band++)
            most = Math.Max(most, Math.Abs(_asked[(3 * band) + 1] * (_tried[band] - _factors[band])));
        return (most * plain[Adapt] * Percent, _fit is { Asked: > 0.0 } fit ? Gain(fit) : 0.0);
    }

    /// <summary>Applies the factors to a decode as far as Adapt says.</summary>
    public ReadOnlySpan<float> Apply(ReadOnlySpan<double> plain, ReadOnlySpan<float> decode)
    {
        double adapt = plain[Adapt] * Percent;
        decode[..DecoderShape.Output].CopyTo(_bands);
        for (int band = 0; band < DecoderShape.Bands; band++)
            _bands[(3 * band) + 1] = (float)(decode[(3 * band) + 1] * (1.0 + (adapt * (_factors[band] - 1.0))));
        return _bands;
    }

    private void Fit(LearntTrack track, Span<double> factors)
    {
        if (_fit == null || !track.IsKnown)
            factors.Fill(1.0);
        else
            _fit.Fit(track.LevelFreeDb, _asked, factors);
    }

    private double Gain(TrackFit fit) => (Math.Abs(fit.Asked - fit.HeardBy(_factors)) - Math.Abs(fit.Asked - fit.HeardFitted)) / fit.Asked;

    private static double[] Ones() => [.. Enumerable.Repeat(1.0, DecoderShape.Bands)];
}
