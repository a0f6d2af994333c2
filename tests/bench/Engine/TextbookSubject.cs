namespace SemanticEq.Bench.Engine;

/// <summary>The yardstick: the same eight bands by the textbook, band after band.</summary>
internal sealed class TextbookSubject(string name) : InPlaceSubject<double>(name, 512)
{
    private readonly TextbookSection[] _sections =
        [.. EngineBands.Decoder.Select(band => RbjCookbook.Design(band, EngineBands.SampleRate))];

    public override void Check()
    {
        // Near Nyquist the two differ, by design; over all of the noise they do not by much.
        const double ToleranceDb = 0.3;
        using var engine = new StillSubject("engine", EngineBands.Targets(EngineBands.Decoder), 512);
        engine.Prepare();
        engine.Run();
        double apartDb = 10.0 * Math.Log10(PowerChange / engine.PowerChange);
        Require(Math.Abs(apartDb) < ToleranceDb, $"it is {apartDb:0.00} dB off the engine");
    }

    protected override void Process(Span<double> left, Span<double> right)
    {
        foreach (ref var section in _sections.AsSpan())
            section.Process(left, right);
    }
}
