using System.Numerics.Tensors;

namespace SemanticEq.Inference;

/// <summary>From the semantic controls to a place in latent space. Any thread, no allocation.</summary>
public static class LatentPlace
{
    /// <summary>
    /// The straight line between the two words at the morph, plus each macro's direction by its value. No words and neutral
    /// macros are the origin, which decodes to exactly flat.
    /// </summary>
    /// <param name="vocabulary">The words and macros.</param>
    /// <param name="frame">The controls.</param>
    /// <param name="z">32 values, overwritten.</param>
    /// <param name="typed">The places of typed phrases; without them slot 1 is no word.</param>
    public static void Locate(Vocabulary vocabulary, in ControlFrame frame, Span<float> z, TypedPlaces? typed = null)
    {
        typed ??= TypedPlaces.None;
        z.Clear();
        Add(frame.WordA == Vocabulary.Phrase ? typed.A : vocabulary.Latents(frame.WordA, frame.Variation), 1f - frame.Morph, z);
        Add(frame.WordB == Vocabulary.Phrase ? typed.B : vocabulary.Latents(frame.WordB, frame.Variation), frame.Morph, z);
        for (int i = 0; i < DecoderShape.Macros; i++)
            Add(vocabulary.MacroDirection(i), frame.Macros[i], z);
    }

    private static void Add(ReadOnlySpan<float> direction, float amount, Span<float> z)
    {
        if (amount != 0f && !direction.IsEmpty)
            TensorPrimitives.MultiplyAdd(direction, amount, z, z);
    }
}
