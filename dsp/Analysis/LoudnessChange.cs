namespace SemanticEq.Dsp;

/// <summary>
/// How much louder or softer bands make a sound of known spectrum, in LU (ITU-R BS.1770, its relative gate included), by formula:
/// over pink noise at once and without listening, over a measured track as a meter would tell it. Deterministic, so that a
/// loudness match neither moves nor depends on what plays. <see cref="Prepare"/> allocates; the rest does not and may run on the
/// audio thread (some microseconds a call).
/// </summary>
/// <remarks>
/// Exact for bands on both channels. Bands on one channel, and bands on mid or side, are each weighed by the power that the
/// sound has there; where both kinds meet at one frequency their changes are taken as independent.
/// </remarks>
public sealed class LoudnessChange
{
    private const int Points = LoudnessSpectrum.Points;
    private const double RelativeGate = 0.1;
    private const double HighestShare = 0.4999;

    private readonly LoudnessSpectrum _spectrum = new();
    private readonly double[] _tangents2 = new double[Points];
    private readonly double[] _rightShare = new double[Points];
    private readonly double[] _midShare = new double[Points];
    private readonly double[] _powers = new double[LoudnessSpectrum.MaxClasses * Points];
    private readonly double[] _classPowers = new double[LoudnessSpectrum.MaxClasses];
    private readonly double[] _softest = new double[LoudnessSpectrum.MaxClasses];
    private readonly double[] _loudest = new double[LoudnessSpectrum.MaxClasses];
    private readonly double[] _sound = new double[Points];
    private readonly PowerResponse[] _responses =
        [.. Enumerable.Range(0, Equaliser.DecoderBandCount + Equaliser.OwnBandCount).Select(_ => new PowerResponse())];
    private readonly double[][] _byChannel = [.. Enumerable.Range(0, 5).Select(_ => new double[Points])];
    private readonly bool[] _channelPlays = new bool[5];
    private double _sampleRate;
    private double _unchangedDb;

    /// <summary>Pink noise in two channels, at 48 kHz.</summary>
    public LoudnessChange() => Prepare(48000.0, 2);

    /// <summary>Sets the sample rate in Hz and the number of channels, 1 or 2; starts with pink noise.</summary>
    public void Prepare(double sampleRate, int channels)
    {
        _sampleRate = sampleRate;
        var pink = new LoudnessSpectrum();
        pink.BecomePink(sampleRate, channels);
        Use(pink);
    }

    /// <summary>Takes over a spectrum.</summary>
    public void Use(LoudnessSpectrum spectrum)
    {
        _spectrum.CopyFrom(spectrum);
        for (int i = 0; i < Points; i++)
        {
            double tangent = Math.Tan(Math.PI * Math.Min(_spectrum.FrequenciesHz[i] / _sampleRate, HighestShare));
            _tangents2[i] = tangent * tangent;
            _rightShare[i] = _spectrum.RightShare[i];
            _midShare[i] = _spectrum.MidShare[i];
        }

        for (int c = 0; c < _spectrum.Classes; c++)
        {
            var powers = _spectrum.PowersOf(c);
            for (int i = 0; i < Points; i++)
                _powers[(c * Points) + i] = powers[i];
            _softest[c] = Math.Pow(10.0, -_spectrum.SpreadsLu[c] / 10.0);
            _loudest[c] = Math.Pow(10.0, _spectrum.SpreadsLu[c] / 10.0);
        }

        foreach (var response in _responses)
            response.Forget();
        _sound.AsSpan().Fill(1.0);
        _unchangedDb = 0.0;
        _unchangedDb = GatedDb();
    }

    /// <summary>The change in LU that bands make, all on the whole signal; up to 16.</summary>
    public double ChangeDb(ReadOnlySpan<Band> bands)
    {
        _sound.AsSpan().Fill(1.0);
        for (int i = 0; i < bands.Length; i++)
            PowerResponse.Multiply(_sound, _responses[i].Of(bands[i], _sampleRate, _tangents2));
        return GatedDb();
    }

    /// <summary>The change in LU that an equaliser's targets make.</summary>
    public double ChangeDb(EqualiserTargets targets)
    {
        _channelPlays.AsSpan().Clear();
        for (int i = 0; i < Equaliser.DecoderBandCount; i++)
        {
            if (targets.DecoderGainDb[i] != 0.0)
                Play(i, targets.DecoderBand(i), targets.DecoderChannel);
        }

        for (int i = 0; i < Equaliser.OwnBandCount; i++)
        {
            ref readonly var own = ref targets.Own[i];
            if (own.On)
                Play(Equaliser.DecoderBandCount + i, own.Band, own.Channel);
        }

        _sound.AsSpan().Fill(1.0);
        if (_channelPlays[(int)BandChannel.Stereo])
            PowerResponse.Multiply(_sound, _byChannel[(int)BandChannel.Stereo]);
        Share(BandChannel.Right, BandChannel.Left, _rightShare);
        Share(BandChannel.Mid, BandChannel.Side, _midShare);
        return GatedDb();
    }

    private void Play(int slot, in Band band, BandChannel channel)
    {
        var sum = _byChannel[(int)channel];
        var response = _responses[slot].Of(band, _sampleRate, _tangents2);
        if (_channelPlays[(int)channel])
            PowerResponse.Multiply(sum, response);
        else
            response.CopyTo(sum);
        _channelPlays[(int)channel] = true;
    }

    // One part of the signal has this share of the power, the other the rest.
    private void Share(BandChannel part, BandChannel rest, double[] shares)
    {
        bool partPlays = _channelPlays[(int)part], restPlays = _channelPlays[(int)rest];
        if (!partPlays && !restPlays)
            return;
        for (int i = 0; i < Points; i++)
        {
            double ofPart = partPlays ? _byChannel[(int)part][i] : 1.0;
            double ofRest = restPlays ? _byChannel[(int)rest][i] : 1.0;
            _sound[i] *= (shares[i] * ofPart) + ((1.0 - shares[i]) * ofRest);
        }
    }

    private double GatedDb()
    {
        double sum = 0.0, count = 0.0;
        for (int c = 0; c < _spectrum.Classes; c++)
        {
            _classPowers[c] = PowerResponse.Dot(_powers.AsSpan(c * Points, Points), _sound);
            sum += _spectrum.Counts[c] * _classPowers[c];
            count += _spectrum.Counts[c];
        }

        if (!(sum > 0.0))
            return double.NegativeInfinity;
        double threshold = RelativeGate * sum / count;
        double gatedSum = 0.0, gatedCount = 0.0;
        for (int c = 0; c < _spectrum.Classes; c++)
        {
            double passing = _spectrum.Counts[c] * Passing(c, threshold);
            gatedSum += passing * _classPowers[c];
            gatedCount += passing;
        }

        return 10.0 * Math.Log10(gatedSum / gatedCount) - _unchangedDb;
    }

    // A class's moments lie about its mean: of one at the gate, half of them pass. So the change has no jumps.
    private double Passing(int index, double threshold)
    {
        double power = _classPowers[index];
        if (power <= _softest[index] * threshold)
            return 0.0;
        return power >= _loudest[index] * threshold
            ? 1.0
            : 0.5 + (10.0 * Math.Log10(power / threshold) / (2.0 * _spectrum.SpreadsLu[index]));
    }
}
