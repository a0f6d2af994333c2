namespace SemanticEq.Ui.Editor;

/// <summary>
/// Finds words by what is typed: those that begin so, then those that hold it, then those that mean nearly the same as the first. Accents and
/// case do not count. Main thread; typing may allocate, asking does not.
/// </summary>
internal sealed class WordSearch(IReadOnlyList<MapWord> words)
{
    private readonly string[] _folded = [.. words.Select(word => Fold(word.Word))];
    private readonly bool[] _isFound = new bool[words.Count];
    private readonly List<int> _found = [];

    /// <summary>Whether something is searched.</summary>
    public bool IsActive { get; private set; }

    /// <summary>What was found, as indices by rank, the best first.</summary>
    public IReadOnlyList<int> Found => _found;

    /// <summary>How many of <see cref="Found"/> match by their letters; the rest are near in meaning.</summary>
    public int Matches { get; private set; }

    /// <summary>Whether a word was found.</summary>
    public bool Finds(int word) => _isFound[word];

    /// <summary>Searches anew; an empty text ends it.</summary>
    public void Find(string text)
    {
        string wanted = Fold(text.Trim());
        _found.Clear();
        Array.Clear(_isFound);
        Matches = 0;
        IsActive = wanted.Length > 0;
        if (!IsActive)
            return;
        for (int i = 0; i < _folded.Length; i++)
            AddIf(i, _folded[i].StartsWith(wanted, StringComparison.Ordinal));
        for (int i = 0; i < _folded.Length; i++)
            AddIf(i, wanted.Length > 1 && _folded[i].Contains(wanted, StringComparison.Ordinal));
        Matches = _found.Count;
        if (Matches == 0)
            return;
        foreach (int slot in words[_found[0]].Near)
        {
            for (int i = 0; i < words.Count; i++)
                AddIf(i, words[i].Slot == slot);
        }
    }

    private static string Fold(string text) => string.Create(text.Length, text, static (folded, text) =>
    {
        for (int i = 0; i < folded.Length; i++)
        {
            folded[i] = char.ToLowerInvariant(text[i]) switch
            {
                'á' or 'à' or 'â' or 'ä' => 'a',
                'é' or 'è' or 'ê' or 'ë' => 'e',
                'í' or 'ì' or 'î' or 'ï' => 'i',
                'ó' or 'ò' or 'ô' or 'ö' => 'o',
                'ú' or 'ù' or 'û' or 'ü' => 'u',
                'ñ' => 'n',
                'ç' => 'c',
                char other => other,
            };
        }
    });

    private void AddIf(int word, bool isMatch)
    {
        if (!isMatch || _isFound[word])
            return;
        _isFound[word] = true;
        _found.Add(word);
    }
}
