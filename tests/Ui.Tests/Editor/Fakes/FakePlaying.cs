using SemanticEq.Dsp;
using SemanticEq.Ui.Editor;

namespace SemanticEq.Ui.Tests.Editor;

/// <summary>A word's eight bands with the controls' trims and own bands, and what they really do at 48 kHz.</summary>
internal sealed class FakePlaying(FakeEditorModel model) : IPlaying
{
    private const int Count = 8;
    private const double SampleRate = 48_000;
    private const int MostPoints = 4096;

    private readonly Band[] _decoded = new Band[Count];
    private readonly Band[] _untrimmed = new Band[Count];
    private readonly Band[] _own = new Band[Count];
    private readonly double[] _power = new double[MostPoints];

    public int Serial { get; private set; }

    /// <summary>Whether people have set the word.</summary>
    public bool HasSpread { get; set; } = true;

    /// <summary>What the word asks for at Amount 100 %.</summary>
    public Band[] Word { get; } =
    [
        new(BandType.LowShelf, 92, 2.0, 0.71), new(BandType.Bell, 190, 1.5, 0.9), new(BandType.Bell, 330, -4.0, 1.6),
        new(BandType.Bell, 720, -0.6, 1.0), new(BandType.Bell, 1500, 1.4, 1.1), new(BandType.Bell, 2900, 1.8, 0.8),
        new(BandType.Bell, 6200, -1.7, 1.2), new(BandType.HighShelf, 10_400, 2.0, 0.7),
    ];

    public ReadOnlySpan<Band> Decoded => _decoded;

    public ReadOnlySpan<Band> Untrimmed => _untrimmed;

    public ReadOnlySpan<Band> Own => _own;

    public bool IsDecodedOn(int band) => model.Trims[band].On.IsOn();

    public bool IsOwnOn(int band) => model.OwnBands[band].On.IsOn();

    public void ResponseDb(bool own, int band, ReadOnlySpan<double> frequenciesHz, Span<double> decibels)
    {
        Span<double> power = _power.AsSpan(0, frequenciesHz.Length);
        power.Fill(1);
        CurveResponse.MultiplyPower(own ? _own[band] : _decoded[band], SampleRate, frequenciesHz, power);
        ToDb(power, decibels);
    }

    public void CurveDb(ReadOnlySpan<double> frequenciesHz, Span<double> decibels)
    {
        Span<double> power = _power.AsSpan(0, frequenciesHz.Length);
        power.Fill(1);
        for (int band = 0; band < Count; band++)
        {
            if (IsDecodedOn(band))
                CurveResponse.MultiplyPower(_decoded[band], SampleRate, frequenciesHz, power);
            if (IsOwnOn(band))
                CurveResponse.MultiplyPower(_own[band], SampleRate, frequenciesHz, power);
        }

        ToDb(power, decibels);
    }

    /// <summary>Whether Adapt plays other than the word's own curve.</summary>
    public bool IsAdapted { get; set; }

    public bool PlainCurveDb(ReadOnlySpan<double> frequenciesHz, Span<double> decibels)
    {
        if (!IsAdapted)
            return false;
        CurveDb(frequenciesHz, decibels);
        for (int i = 0; i < frequenciesHz.Length; i++)
            decibels[i] *= 0.7;
        return true;
    }

    public bool SpreadDb(ReadOnlySpan<double> frequenciesHz, Span<double> decibels)
    {
        for (int i = 0; HasSpread && i < frequenciesHz.Length; i++)
            decibels[i] = (model.Amount.Plain / 100) * (0.8 + (0.5 * Math.Abs(Math.Log10(frequenciesHz[i] / 700))));
        return HasSpread;
    }

    /// <summary>Takes what the controls say.</summary>
    public void Update()
    {
        for (int band = 0; band < Count; band++)
        {
            TrimControls trim = model.Trims[band];
            Band word = Word[band] with { GainDb = Word[band].GainDb * model.Amount.Plain / 100 };
            _untrimmed[band] = word;
            _decoded[band] = word with
            {
                FrequencyHz = word.FrequencyHz * Math.Pow(2, trim.Frequency.Plain),
                GainDb = word.GainDb + trim.Gain.Plain,
                Q = word.Q * trim.Q.Plain,
            };
            OwnBandControls own = model.OwnBands[band];
            _own[band] = new Band(
                (BandType)own.Type.Step(), own.Frequency.Plain, own.Gain.Plain, own.Q.Plain, 12 << own.Slope.Step());
        }

        Serial++;
    }

    private static void ToDb(ReadOnlySpan<double> power, Span<double> decibels)
    {
        for (int i = 0; i < power.Length; i++)
            decibels[i] = 10 * Math.Log10(power[i]);
    }
}
