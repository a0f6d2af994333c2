namespace SemanticEq.Dsp;

/// <summary>
/// How much louder or softer bands make pink noise, in LU: K-weighted power (ITU-R BS.1770) over log-spaced frequencies, by
/// formula. Deterministic, so that a loudness match neither moves nor depends on what plays. <see cref="Prepare"/> allocates;
/// the rest does not and may run on the audio thread (some microseconds a call).
/// </summary>
public sealed class PinkLoudness
{
    private const int PointCount = 96;
    private const double LowestHz = 20.0;
    private const double HighestHz = 20000.0;

    private readonly double[] _tangents = new double[PointCount];
    private readonly double[] _weights = new double[PointCount];
    private readonly double[] _power = new double[PointCount];
    private double _sampleRate;

    /// <summary>Prepared for 48 kHz.</summary>
    public PinkLoudness() => Prepare(48000.0);

    /// <summary>Sets the sample rate in Hz. Frequencies above Nyquist don't count.</summary>
    public void Prepare(double sampleRate)
    {
        _sampleRate = sampleRate;
        double highestHz = Math.Min(HighestHz, 0.499 * sampleRate);
        double sum = 0.0;
        for (int i = 0; i < PointCount; i++)
        {
            double hz = LowestHz * Math.Pow(highestHz / LowestHz, (i + 0.5) / PointCount);
            _tangents[i] = Math.Tan(Math.PI * hz / sampleRate);
            // Pink noise has the same power in each of the log-spaced intervals.
            _weights[i] = KWeighting.PowerAt(_tangents[i], sampleRate);
            sum += _weights[i];
        }

        for (int i = 0; i < PointCount; i++)
            _weights[i] /= sum;
    }

    /// <summary>The change in LU that bands make, all on the whole signal.</summary>
    public double ChangeDb(ReadOnlySpan<Band> bands)
    {
        _power.AsSpan().Fill(1.0);
        foreach (ref readonly var band in bands)
            Multiply(band, 1.0);
        return Sum();
    }

    /// <summary>
    /// The change in LU that an equaliser's targets make to stereo noise of two independent channels: a band on the mid, the
    /// side, or one channel reaches half of its power.
    /// </summary>
    public double ChangeDb(EqualiserTargets targets)
    {
        _power.AsSpan().Fill(1.0);
        for (int i = 0; i < Equaliser.DecoderBandCount; i++)
        {
            if (targets.DecoderGainDb[i] != 0.0)
                Multiply(targets.DecoderBand(i), Share(targets.DecoderChannel));
        }

        foreach (ref readonly var own in targets.Own)
        {
            if (own.On)
                Multiply(own.Band, Share(own.Channel));
        }

        return Sum();
    }

    private static double Share(BandChannel channel) => channel == BandChannel.Stereo ? 1.0 : 0.5;

    private void Multiply(in Band band, double share)
    {
        Span<Section> sections = stackalloc Section[SectionDesign.MaxSections];
        sections = sections[..SectionDesign.Design(band, _sampleRate, sections)];
        for (int i = 0; i < PointCount; i++)
        {
            double power = 1.0;
            foreach (ref readonly var section in sections)
                power *= section.PowerAt(_tangents[i]);
            _power[i] *= 1.0 - share + share * power;
        }
    }

    private double Sum()
    {
        double sum = 0.0;
        for (int i = 0; i < PointCount; i++)
            sum += _weights[i] * _power[i];
        return 10.0 * Math.Log10(sum);
    }
}
