using SemanticEq.Inference;

namespace SemanticEq.Bench.Decoder;

/// <summary>Places that are really decoded: halfway between neighbouring words of the vocabulary.</summary>
internal static class WordLatents
{
    /// <summary>So many rows of 32 values.</summary>
    public static float[] Rows(ModelFolder model, int count)
    {
        float[] rows = new float[count * DecoderShape.Latent];
        var words = model.Vocabulary.Words;
        for (int i = 0; i < count; i++)
        {
            var frame = new ControlFrame(words[i % words.Count].Slot, words[(i + 1) % words.Count].Slot, 0.5f, 0, default);
            LatentPlace.Locate(model.Vocabulary, frame, rows.AsSpan(i * DecoderShape.Latent, DecoderShape.Latent));
        }

        return rows;
    }
}
