using System.Numerics.Tensors;
using SemanticEq.Dsp;

namespace SemanticEq.Inference;

/// <summary>
/// Puts a phrase's words together: z = Σ amount · z(word), which decodes approximately to the sum of the curves; then the words to
/// keep out or in; then no more than one word at 150 % does.
/// </summary>
internal sealed class LatentSum(CurveSpace space)
{
    /// <summary>The most of a word that a phrase can ask for, as the Amount knob's end.</summary>
    public const double MaxAmount = 1.5;

    // Two words that agree are asked for together, not twice over.
    private const double MaxRmsOfLargest = 1.3;
    private const double MaxSpanDb = 10.0;

    // "not muddy" pushes this far the other way, beyond taking out what the rest has of it.
    private const double Push = 0.3;

    // How much of what is asked for stays, whatever is to be kept out: of "warm but not muddy" the warm must still be heard.
    private const double Kept = 0.6;

    /// <summary>The place of all wishes, 32 values.</summary>
    public float[] Add(IReadOnlyList<WordWish> wishes, bool hasBands)
    {
        float[] z = new float[DecoderShape.Latent];
        double largest = 0.0;
        foreach (var wish in wishes.Where(wish => wish.Constraint == 0))
        {
            TensorPrimitives.MultiplyAdd(wish.Z, (float)Amount(wish), z, z);
            largest = Math.Max(largest, Math.Abs(Amount(wish)) * Rms(space.Curve(wish.Z)));
        }
        Scale(z, MaxRmsOfLargest * largest, Rms);

        // Where nothing is asked for, "not muddy" itself is the wish.
        bool alone = TensorPrimitives.Norm<float>(z) == 0f;
        foreach (var wish in wishes.Where(wish => wish.Constraint != 0))
        {
            if (alone)
                TensorPrimitives.MultiplyAdd(wish.Z, (float)(wish.Constraint * (hasBands ? Push : wish.Amount)), z, z);
            else
                Constrain(z, wish);
        }
        Scale(z, MaxSpanDb, CurveSpace.SpanDb);
        return z;
    }

    private double Amount(WordWish wish)
    {
        double peak = CurveSpace.PeakDb(space.Curve(wish.Z));
        double amount = wish.PeakDb is { } wanted ? peak > 0.0 ? wanted / peak : 0.0 : wish.Amount;
        return Math.Clamp(amount, -MaxAmount, MaxAmount);
    }

    // Removes what the sum has on the wrong side of a word, and goes a little beyond; as far as what is asked for stays.
    private void Constrain(float[] z, WordWish wish)
    {
        double[] asked = space.Curve(z);
        double[] word = space.Curve(wish.Z);
        double ofWord = TensorPrimitives.Dot<double>(word, word);
        double common = TensorPrimitives.Dot<double>(asked, word);
        double ofAsked = TensorPrimitives.Dot<double>(asked, asked);
        if (ofWord == 0.0 || ofAsked == 0.0)
            return;
        double wrong = Math.Max(0.0, -wish.Constraint * common / ofWord);
        double removed = wrong + Push;
        double against = -wish.Constraint * common;
        if (against > 0.0)
            removed = Math.Min(removed, (1.0 - Kept) * ofAsked / against);
        TensorPrimitives.MultiplyAdd(wish.Z, (float)(wish.Constraint * removed), z, z);

        // The change turns away and would shrink as well. Half of that (in dB) is given back: all of it, and of two words that are much
        // the same, like warm and muddy, as much of the unwanted one would be heard as before.
        double now = Rms(space.Curve(z));
        if (wrong > 0.0 && now > 0.0)
            TensorPrimitives.Multiply(z, (float)Math.Sqrt(Math.Clamp(Rms(asked) / now, 1.0, 1.0 / Kept)), z);
    }

    // The decoder bends: far out, half of z is nearly the same curve. So the factor is searched for, by halving.
    private void Scale(float[] z, double limit, Measure measure)
    {
        if (measure(space.Curve(z)) <= limit)
            return;
        float[] scaled = new float[z.Length];
        double low = 0.0;
        double high = 1.0;
        for (int i = 0; i < 20; i++)
        {
            double middle = 0.5 * (low + high);
            TensorPrimitives.Multiply(z, (float)middle, scaled);
            (low, high) = measure(space.Curve(scaled)) <= limit ? (middle, high) : (low, middle);
        }
        TensorPrimitives.Multiply(z, (float)low, z);
    }

    private static double Rms(ReadOnlySpan<double> curve) => TensorPrimitives.Norm(curve) / Math.Sqrt(CommonGrid.Count);

    private delegate double Measure(ReadOnlySpan<double> curve);
}
