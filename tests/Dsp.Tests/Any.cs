using SemanticEq.Dsp.Tests.Properties;

namespace SemanticEq.Dsp.Tests;

/// <summary>Random bands, settings and sample rates over everything that the engine promises to play.</summary>
internal static class Any
{
    public static Arbitrary<Band> Bands(params BandType[] types) => Arb.From(
        from type in Gen.Elements(types.Length > 0 ? types : Enum.GetValues<BandType>())
        from hz in Between(Math.Log(10.0), Math.Log(22000.0))
        from gain in Between(-30.0, 30.0)
        from q in Between(Math.Log(0.1), Math.Log(40.0))
        from slope in Gen.Elements(12, 24, 48)
        select new Band(type, Math.Exp(hz), gain, Math.Exp(q), slope));

    public static Arbitrary<double> SampleRates() => Arb.From(
        Gen.Elements(8000.0, 11025.0, 16000.0, 22050.0, 32000.0, 44100.0, 48000.0, 88200.0, 96000.0, 176400.0, 192000.0, 384000.0, 768000.0));

    /// <summary>Settings of both sets of bands.</summary>
    /// <param name="lowestHz">Of any band; a band rings for Q / (π f) seconds a neper.</param>
    /// <param name="largestGainDb">Up and down.</param>
    /// <param name="largestQ">Of any band.</param>
    /// <param name="channels">What bands may act on; everything unless told.</param>
    public static Arbitrary<Setting> Settings(
        double lowestHz = 30.0, double largestGainDb = 18.0, double largestQ = 10.0, params BandChannel[] channels)
    {
        BandChannel[] acts = channels.Length > 0 ? channels : Enum.GetValues<BandChannel>();
        var band =
            from type in Gen.Elements(Enum.GetValues<BandType>())
            from hz in Between(Math.Log(lowestHz), Math.Log(19000.0))
            from gain in Gen.Frequency((4, Between(-largestGainDb, largestGainDb)), (1, Gen.Constant(0.0)))
            from q in Between(Math.Log(0.2), Math.Log(largestQ))
            from slope in Gen.Elements(12, 24, 48)
            select new Band(type, Math.Exp(hz), gain, Math.Exp(q), slope);
        var own =
            from shape in band
            from channel in Gen.Elements(acts)
            select new OwnBand(true, shape.Type, channel, shape.FrequencyHz, shape.GainDb, shape.Q, shape.SlopeDbPerOctave);
        var settings =
            from decoderCount in Gen.Choose(0, Equaliser.DecoderBandCount)
            from decoder in Gen.ArrayOf(band, decoderCount)
            from ownCount in Gen.Choose(0, Equaliser.OwnBandCount)
            from bands in Gen.ArrayOf(own, ownCount)
            from mode in Gen.Elements(acts)
            select new Setting(decoder, bands, mode);
        return Arb.From(settings, Setting.Shrink);
    }

    /// <summary>Block lengths, played round and round; a smaller case has fewer and rounder ones.</summary>
    public static Arbitrary<int[]> Cuts() => Arb.From(
        from count in Gen.Choose(1, 8)
        from cuts in Gen.ArrayOf(Gen.Frequency((3, Gen.Choose(1, 130)), (1, Gen.Choose(131, 1500))), count)
        select cuts,
        cuts => cuts.Length > 1 ? [cuts[..^1], cuts[1..]] : cuts[0] > 1 ? [[1], [cuts[0] / 2]] : []);

    public static Gen<double> Between(double low, double high) =>
        Gen.Choose(0, 1_000_000).Select(i => low + (high - low) * i / 1e6);
}
