namespace SemanticEq.Ui.Editor;

/// <summary>How a word reads when there is more of it: "warmer", "airier", "more presence", "más cálido". Made where a word changes.</summary>
internal static class Comparative
{
    // Those of one syllable that are adjectives; nouns and verbs ("bite", "boost") take "more".
    private static readonly HashSet<string> Short = new(StringComparer.Ordinal)
    {
        "warm", "bright", "clear", "cold", "soft", "loud", "harsh", "smooth", "cool", "deep", "clean", "dark", "calm", "full", "hard", "thin", "light", "hot",
        "quiet", "low", "thick", "fat", "dull", "strong", "rich", "fast", "slow", "nice", "high", "tough", "big", "bold", "grand", "dry", "pure", "wet", "wild",
        "damp", "coarse", "dense", "cute", "gruff", "huge", "kind", "poor", "round", "smart", "steep", "wide", "sweet", "sharp", "crisp", "tight", "fresh",
        "weak", "flat", "close", "fierce", "plain", "sad", "mellow", "hollow", "shallow", "narrow", "gentle", "simple",
    };

    /// <summary>More of a word; a phrase stays as it is.</summary>
    /// <param name="word">As people read it.</param>
    /// <param name="language">en or es.</param>
    public static string Of(string word, string language)
    {
        if (word.Length == 0 || word.AsSpan().IndexOfAnyExcept(Letters) >= 0)
            return word;
        if (language == "es")
            return $"más {word}";
        if (word.Length > 3 && word[^1] == 'y' && !IsVowel(word[^2]) && Syllables(word) <= 2)
            return $"{word[..^1]}ier";
        if (!Short.Contains(word))
            return $"more {word}";
        if (word[^1] == 'e')
            return $"{word}r";
        if (word == "dry")
            return "drier";
        bool isDoubled = word.Length >= 3 && !IsVowel(word[^1]) && word[^1] is not ('w' or 'x' or 'y') && IsVowel(word[^2]) && !IsVowel(word[^3]);
        return isDoubled ? $"{word}{word[^1]}er" : $"{word}er";
    }

    private static readonly System.Buffers.SearchValues<char> Letters =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZáéíóúüñÁÉÍÓÚÜÑ-");

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u';

    // Groups of vowels; the y at the end is one.
    private static int Syllables(string word)
    {
        int count = 1;
        for (int i = 0; i < word.Length - 1; i++)
            count += IsVowel(word[i]) && !IsVowel(word[i + 1]) ? 1 : 0;
        return count;
    }
}
