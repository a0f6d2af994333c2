using System.Globalization;
using SemanticEq.Dsp;

namespace SemanticEq.Inference.Tests.Phrases;

/// <summary>Which bands a phrase asks for: every one of them, and no more.</summary>
public class PhraseBandTests
{
    private readonly PhraseReader _reader = new(ModelFolder.Load(Repository.Model));

    [Theory]
    [InlineData("-3dB@300Hz", "bell 300 -3")]
    [InlineData("cut 300 by 3 and 500 by 2", "bell 300 -3, bell 500 -2")]
    [InlineData("+2 dB at 100 and 10k", "bell 100 +2, bell 10000 +2")]
    [InlineData("250 Hz, -3 dB, Q 1.2", "bell 250 -3")]
    [InlineData("boost 1 dB at 12k with a shelf", "high-shelf 12000 +1")]
    [InlineData("+2dB at 10k with a low cut at 80", "bell 10000 +2, low-cut 80")]
    [InlineData("low shelf at 100 down 3 dB", "low-shelf 100 -3")]
    [InlineData("band pass 300 to 3k", "low-cut 300, high-cut 3000")]
    [InlineData("roll the top off at 12k", "high-cut 12000")]
    [InlineData("cut 2-3 dB at 300 Hz", "bell 300 -2.5")]
    [InlineData("boost 1 or 2 dB around 10k", "bell 10000 +1.5")]
    [InlineData("half a dB up at 2k", "bell 2000 +0.5")]
    [InlineData("quita 3 dB a 250 Hz con un Q de 2", "bell 250 -3")]
    public void Numbers_are_put_together_in_any_order(string phrase, string bands) => Bands(phrase).ShouldBe(bands);

    [Theory]
    [InlineData("bass up treble down", "low-shelf 120 +3, high-shelf 5000 -3")]
    [InlineData("bass and treble cut", "low-shelf 120 -3, high-shelf 5000 -3")]
    [InlineData("bass: +3 dB, mid: -1 dB", "low-shelf 120 +3, bell 1000 -1")]
    [InlineData("cut a bit of bass and boost the mids", "low-shelf 120 -1.5, bell 1000 +3")]
    [InlineData("the bass is too loud and the treble is too quiet", "low-shelf 120 -3, high-shelf 5000 +3")]
    [InlineData("there's not enough low end", "low-shelf 120 +3")]
    [InlineData("no bass", "low-shelf 120 -6")]
    [InlineData("los graves y los agudos están muy fuertes", "low-shelf 120 -4.2, high-shelf 5000 -4.2")]
    [InlineData("don't boost the bass", "")]
    [InlineData("the highs are too harsh", "")]
    public void Ranges_by_name_take_what_is_said_before_or_behind_them(string phrase, string bands) => Bands(phrase).ShouldBe(bands);

    [Theory]
    [InlineData("there's a resonance at 2.3k", "bell 2300 -3")]
    [InlineData("too much 3k", "bell 3000 -3")]
    [InlineData("harsh around 3k", "bell 3000 -3")]
    [InlineData("less 3k harshness", "bell 3000 -3")]
    [InlineData("warmth at 200 Hz", "bell 200 +3")]
    public void A_frequency_is_moved_the_way_that_its_name_says(string phrase, string bands)
    {
        Bands(phrase).ShouldBe(bands);
        _reader.Read(phrase).Z.ShouldAllBe(value => value == 0f);
    }

    private string Bands(string phrase) => string.Join(", ", _reader.Read(phrase).Bands.Select(band =>
        string.Create(CultureInfo.InvariantCulture, $"{BandTypes.Name(band.Type)} {band.Hz:0.#} {band.Db:+0.##;-0.##;' '}").Trim()));
}
