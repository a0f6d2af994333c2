namespace SemanticEq.Dsp.Tests;

/// <summary>Random bands and sample rates over everything that the engine promises to play.</summary>
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

    public static Gen<double> Between(double low, double high) =>
        Gen.Choose(0, 1_000_000).Select(i => low + (high - low) * i / 1e6);
}
