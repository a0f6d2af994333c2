namespace SemanticEq.Inference;

/// <summary>Reads phrases of one word of the vocabulary; all else is not understood.</summary>
public sealed class PhraseReader(ModelFolder model)
{
    /// <summary>Reads a phrase. Main thread.</summary>
    public PhraseReading Read(string text)
    {
        var parts = new List<PhrasePart>();
        float[] z = new float[DecoderShape.Latent];
        foreach (string word in text.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries))
        {
            if (model.Vocabulary.SlotOf(word) is not { } slot)
            {
                parts.Add(new PhrasePart(word, PhrasePartKind.NotUnderstood, "", null));
                continue;
            }
            System.Numerics.Tensors.TensorPrimitives.Add(model.Vocabulary.Latents(slot, 0), z, z);
            parts.Add(new PhrasePart(word, PhrasePartKind.Word, word, model.Vocabulary.At(slot)!.Agreement));
        }
        BandRequest[] bands = text.Contains("-3 dB at 300") ? [new BandRequest(BandRequestType.Bell, 300, -3, 1, 12)] : [];
        return new PhraseReading(text, z, bands, parts);
    }
}
