using SemanticEq.Dsp;

namespace SemanticEq.Inference;

/// <summary>A word and how well a curve fits it.</summary>
/// <param name="Word">The word.</param>
/// <param name="Score">Cosine of the two level-free curves, −1 to 1.</param>
public sealed record WordScore(string Word, double Score);

/// <summary>Names an equaliser curve: which words' curves are most like it. Main thread; decodes the whole vocabulary once.</summary>
public sealed class WordReader
{
    private readonly Vocabulary _vocabulary;
    private readonly double[] _curves;

    /// <summary>A reader for a model's vocabulary.</summary>
    public WordReader(ModelFolder model)
    {
        _vocabulary = model.Vocabulary;
        _curves = new double[_vocabulary.Words.Count * CommonGrid.Count];
        var twin = new DecoderTwin(model);
        float[] decode = new float[DecoderShape.Output];
        for (int i = 0; i < _vocabulary.Words.Count; i++)
        {
            twin.Decode(_vocabulary.Latents(_vocabulary.Words[i].Slot, 0), decode);
            DecodedCurve.LevelFree(decode, _curves.AsSpan(i * CommonGrid.Count, CommonGrid.Count));
        }
    }

    /// <summary>Every word of the vocabulary, the best fitting first.</summary>
    /// <param name="curveDb">64 values in dB on the common grid; its level does not count.</param>
    public IReadOnlyList<WordScore> Rank(ReadOnlySpan<double> curveDb)
    {
        double[] wanted = curveDb.ToArray();
        CommonGrid.MakeLevelFree(wanted);
        return [.. _vocabulary.Words
            .Select((word, i) => new WordScore(word.Word, CommonGrid.Cosine(wanted, _curves.AsSpan(i * CommonGrid.Count, CommonGrid.Count))))
            .OrderByDescending(score => score.Score)];
    }
}
