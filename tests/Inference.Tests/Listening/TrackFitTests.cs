using FsCheck;
using FsCheck.Fluent;
using Xunit.Abstractions;

namespace SemanticEq.Inference.Tests.Listening;

public class TrackFitTests(ITestOutputHelper output)
{
    private readonly ListenerModel _model = ListenerModel.Load(Repository.Listener);
    private readonly Words _words = new();
    private readonly double[] _factors = new double[8];

    [Fact]
    public void Nothing_asked_leaves_every_factor_at_1()
    {
        var fit = new TrackFit(_model);
        fit.Fit(Tracks.Tilted(-3.0f), new float[24], _factors);
        (fit.Asked, fit.HeardPlain, fit.HeardFitted).ShouldBe((0.0, 0.0, 0.0));
        _factors.ShouldAllBe(factor => factor == 1.0);
    }

    [Fact]
    public void The_average_recording_needs_no_fit()
    {
        var fit = new TrackFit(_model);
        float[] reference = [.. _model.Reference.Select(db => (float)db)];
        foreach (string word in _words.BestKnown(20))
        {
            fit.Fit(reference, _words.Decode(word), _factors);
            fit.HeardPlain.ShouldBe(fit.Asked, 1e-4 * fit.Asked, word);
            _factors.ShouldAllBe(factor => factor == 1.0);
        }
    }

    [Fact]
    public void What_it_predicts_is_what_a_listener_hears()
    {
        var fit = new TrackFit(_model);
        var direction = new AskedDirection(_model);
        foreach (string word in _words.BestKnown(20))
        {
            float[] bands = _words.Decode(word), track = Tracks.Tilted(-2.0f);
            fit.Fit(track, bands, _factors);
            direction.Aim(Words.Curve(bands));
            direction.Asked.ShouldBe(fit.Asked, 1e-4, word);
            direction.Change(track, Sum(track, Words.Curve(bands))).ShouldBe(fit.HeardPlain, 1e-4, word);
            for (int i = 0; i < 8; i++)
                bands[(3 * i) + 1] *= (float)_factors[i];
            direction.Change(track, Sum(track, Words.Curve(bands))).ShouldBe(fit.HeardFitted, 1e-4, word);
        }
    }

    [Fact]
    public void Over_tracks_and_words_it_gets_much_closer_and_never_further()
    {
        var fit = new TrackFit(_model);
        var random = new Random(1);
        List<double> plain = [], fitted = [];
        for (int track = 0; track < 60; track++)
        {
            float[] spectrum = Tracks.Any(random);
            foreach (string word in _words.BestKnown(20))
            {
                fit.Fit(spectrum, _words.Decode(word), _factors);
                _factors.ShouldAllBe(factor => factor >= 0.0 && factor <= 1.5);
                Math.Abs(fit.Asked - fit.HeardFitted).ShouldBeLessThanOrEqualTo(Math.Abs(fit.Asked - fit.HeardPlain), word);
                plain.Add(fit.HeardPlain / fit.Asked);
                fitted.Add(fit.HeardFitted / fit.Asked);
            }
        }

        output.WriteLine($"spread of heard/asked: {Deviation(plain):0.000} plain, {Deviation(fitted):0.000} fitted; within 2.1 %: {fitted.Count(x => Math.Abs(x - 1) < 0.021)} of {fitted.Count}");
        Deviation(fitted).ShouldBeLessThan(0.5 * Deviation(plain));
    }

    [Fact]
    public void Any_finite_input_gives_finite_factors_in_bounds() => Prop.ForAll(
        Arb.From(Gen.ArrayOf(Wild, 64)), Arb.From(Gen.ArrayOf(Wild, 24)), (track, bands) =>
        {
            var fit = new TrackFit(_model);
            double[] factors = new double[8];
            fit.Fit(track, bands, factors);
            return Array.TrueForAll(factors, factor => factor is >= 0.0 and <= 1.5)
                && double.IsFinite(fit.HeardFitted) && double.IsFinite(fit.Asked)
                && Math.Abs(fit.Asked - fit.HeardFitted) <= Math.Abs(fit.Asked - fit.HeardPlain);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_fit_does_not_depend_on_what_was_fitted_before()
    {
        var used = new TrackFit(_model);
        var random = new Random(2);
        double[] again = new double[8];
        foreach (string word in _words.BestKnown(10))
        {
            float[] track = Tracks.Any(random), bands = _words.Decode(word);
            used.Fit(track, bands, _factors);
            new TrackFit(_model).Fit(track, bands, again);
            again.ShouldBe(_factors);
        }
    }

    [Fact]
    public void A_little_change_of_the_track_moves_the_gains_a_little()
    {
        var fit = new TrackFit(_model);
        var random = new Random(3);
        double[] moved = new double[8];
        double worst = 0.0;
        for (int i = 0; i < 40; i++)
        {
            float[] track = Tracks.Any(random), near = [.. track.Select(db => db + (0.1f * (random.NextSingle() - 0.5f)))];
            foreach (string word in _words.BestKnown(20))
            {
                float[] bands = _words.Decode(word);
                fit.Fit(track, bands, _factors);
                fit.Fit(near, bands, moved);
                for (int k = 0; k < 8; k++)
                    worst = Math.Max(worst, Math.Abs((moved[k] - _factors[k]) * bands[(3 * k) + 1]));
            }
        }

        output.WriteLine($"for 0.05 dB in each band of the track a gain moves by {worst:0.000} dB at most");
        worst.ShouldBeLessThan(0.3);
    }

    [Fact]
    public void Fitting_allocates_nothing()
    {
        var fit = new TrackFit(_model);
        float[] warm = _words.Decode("warm"), bright = _words.Decode("bright"), track = Tracks.Tilted(-4.0f), other = Tracks.Tilted(2.0f);
        Use();
        long before = GC.GetAllocatedBytesForCurrentThread();
        Use();
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);

        void Use()
        {
            for (int i = 0; i < 100; i++)
            {
                fit.Fit(track, i % 2 == 0 ? warm : bright, _factors);
                fit.Fit(other, warm, _factors);
            }
        }
    }

    private static Gen<float> Wild => Gen.OneOf(
        Gen.Choose(-1000, 1000).Select(i => i / 10.0f),
        Gen.Elements(0.0f, 1e-30f, 1e9f, -1e9f, float.MaxValue, float.MinValue));

    private static float[] Sum(float[] a, float[] b) => [.. a.Zip(b, (x, y) => x + y)];

    private static double Deviation(List<double> values)
    {
        double mean = values.Average();
        return Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
    }
}
