using SemanticEq.Dsp;

namespace SemanticEq.Inference;

/// <summary>A word and how well a curve fits it.</summary>
/// <param name="Word">The word.</param>
/// <param name="Score">What the model's naming gives, the more the better, without a unit; in a model without naming the cosine of the two
/// level-free curves, −1 to 1.</param>
public sealed record WordScore(string Word, double Score);

/// <summary>Names an equaliser curve: by the model's own naming, else by which words' curves are most like it. Main thread.</summary>
public sealed class WordReader
{
    private readonly Vocabulary _vocabulary;
    private readonly CurveNaming? _naming;
    private readonly double[] _curves = [];

    /// <summary>A reader for a model's vocabulary; without a naming it decodes the whole of it.</summary>
    public WordReader(ModelFolder model)
    {
        _vocabulary = model.Vocabulary;
        _naming = model.ReadNaming();
        if (_naming is not null)
            return;
        _curves = new double[_vocabulary.Words.Count * CommonGrid.Count];
        var twin = new DecoderTwin(model);
        float[] decode = new float[DecoderShape.Output];
        for (int i = 0; i < _vocabulary.Words.Count; i++)
        {
            twin.Decode(_vocabulary.Latents(_vocabulary.Words[i].Slot, 0), decode);
            DecodedCurve.LevelFree(decode, _curves.AsSpan(i * CommonGrid.Count, CommonGrid.Count));
        }
    }

    /// <summary>Every word of the vocabulary, or of the model's naming where it has one, the best fitting first.</summary>
    /// <param name="curveDb">64 values in dB on the common grid; its level does not count.</param>
    public IReadOnlyList<WordScore> Rank(ReadOnlySpan<double> curveDb)
    {
        double[] wanted = curveDb.ToArray();
        CommonGrid.MakeLevelFree(wanted);
        return [.. (_naming?.Score(wanted) ?? Likeness(wanted)).OrderByDescending(score => score.Score)];
    }

    private IEnumerable<WordScore> Likeness(double[] wanted) => _vocabulary.Words
        .Select((word, i) => new WordScore(word.Word, CommonGrid.Cosine(wanted, _curves.AsSpan(i * CommonGrid.Count, CommonGrid.Count))));
}
