using System.Globalization;
using SemanticEq.Inference;

namespace SemanticEq.Plugin;

/// <summary>The 512 slots of the word list. The vocabulary is read on first need, not when a host only scans.</summary>
public sealed record WordText : ParameterText
{
    /// <inheritdoc/>
    public override string Format(double plain) => Format(plain, IsWord(plain) ? BundledModel.Newest?.Vocabulary : null);

    /// <inheritdoc/>
    public override bool TryParse(string text, out double plain) => TryParse(text, BundledModel.Newest?.Vocabulary, out plain);

    /// <summary>Whether it takes a vocabulary to name a slot.</summary>
    internal static bool IsWord(double plain) => (int)plain > Vocabulary.Phrase;

    /// <summary>A slot's name in a vocabulary.</summary>
    internal static string Format(double plain, Vocabulary? vocabulary) => (int)plain switch
    {
        Vocabulary.NoWord => "None",
        Vocabulary.Phrase => "Typed phrase",
        int slot => vocabulary?.At(slot) is { } word ? Capitalised(word.Word) : "Slot " + slot.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>A slot by its name in a vocabulary.</summary>
    internal static bool TryParse(string text, Vocabulary? vocabulary, out double plain)
    {
        text = text.Trim();
        plain = 0;
        if (text.Equals("None", StringComparison.OrdinalIgnoreCase))
            return true;
        int? slot = vocabulary?.SlotOf(text)
            ?? (text.Equals("Typed phrase", StringComparison.OrdinalIgnoreCase) ? Vocabulary.Phrase : null);
        if (slot == null && text.StartsWith("Slot ", StringComparison.OrdinalIgnoreCase))
            text = text[5..];
        if (slot == null && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number < Vocabulary.Slots)
            slot = number;
        plain = slot ?? 0;
        return slot != null;
    }

    private static string Capitalised(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
