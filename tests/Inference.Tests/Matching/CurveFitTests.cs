using SemanticEq.Inference.Tests.Listening;
using Xunit.Abstractions;

namespace SemanticEq.Inference.Tests.Matching;

public class CurveFitTests(ITestOutputHelper output)
{
    private static readonly Lazy<ModelFolder> Newest = new(() => ModelFolder.Load(Repository.Model));

    [Fact]
    public void A_flat_curve_is_the_neutral_place()
    {
        float[] track = Tracks.Tilted(-3f);
        new CurveFit(Newest.Value).Fit(MatchCurve.Between(track, track)!).ShouldAllBe(value => Math.Abs(value) < 0.01f);
    }

    [Theory]
    [InlineData("warm")]
    [InlineData("bright")]
    [InlineData("muddy")]
    [InlineData("airy")]
    public void What_a_word_does_to_a_track_comes_back_as_a_place_that_does_the_same(string word)
    {
        var model = Newest.Value;
        var fit = new CurveFit(model);
        double[] of = fit.Curve(model.Vocabulary.Latents(model.Vocabulary.SlotOf(word)!.Value, 0));
        float[] track = Tracks.Tilted(-3f), changed = [.. track.Zip(of, (db, more) => (float)(db + more))];
        var curve = MatchCurve.Between(track, changed)!;
        double left = curve.MissDb(fit.Curve(fit.Fit(curve)));
        output.WriteLine($"{word}: {curve.MissDb(new double[64]):0.00} dB asked, {left:0.000} dB left");
        left.ShouldBeLessThan(0.15);
    }

    // Wilder than music's: hills and dips of up to 20 dB. Recordings are matched in the plug-in's tests.
    [Fact]
    public void Hills_and_dips_are_met_within_two_decibels()
    {
        var random = new Random(3);
        var fit = new CurveFit(Newest.Value);
        double[] left = [.. Enumerable.Range(0, 40).Select(_ => MatchCurve.Between(Tracks.Any(random), Tracks.Any(random))).OfType<MatchCurve>()
            .Select(curve => curve.MissDb(fit.Curve(fit.Fit(curve)))).Order()];
        output.WriteLine($"{left.Length} pairs: median {left[left.Length / 2]:0.00} dB RMS left, worst {left[^1]:0.00}");
        left[left.Length / 2].ShouldBeLessThan(1.0);
        left[^1].ShouldBeLessThan(3.0);
    }

    [Fact]
    public void The_same_curve_is_the_same_place_to_the_bit_and_never_wild()
    {
        var random = new Random(4);
        for (int i = 0; i < 10; i++)
        {
            float[] from = Tracks.Any(random), to = Tracks.Any(random);
            var one = MatchPhrase.Read(Newest.Value, new SoundPair(from, to))!;
            MatchPhrase.Read(Newest.Value, new SoundPair(from, to))!.Z.ShouldBe(one.Z);
            one.Z.ShouldAllBe(value => float.IsFinite(value) && MathF.Abs(value) < 1000f);
            new CurveFit(Newest.Value).Curve(one.Z).ShouldAllBe(db => Math.Abs(db) < 20.0);
        }
    }

    [Fact]
    public void An_older_model_finds_a_place_too()
    {
        var model = ModelFolder.Load(Repository.FirstModel);
        var fit = new CurveFit(model);
        var curve = MatchCurve.Between(Tracks.Tilted(-4.5f), Tracks.Tilted(-3f))!;
        curve.MissDb(fit.Curve(fit.Fit(curve))).ShouldBeLessThan(0.5 * curve.MissDb(new double[64]));
    }

    [Fact]
    public void Slopes_are_what_small_steps_come_to()
    {
        var model = Newest.Value;
        var jacobian = new BandJacobian(model);
        float[] z = model.Vocabulary.Latents(model.Vocabulary.SlotOf("warm")!.Value, 0).ToArray();
        double[] down = new double[64], up = new double[64];
        double[] slopes = jacobian.Slopes(z, up).ToArray();
        for (int k = 0; k < z.Length; k++)
        {
            const float Step = 0.3f;
            float before = z[k];
            z[k] = before + Step;
            jacobian.Curve(z, up);
            z[k] = before - Step;
            jacobian.Curve(z, down);
            z[k] = before;
            for (int i = 0; i < 64; i++)
                slopes[(k * 64) + i].ShouldBe((up[i] - down[i]) / (2.0 * Step), 0.01);
        }
    }

    [Theory]
    [InlineData("like the side-chain", true)]
    [InlineData(" Like the sidechain ", true)]
    [InlineData("match the side chain", true)]
    [InlineData("como la cadena lateral", true)]
    [InlineData("like a telephone", false)]
    [InlineData("warm", false)]
    public void Who_asks_for_the_side_chain_is_told_what_to_do(string text, bool isAsked)
    {
        MatchPhrase.IsAsked(text).ShouldBe(isAsked);
        var reading = new PhraseReader(Newest.Value).Read(text);
        reading.Parts.Any(part => part.Says.Contains("side-chain input", StringComparison.Ordinal)).ShouldBe(isAsked);
        if (isAsked)
            reading.Z.ShouldAllBe(value => value == 0f);
    }
}
