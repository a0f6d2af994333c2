namespace SemanticEq.Bench.Engine;

/// <summary>The yardstick: the same eight bands by the textbook, band after band.</summary>
internal sealed class TextbookSubject(string name) : InPlaceSubject(name, 512)
{
    private readonly TextbookSection[] _sections =
        [.. EngineBands.Decoder.Select(band => RbjCookbook.Design(band, EngineBands.SampleRate))];

    public override void Check() => Require(PowerChange is not 1.0 and > 0.1 and < 10.0, "it does not filter");

    protected override void Process(Span<double> left, Span<double> right)
    {
        foreach (ref var section in _sections.AsSpan())
            section.Process(left, right);
    }
}
