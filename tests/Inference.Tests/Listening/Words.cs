namespace SemanticEq.Inference.Tests.Listening;

/// <summary>The vocabulary's words as they are asked: their decodes.</summary>
internal sealed class Words
{
    private readonly ModelFolder _model = ModelFolder.Load(Repository.Model);
    private readonly DecoderTwin _twin;

    public Words() => _twin = new DecoderTwin(_model);

    /// <summary>Those that most people have set.</summary>
    public IEnumerable<string> BestKnown(int count) =>
        _model.Vocabulary.Words.OrderByDescending(word => word.Settings).Take(count).Select(word => word.Word);

    /// <summary>A word's 24 values.</summary>
    /// <param name="word">The word.</param>
    /// <param name="strength">Factor of its place in latent space, −1 to 1.</param>
    public float[] Decode(string word, float strength = 1.0f)
    {
        var entry = _model.Vocabulary.Words.First(w => w.Word == word);
        float[] z = [.. _model.Vocabulary.Latents(entry.Slot, 0).ToArray().Select(value => strength * value)];
        float[] bands = new float[DecoderShape.Output];
        _twin.Decode(z, bands);
        return bands;
    }

    /// <summary>A decode's curve in dB on the common grid.</summary>
    public static float[] Curve(float[] bands)
    {
        double[] curve = new double[64];
        DecodedCurve.LevelFree(bands, curve);
        return [.. curve.Select(db => (float)db)];
    }
}
