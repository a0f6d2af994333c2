using SemanticEq.Dsp;
using Xunit.Abstractions;

namespace SemanticEq.Inference.Tests;

/// <summary>The way between words has no steps: what one per cent of morph or of a weight does to the curve that plays.</summary>
public class SmoothPathTests(ITestOutputHelper output)
{
    private const double LargestStepDb = 0.5;
    private const int Points = 160;
    private static readonly ModelFolder Model = ModelFolder.Load(ModelVersions.Newest(Path.Combine(Repository.Root, "inference", "models")));
    private static readonly double[] Hz = [.. Enumerable.Range(0, Points).Select(i => 20.0 * Math.Pow(1000.0, i / (Points - 1.0)))];

    private readonly DecoderTwin _twin = new(Model);
    private readonly int[] _slots = [.. Model.Vocabulary.Words.Select(word => word.Slot)];
    private double _worst;
    private string _where = "";

    [Fact]
    public void One_per_cent_of_morph_between_any_words_changes_the_curve_by_less_than_half_a_decibel()
    {
        var random = new Random(11);
        float[] z = new float[DecoderShape.Latent];
        for (int pair = 0; pair < 300; pair++)
        {
            int a = Any(random), b = Any(random);
            double[]? before = null;
            for (int percent = 0; percent <= 100; percent++)
            {
                var frame = new ControlFrame { WordA = a, WordB = b, Morph = percent / 100f };
                LatentPlace.Locate(Model.Vocabulary, frame, z);
                before = Step(before, z, () => $"{Name(a)} to {Name(b)} at {percent} %");
            }
        }

        Report();
    }

    [Fact]
    public void One_per_cent_of_a_weight_in_any_mix_changes_the_curve_by_less_than_half_a_decibel()
    {
        var random = new Random(12);
        for (int mix = 0; mix < 300; mix++)
        {
            int[] words = [.. Enumerable.Range(0, random.Next(3, 7)).Select(_ => Any(random))];
            double[] weights = [.. words.Select(_ => random.NextDouble())];
            double sum = weights.Sum();
            weights = [.. weights.Select(weight => weight / sum)];
            // One word grows from nothing to all, per cent by per cent; the others keep their proportions.
            double[]? before = null;
            for (int percent = 0; percent <= 100; percent++)
            {
                double rest = (1.0 - (percent / 100.0)) / (1.0 - weights[0]);
                double[] now = [percent / 100.0, .. weights.Skip(1).Select(weight => weight * rest)];
                before = Step(before, Place(words, now), () => $"{string.Join(", ", words.Select(Name))} at {percent} % of the first");
            }
        }

        Report();
    }

    private void Report()
    {
        output.WriteLine(FormattableString.Invariant($"worst step {_worst:0.000} dB: {_where}"));
        _worst.ShouldBeGreaterThan(0.0);
        _worst.ShouldBeLessThan(LargestStepDb);
    }

    private double[] Step(double[]? before, ReadOnlySpan<float> z, Func<string> where)
    {
        double[] curve = Curve(z);
        for (int i = 0; before is not null && i < curve.Length; i++)
        {
            double step = Math.Abs(curve[i] - before[i]);
            if (step > _worst)
                (_worst, _where) = (step, FormattableString.Invariant($"{where()}, {Hz[i]:0} Hz"));
        }
        return curve;
    }

    private double[] Curve(ReadOnlySpan<float> z)
    {
        Span<float> decode = stackalloc float[DecoderShape.Output];
        _twin.Decode(z, decode);
        Span<Band> bands = stackalloc Band[DecoderShape.Bands];
        for (int i = 0; i < bands.Length; i++)
            bands[i] = DecodedCurve.Band(decode, i);
        double[] curve = new double[Points];
        CurveResponse.ComputeDb(bands, 48_000.0, Hz, curve);
        return curve;
    }

    private static float[] Place(int[] words, double[] shares)
    {
        float[] z = new float[DecoderShape.Latent];
        for (int k = 0; k < words.Length; k++)
        {
            var word = Model.Vocabulary.Latents(words[k], 0);
            for (int i = 0; i < z.Length; i++)
                z[i] += (float)shares[k] * word[i];
        }
        return z;
    }

    private int Any(Random random) => _slots[random.Next(_slots.Length)];

    private static string Name(int slot) => Model.Vocabulary.At(slot)!.Word;
}
