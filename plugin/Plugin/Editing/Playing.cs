using SemanticEq.Dsp;
using SemanticEq.Inference;
using SemanticEq.Ui.Editor;

namespace SemanticEq.Plugin;

/// <summary>The equaliser as it plays: where the glides are going, from the newest values. Main thread, no allocation.</summary>
internal sealed class Playing(SemanticEqEffect effect) : IPlaying
{
    private const int Count = ParameterTable.Bands;
    private static readonly int Amount = ParameterTable.IndexOf(ParameterId.Amount);
    private static readonly int ChannelMode = ParameterTable.IndexOf(ParameterId.ChannelMode);
    private static readonly int[] TrimOn = [.. Enumerable.Range(0, Count)
        .Select(band => ParameterTable.IndexOf(ParameterId.OfBand(band, ParameterId.Trim.On)))];
    private readonly ComposedSound _sound = new();
    private readonly WordSpread _spread = new(effect);
    private readonly Band[] _decoded = new Band[Count];
    private readonly Band[] _untrimmed = new Band[Count];
    private readonly Band[] _own = new Band[Count];
    private double _sampleRate;

    /// <inheritdoc/>
    public int Serial { get; private set; }

    /// <inheritdoc/>
    public ReadOnlySpan<Band> Decoded => _decoded;

    /// <inheritdoc/>
    public ReadOnlySpan<Band> Untrimmed => _untrimmed;

    /// <inheritdoc/>
    public ReadOnlySpan<Band> Own => _own;

    /// <summary>All bands, as for the engine.</summary>
    public EqualiserTargets Targets => _sound.Targets;

    /// <summary>What is asked for: the decoder's bands with Amount, neither fitted nor trimmed. 24 values.</summary>
    public ReadOnlySpan<float> Asked => _sound.Asked;

    /// <summary>Plain values in the table's order, as last followed.</summary>
    public ReadOnlySpan<double> Plain => _sound.Plain;

    private double AmountShare => Plain[Amount] * 0.01;

    /// <summary>Takes what is new.</summary>
    /// <returns>What has changed.</returns>
    public ControlChanges Follow()
    {
        var changes = _sound.Follow(effect);
        if (changes == ControlChanges.None && _sampleRate == effect.SampleRate)
            return changes;
        _sampleRate = effect.SampleRate;
        for (int i = 0; i < Count; i++)
        {
            _decoded[i] = Targets.DecoderBand(i);
            _untrimmed[i] = Untrim(i);
            _own[i] = Targets.Own[i].Band;
        }
        Serial++;
        return changes;
    }

    /// <inheritdoc/>
    public bool IsDecodedOn(int band) => Plain[TrimOn[band]] > 0.5;

    /// <inheritdoc/>
    public bool IsOwnOn(int band) => Targets.Own[band].On;

    /// <inheritdoc/>
    public void ResponseDb(bool own, int band, ReadOnlySpan<double> frequenciesHz, Span<double> decibels) =>
        CurveResponse.ComputeDb([own ? _own[band] : _decoded[band]], _sampleRate, frequenciesHz, decibels);

    /// <summary>
    /// The part of the signal that the decoder's bands act on is what is drawn: of the user's own bands those that act on it too.
    /// </summary>
    public void CurveDb(ReadOnlySpan<double> frequenciesHz, Span<double> decibels) => CurveDb(_decoded, frequenciesHz, decibels);

    /// <inheritdoc/>
    public bool PlainCurveDb(ReadOnlySpan<double> frequenciesHz, Span<double> decibels)
    {
        const double SeenDb = 0.1;
        Span<Band> plain = stackalloc Band[Count];
        bool isSeen = false;
        for (int i = 0; i < Count; i++)
        {
            double fittedDb = IsDecodedOn(i) ? (_sound.Fitted[(3 * i) + 1] - _sound.Decode[(3 * i) + 1]) * AmountShare : 0.0;
            plain[i] = _decoded[i] with { GainDb = _decoded[i].GainDb - fittedDb };
            isSeen |= Math.Abs(fittedDb) >= SeenDb;
        }
        if (isSeen)
            CurveDb(plain, frequenciesHz, decibels);
        return isSeen;
    }

    /// <inheritdoc/>
    public bool SpreadDb(ReadOnlySpan<double> frequenciesHz, Span<double> decibels) => _spread.TryWrite(Plain, frequenciesHz, decibels);

    private void CurveDb(ReadOnlySpan<Band> decoded, ReadOnlySpan<double> frequenciesHz, Span<double> decibels)
    {
        Span<Band> bands = stackalloc Band[2 * Count];
        int count = 0;
        for (int i = 0; i < Count; i++)
        {
            if (decoded[i].GainDb != 0.0)
                bands[count++] = decoded[i];
        }
        var part = (BandChannel)(int)Plain[ChannelMode];
        for (int i = 0; i < Count; i++)
        {
            if (Targets.Own[i].On && IsHeardIn(Targets.Own[i].Channel, part))
                bands[count++] = _own[i];
        }
        CurveResponse.ComputeDb(bands[..count], _sampleRate, frequenciesHz, decibels);
    }

    private static bool IsHeardIn(BandChannel channel, BandChannel part) => part == BandChannel.Stereo
        ? channel is BandChannel.Stereo or BandChannel.Mid or BandChannel.Left
        : channel == BandChannel.Stereo || channel == part;

    // As BandPlan composes it, with trims at their neutral values.
    private Band Untrim(int band)
    {
        var plain = DecodedCurve.Band(_sound.Fitted, band);
        return plain with { GainDb = plain.GainDb * AmountShare };
    }
}
