using System.Numerics.Tensors;
using SemanticEq.Dsp;

namespace SemanticEq.Inference;

/// <summary>
/// Finds the place in a model's latent space whose bands play a curve best, by the Levenberg–Marquardt method from several beginnings.
/// Deterministic; allocates; some ten milliseconds. Main thread.
/// </summary>
/// <remarks>K. Madsen, H. B. Nielsen and O. Tingleff, "Methods for Non-Linear Least Squares Problems" (2004), algorithm 3.16.</remarks>
/// <param name="model">Whose decoder plays.</param>
internal sealed class CurveFit(ModelFolder model)
{
    private const int Latent = DecoderShape.Latent;
    private const int Points = CommonGrid.Count;
    private const int Steps = 40;

    // A place far out is no better known and bends what is added to it: 0.01 dB RMS for each ten of |z|, which is a decibel's worth.
    private const double FarCost = 0.001;

    // The level is free, but nearly as good a fit without one is better.
    private const double LevelCost = 0.1;
    private const double LeastGain = 1e-4;
    private readonly BandJacobian _jacobian = new(model);
    private readonly double[] _curve = new double[Points];

    /// <summary>Finds it.</summary>
    /// <param name="target">The curve.</param>
    /// <returns>32 values; zeros where the curve is flat.</returns>
    public float[] Fit(MatchCurve target)
    {
        float[] best = new float[Latent];
        double least = double.PositiveInfinity;
        foreach (float[] start in Starts(target))
        {
            double cost = Descend(start, target);
            if (cost < least)
                (best, least) = (start, cost);
        }

        return best;
    }

    /// <summary>The curve that a place plays, level-free.</summary>
    public double[] Curve(ReadOnlySpan<float> z)
    {
        _jacobian.Curve(z, _curve);
        double[] curve = [.. _curve];
        CommonGrid.MakeLevelFree(curve);
        return curve;
    }

    // Nothing at all, and the words that go the same way: a valley may have more than one floor.
    private IEnumerable<float[]> Starts(MatchCurve target)
    {
        const int Words = 3;
        yield return new float[Latent];
        var near = model.Vocabulary.Words.Select(word => (word, Miss: Scaled(word.Slot, target))).OrderBy(item => item.Miss.Miss).ThenBy(item => item.word.Slot);
        foreach (var (word, (_, scale)) in near.Take(Words).ToArray())
        {
            float[] z = model.Vocabulary.Latents(word.Slot, 0).ToArray();
            TensorPrimitives.Multiply(z, scale, z);
            yield return z;
        }
    }

    private (double Miss, float Scale) Scaled(int slot, MatchCurve target)
    {
        _jacobian.Curve(model.Vocabulary.Latents(slot, 0), _curve);
        TensorPrimitives.Subtract(_curve, TensorPrimitives.Dot(_curve, target.Weights), _curve);
        double[] weighted = new double[Points];
        TensorPrimitives.Multiply(_curve, target.Weights, weighted);
        double scale = TensorPrimitives.Dot(weighted, target.Decibels) / TensorPrimitives.Dot<double>(weighted, _curve);
        scale = double.IsFinite(scale) ? Math.Clamp(scale, -2.0, 2.0) : 0.0;
        TensorPrimitives.Multiply(_curve, scale, _curve);
        return (target.MissDb(_curve), (float)scale);
    }

    // Improves z in place.
    private double Descend(float[] z, MatchCurve target)
    {
        double[] normal = new double[Latent * Latent], gradient = new double[Latent], step = new double[Latent];
        float[] tried = new float[Latent];
        double cost = Cost(z, target), damping = 1e-2;
        for (int i = 0; i < Steps; i++)
        {
            Linearise(z, target, normal, gradient);
            double before = cost;
            for (int attempt = 0; attempt < 8 && cost == before; attempt++)
            {
                if (CholeskySolver.TrySolve(normal, gradient, damping, step))
                {
                    for (int k = 0; k < Latent; k++)
                        tried[k] = (float)(z[k] - step[k]);
                    double now = Cost(tried, target);
                    if (now < cost)
                    {
                        tried.CopyTo(z, 0);
                        (cost, damping) = (now, damping * 0.3);
                        continue;
                    }
                }

                damping *= 4.0;
            }

            if (!(cost < before * (1.0 - LeastGain)))
                break;
        }

        return cost;
    }

    private double Cost(ReadOnlySpan<float> z, MatchCurve target)
    {
        _jacobian.Curve(z, _curve);
        double level = TensorPrimitives.Dot(_curve, target.Weights), miss = target.MissDb(_curve), far = FarCost * TensorPrimitives.Norm(z);
        return (miss * miss) + (LevelCost * LevelCost * level * level) + (far * far);
    }

    // The cost's half gradient and its Gauss–Newton matrix.
    private void Linearise(ReadOnlySpan<float> z, MatchCurve target, double[] normal, double[] gradient)
    {
        var slopes = _jacobian.Slopes(z, _curve);
        double level = TensorPrimitives.Dot(_curve, target.Weights);
        Array.Clear(normal);
        Array.Clear(gradient);
        double[] levels = new double[Latent];
        for (int k = 0; k < Latent; k++)
            levels[k] = TensorPrimitives.Dot(slopes.Slice(k * Points, Points), target.Weights);
        for (int i = 0; i < Points; i++)
        {
            double weight = target.Weights[i], miss = _curve[i] - level - target.Decibels[i];
            for (int k = 0; k < Latent && weight > 0.0; k++)
                AddRow(k, weight * (slopes[(k * Points) + i] - levels[k]), miss, i, slopes, levels, normal, gradient);
        }

        for (int k = 0; k < Latent; k++)
        {
            double pull = LevelCost * LevelCost * levels[k];
            gradient[k] += (pull * level) + (FarCost * FarCost * z[k]);
            for (int j = 0; j < Latent; j++)
                normal[(k * Latent) + j] += pull * levels[j];
            normal[(k * Latent) + k] += FarCost * FarCost;
        }
    }

    private static void AddRow(
        int k, double weighted, double miss, int point, ReadOnlySpan<double> slopes, double[] levels, double[] normal, double[] gradient)
    {
        gradient[k] += weighted * miss;
        for (int j = 0; j < Latent; j++)
            normal[(k * Latent) + j] += weighted * (slopes[(j * Points) + point] - levels[j]);
    }
}
