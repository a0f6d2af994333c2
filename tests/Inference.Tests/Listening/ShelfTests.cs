using FsCheck;
using FsCheck.Fluent;

namespace SemanticEq.Inference.Tests.Listening;

/// <summary>What everybody expects of "bright": the more highs, the brighter; the fewer, the darker.</summary>
public class ShelfTests
{
    private readonly ListenerModel _model = ListenerModel.Load(Repository.Listener);

    [Theory]
    [InlineData("bright", 1)]
    [InlineData("dark", -1)]
    public void Raising_a_high_shelf_moves_the_word_one_way_on_any_track(string word, int sign)
    {
        int place = Enumerable.Range(0, _model.Words.Count).First(i => _model.Words[i] == word);
        var listener = new Listener(_model);
        float[] scores = new float[_model.Words.Count];
        Prop.ForAll(Arb.From(Gen.Choose(0, 1_000_000)), Arb.From(Gen.Choose(20, 60)), (seed, tenthsOfKHz) =>
        {
            float[] track = Tracks.Any(new System.Random(seed));
            double before = double.NegativeInfinity;
            for (int gain = -12; gain <= 12; gain += 2)
            {
                float[] curve = Words.Curve([.. Bands(100.0 * tenthsOfKHz, gain)]);
                listener.Score([.. track.Zip(curve, (a, b) => a + b)], scores);
                double now = sign * scores[place];
                if (now < before)
                    return false.Label($"{seed}: {100 * tenthsOfKHz} Hz, {gain} dB: {now} after {before}");
                before = now;
            }

            return true.Label("");
        }).QuickCheckThrowOnFailure();
    }

    private static IEnumerable<float> Bands(double shelfHz, double gainDb)
    {
        for (int i = 0; i < 8; i++)
            foreach (float value in (float[])[(float)Math.Log2(i == 7 ? shelfHz : 1000.0), i == 7 ? (float)gainDb : 0.0f, -0.5f])
                yield return value;
    }
}
