namespace SemanticEq.Inference;

/// <summary>What is known of one word.</summary>
/// <param name="Word">Lower case, as people type it.</param>
/// <param name="Language">en or es.</param>
/// <param name="Slot">Its place in the word list, for ever.</param>
/// <param name="Settings">How many people's settings stand behind it.</param>
/// <param name="Agreement">Mean cosine of one person's setting to the mean of the others; null under two settings.</param>
/// <param name="Near">Words of nearly the same curve, nearest first.</param>
/// <param name="Opposite">The word of the most opposed curve, if there is one.</param>
/// <param name="Camps">What each of its readings stands for, the main one first, where people split; else none.</param>
/// <param name="Expected">How much a single person is expected to agree with the main reading, 0 to 1; null where the model does not say.</param>
public sealed record VocabularyWord(
    string Word, string Language, int Slot, int Settings, double? Agreement, IReadOnlyList<string> Near, string? Opposite,
    IReadOnlyList<WordCamp> Camps, double? Expected);

/// <summary>A part of the people who use a word, with a reading of their own.</summary>
/// <param name="Settings">How many of their settings stand behind it.</param>
/// <param name="Where">The collection that they come from: SAFE, SocialFX or both.</param>
/// <param name="Says">What they do, for people: low boost.</param>
public sealed record WordCamp(int Settings, string Where, string Says);

/// <summary>
/// The words and macros of a model. Places in latent space stand in flat arrays: the live heap stays small, so that a garbage
/// collection that does come is short.
/// </summary>
public sealed class Vocabulary
{
    /// <summary>Slots of the word list.</summary>
    public const int Slots = 512;

    /// <summary>The slot that means no word: exactly flat.</summary>
    public const int NoWord = 0;

    /// <summary>The slot of the typed phrase.</summary>
    public const int Phrase = 1;

    /// <summary>The most readings that a word may have beside its main one.</summary>
    public const int MaxVariations = 7;

    private const int Latent = DecoderShape.Latent;
    private const int Readings = MaxVariations + 1;
    private readonly VocabularyWord?[] _bySlot = new VocabularyWord?[Slots];
    private readonly Dictionary<string, int> _slotOfWord = new(StringComparer.OrdinalIgnoreCase);
    private readonly int[] _firstReading = new int[Slots];
    private readonly byte[] _readings = new byte[Slots];
    private readonly float[] _latents;
    private readonly WordSpreads _spreads;
    private readonly float[] _macros = new float[DecoderShape.Macros * Latent];
    private readonly string[] _macroNames = new string[DecoderShape.Macros];

    internal Vocabulary(VocabularyFile file)
    {
        if (file.Macros.Count != DecoderShape.Macros)
            throw new ModelException($"vocabulary.json: {file.Macros.Count} macros, not {DecoderShape.Macros}");
        _latents = new float[file.Words.Sum(word => 1 + Math.Min(MaxVariations, word.Variations.Length)) * Latent];
        int next = 0;
        foreach (var word in file.Words)
            next = Add(word, next);
        _spreads = new WordSpreads(file.Words);
        Words = [.. _bySlot.OfType<VocabularyWord>()];
        for (int i = 0; i < DecoderShape.Macros; i++)
        {
            Checked(file.Macros[i].Direction, file.Macros[i].Name).CopyTo(_macros, i * Latent);
            _macroNames[i] = file.Macros[i].Name;
        }
    }

    /// <summary>All words, by slot.</summary>
    public IReadOnlyList<VocabularyWord> Words { get; }

    /// <summary>The macros' names.</summary>
    public IReadOnlyList<string> MacroNames => _macroNames;

    /// <summary>The word in a slot, or null.</summary>
    public VocabularyWord? At(int slot) => (uint)slot < Slots ? _bySlot[slot] : null;

    /// <summary>The slot of a word, letter case aside; or null.</summary>
    public int? SlotOf(string word) => _slotOfWord.TryGetValue(word.Trim(), out int slot) ? slot : null;

    /// <summary>Whether it has the word, and in another language than English.</summary>
    public bool IsForeign(string word) => SlotOf(word) is { } slot && At(slot)!.Language != "en";

    /// <summary>A word's place in latent space, 32 values; empty where the slot holds no word. Any thread, no allocation.</summary>
    /// <param name="slot">0 to 511.</param>
    /// <param name="variation">0 for the main reading; one that the word has not gets its last.</param>
    public ReadOnlySpan<float> Latents(int slot, int variation)
    {
        if ((uint)slot >= Slots || _readings[slot] == 0)
            return default;
        int reading = _firstReading[slot] + Math.Clamp(variation, 0, _readings[slot] - 1);
        return _latents.AsSpan(reading * Latent, Latent);
    }

    /// <summary>Standard deviation of people's settings about a word's curve in dB, at the 64 points of the common grid; empty where nothing is
    /// known of it. Any thread, no allocation.</summary>
    /// <param name="slot">0 to 511.</param>
    public ReadOnlySpan<float> SpreadDb(int slot) => _spreads.Of(slot);

    /// <summary>A macro's direction in latent space, 32 values. Any thread, no allocation.</summary>
    public ReadOnlySpan<float> MacroDirection(int macro) => _macros.AsSpan(macro * Latent, Latent);

    /// <summary>The words most like a misspelt one, nearest first.</summary>
    public IReadOnlyList<string> Suggest(string text, int count = 3) =>
        [.. Words.Select(word => (word.Word, Distance: EditDistance.Between(text.Trim().ToLowerInvariant(), word.Word)))
            .Where(pair => pair.Distance <= Math.Max(1, text.Length / 3))
            .OrderBy(pair => pair.Distance).Take(count).Select(pair => pair.Word)];

    private int Add(VocabularyFile.Word word, int next)
    {
        if (word.Slot is <= Phrase or >= Slots || _bySlot[word.Slot] != null || !_slotOfWord.TryAdd(word.Text, word.Slot))
            throw new ModelException($"vocabulary.json: {word.Text} has a slot that is taken or out of range ({word.Slot})");
        _bySlot[word.Slot] = new VocabularyWord(
            word.Text, word.Language, word.Slot, word.Settings, word.Agreement, word.Near, word.Opposite, Camps(word), CheckedExpected(word));
        int variations = Math.Min(MaxVariations, word.Variations.Length);
        _firstReading[word.Slot] = next;
        _readings[word.Slot] = (byte)(1 + variations);
        Checked(word.Z, word.Text).CopyTo(_latents, next * Latent);
        for (int i = 0; i < variations; i++)
            Checked(word.Variations[i], word.Text).CopyTo(_latents, (next + 1 + i) * Latent);
        return next + Math.Min(Readings, 1 + variations);
    }

    private static WordCamp[] Camps(VocabularyFile.Word word)
    {
        if (word.Camps is not { } camps)
            return [];
        if (camps.Length > 1 + word.Variations.Length || Array.Exists(camps, camp => camp is null || camp.Settings < 0 || camp.Says.Length == 0))
            throw new ModelException($"vocabulary.json: the camps of {word.Text} are not those of its readings");
        return [.. camps.Take(Readings).Select(camp => new WordCamp(camp.Settings, camp.Where, camp.Says))];
    }

    private static double? CheckedExpected(VocabularyFile.Word word) => word.Expected is null or (>= 0 and <= 1)
        ? word.Expected
        : throw new ModelException($"vocabulary.json: what is expected of {word.Text} is not from 0 to 1");

    private static float[] Checked(float[] z, string name) =>
        z.Length == Latent && z.All(float.IsFinite) ? z : throw new ModelException($"vocabulary.json: {name} has no sound place in latent space");
}
