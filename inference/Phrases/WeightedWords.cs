using System.Globalization;
using System.Numerics.Tensors;

namespace SemanticEq.Inference;

/// <summary>
/// Words with weights, two or more in a row: "warm 60, airy 30, punchy 10", "60 % warm and 40 % airy", "warm:60 airy:40". They are one
/// place, Σ weight · z(word) / Σ weight: a point between them, as a morph's is between two.
/// </summary>
internal sealed record WeightedWords(IReadOnlyList<WeightedWords.Item> Items)
{
    /// <summary>A word of the list.</summary>
    /// <param name="Text">The piece of the phrase, as typed.</param>
    /// <param name="Start">Where it begins.</param>
    /// <param name="Word">What was found.</param>
    /// <param name="Weight">As typed, 0 or more.</param>
    internal sealed record Item(string Text, int Start, FoundWord Word, double Weight);

    private double Sum => Items.Sum(item => item.Weight);

    /// <summary>The place of all, 32 values.</summary>
    public float[] Place()
    {
        float[] z = new float[DecoderShape.Latent];
        foreach (var item in Items)
            TensorPrimitives.MultiplyAdd(item.Word.Z, (float)(item.Weight / Sum), z, z);
        return z;
    }

    /// <summary>What is mixed, for those who show it.</summary>
    /// <param name="start">Where the list begins in the text.</param>
    /// <param name="end">Where it ends, exclusive.</param>
    public PhraseMix ToMix(int start, int end) =>
        new(start, end - start, [.. Items.Select(item => new MixedWord(item.Word.Word.Name, item.Weight / Sum))]);

    /// <summary>What is done about each word.</summary>
    public void Note(PhraseNotes notes, NearWords near)
    {
        foreach (var (text, start, word, weight) in Items)
        {
            string says = string.Create(CultureInfo.InvariantCulture, $"{100.0 * weight / Sum:0.#} % of {word.Word.Name}");
            if (word.IsCorrected)
                says += $" (read as {word.Word.Name})";
            if (word.Word.IsGuess)
                says += near.Says(word.Z, word.Word.Language);
            notes.Add(start, start + text.Length, word.Word.IsGuess ? PhrasePartKind.Guess : PhrasePartKind.Word, says, word.Word.Certainty);
        }
    }
}
