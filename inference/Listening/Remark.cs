using System.Globalization;
using System.Numerics.Tensors;
using SemanticEq.Dsp;

namespace SemanticEq.Inference;

/// <summary>
/// An honest line where a track can't be made as it is asked: which part of the sound the change needs and the track does not have, or that
/// it is so already. Main thread or a worker; allocates text only.
/// </summary>
public sealed class Remark
{
    /// <summary>From this part of what is asked on there is nothing to say.</summary>
    public const double Enough = 0.7;

    private const int Points = ListenerModel.Points;

    // Against the average recording; and the part of what is missing that a gap must explain.
    private const double Next = 0.3;
    private const double Explains = 0.5;

    // A gap that reaches this close to the ends of hearing has one edge only: below 45 Hz, above 9 kHz.
    private const int NearLow = 7;
    private const int NearHigh = 56;

    private readonly Hearing _hearing;
    private readonly Template _template;
    private readonly double[] _mean;
    private readonly float[] _referenceDb;
    private readonly float[] _after = new float[Points];
    private readonly double[] _ratios = new double[Points];
    private readonly double[] _reference = new double[Points];
    private readonly double[] _referenceAfter = new double[Points];
    private readonly double[] _track = new double[Points];
    private readonly double[] _trackAfter = new double[Points];

    /// <summary>By a model.</summary>
    public Remark(ListenerModel model)
    {
        _hearing = new Hearing(model);
        _template = new Template(model, _hearing);
        _mean = model.Mean;
        _referenceDb = [.. model.Reference.Select(value => (float)value)];
        _hearing.HearDb(_referenceDb, _reference);
    }

    /// <summary>What is to be said.</summary>
    /// <param name="trackDb">The track's spectrum before the equaliser: 64 values in dB on the common grid, of any level.</param>
    /// <param name="curveDb">The curve that is asked for, as the word plays it: 64 values in dB.</param>
    /// <param name="heard">How far the track goes, in the listener's unit, with all that is done for it.</param>
    /// <returns>A sentence; empty for nothing.</returns>
    public string Of(ReadOnlySpan<float> trackDb, ReadOnlySpan<float> curveDb, double heard)
    {
        Hearing.ToPower(curveDb, _ratios);
        _template.Aim(_ratios);
        double asked = _template.Asked;
        if (!(asked > 0.0) || !(heard < Enough * asked))
            return "";
        Hear(_referenceDb, curveDb, _referenceAfter);
        _hearing.HearDb(trackDb, _track);
        Hear(trackDb, curveDb, _trackAfter);
        var gap = FindGap();
        if (gap.Share >= Explains)
            return Say(gap);
        double already = TensorPrimitives.Dot(_template.Weights, _track) - TensorPrimitives.Dot(_template.Weights, _mean);
        string part = string.Create(CultureInfo.InvariantCulture, $"{Math.Max(0.0, 100.0 * heard / asked):0} %");
        return already >= asked
            ? $"It sounds so already: only {part} of what is asked can be heard."
            : $"Only {part} of it can be heard on this track.";
    }

    private void Hear(ReadOnlySpan<float> spectrumDb, ReadOnlySpan<float> curveDb, double[] heard)
    {
        TensorPrimitives.Add(spectrumDb[..Points], curveDb[..Points], _after);
        _hearing.HearDb(_after, heard);
    }

    // The run of bands in which the track has next to nothing that explains most of what is missing.
    private Gap FindGap()
    {
        double total = 0.0;
        var best = default(Gap);
        var run = default(Gap);
        for (int i = 0; i < Points; i++)
        {
            double there = _template.Weights[i] * (_referenceAfter[i] - _reference[i]);
            double missing = Math.Max(0.0, there - Math.Max(0.0, _template.Weights[i] * (_trackAfter[i] - _track[i])));
            total += missing;
            bool isEmpty = _track[i] + Math.Max(0.0, _trackAfter[i] - _track[i]) < Next * Math.Max(_reference[i], _referenceAfter[i]);
            if (!isEmpty)
            {
                run = default;
                continue;
            }

            if (run.Last == 0 || run.Last != i - 1)
                run = new(i, i, 0.0, 0.0);
            run = new(run.First, i, run.Share + missing, run.Rise + (missing * Math.Sign(_referenceAfter[i] - _reference[i])));
            if (run.Share > best.Share)
                best = run;
        }

        // To its end, which may explain nothing any more.
        return total > 0.0 ? (best with { Share = best.Share / total, Last = EndOf(best) }) : default;
    }

    private int EndOf(Gap gap)
    {
        int last = gap.Last;
        while (last + 1 < Points && _track[last + 1] < Next * _reference[last + 1])
            last++;
        return last;
    }

    private static string Say(Gap gap)
    {
        string low = Hz(gap.First == 0 ? 20.0 : Math.Sqrt(CommonGrid.FrequenciesHz[gap.First] * CommonGrid.FrequenciesHz[gap.First - 1]));
        string high = Hz(gap.Last == Points - 1 ? 20000.0 : Math.Sqrt(CommonGrid.FrequenciesHz[gap.Last] * CommonGrid.FrequenciesHz[gap.Last + 1]));
        string where = gap.Last >= NearHigh ? $"above {low}" : gap.First <= NearLow ? $"below {high}" : $"between {low} and {high}";
        return gap.Rise >= 0.0 ? $"There is nothing {where} to raise." : $"There is nothing {where} to lower.";
    }

    private static string Hz(double hz)
    {
        double step = Math.Pow(10.0, Math.Floor(Math.Log10(hz)) - 1.0);
        double rounded = step * Math.Round(hz / step);
        return rounded < 1000.0
            ? string.Create(CultureInfo.InvariantCulture, $"{rounded:0} Hz")
            : string.Create(CultureInfo.InvariantCulture, $"{rounded / 1000.0:0.#} kHz");
    }

    /// <summary>Bands in which there is next to nothing.</summary>
    /// <param name="First">The lowest.</param>
    /// <param name="Last">The highest.</param>
    /// <param name="Share">What of the missing change lies there.</param>
    /// <param name="Rise">The same, what was to be lowered against what was to be raised.</param>
    private readonly record struct Gap(int First, int Last, double Share, double Rise);
}
