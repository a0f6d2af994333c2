namespace SemanticEq.Dsp.Tests.Properties;

/// <summary>What an equaliser is set to, as FsCheck makes it and makes it smaller: towards few bands, plain values, no mode.</summary>
/// <param name="Decoder">Up to eight bands, the types being the decoder's own.</param>
/// <param name="Own">Up to eight bands, all on.</param>
/// <param name="Mode">What the decoder's bands act on.</param>
public sealed record Setting(Band[] Decoder, OwnBand[] Own, BandChannel Mode)
{
    /// <summary>The same as the engine takes it.</summary>
    public EqualiserTargets ToTargets()
    {
        var targets = EngineDriver.Targets(Decoder);
        targets.DecoderChannel = Mode;
        for (int i = 0; i < Own.Length; i++)
            targets.Own[i] = Own[i];
        return targets;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Mode} [{string.Join("; ", Decoder)}] [{string.Join("; ", Own)}]";

    /// <summary>Smaller settings: a band less, or one band plainer.</summary>
    internal static IEnumerable<Setting> Shrink(Setting setting)
    {
        if (setting.Mode != BandChannel.Stereo)
            yield return setting with { Mode = BandChannel.Stereo };
        for (int i = 0; i < setting.Own.Length; i++)
        {
            yield return setting with { Own = [.. setting.Own.Where((_, j) => j != i)] };
            foreach (var band in Plainer(setting.Own[i]))
                yield return setting with { Own = [.. setting.Own.Select((own, j) => j == i ? band : own)] };
        }

        for (int i = 0; i < setting.Decoder.Length; i++)
        {
            var band = setting.Decoder[i];
            if (band.GainDb != 0.0)
                yield return setting with { Decoder = [.. setting.Decoder.Select((b, j) => j == i ? b with { GainDb = 0.0 } : b)] };
        }

        if (setting.Decoder.Length > 0)
            yield return setting with { Decoder = [.. setting.Decoder.SkipLast(1)] };
    }

    private static IEnumerable<OwnBand> Plainer(OwnBand band)
    {
        if (band.Channel != BandChannel.Stereo)
            yield return band with { Channel = BandChannel.Stereo };
        if (band.FrequencyHz != 1000.0)
            yield return band with { FrequencyHz = 1000.0 };
        if (band.Q != 1.0)
            yield return band with { Q = 1.0 };
        if (Math.Abs(band.GainDb) > 1.0)
            yield return band with { GainDb = Math.Round(band.GainDb / 2.0) };
    }
}
