using System.Globalization;

namespace SemanticEq.Inference;

/// <summary>An entry of a grammar file.</summary>
/// <param name="Kind">What its phrases are.</param>
/// <param name="Value">Its number: a degree, a strength, a sign, a Q, a frequency in Hz; 0 where it has none.</param>
/// <param name="Name">A shape's name, or the word that the phrase stands for.</param>
/// <param name="Q">A region's Q.</param>
internal sealed record GrammarEntry(TermKind Kind, double Value, string Name, double Q);

/// <summary>How one form of a word is made from another: take the ending off, put the other on.</summary>
/// <param name="Ending">Taken off; empty to add only.</param>
/// <param name="Base">Put on.</param>
/// <param name="Degree">How much of the word the form means.</param>
/// <param name="Use">How it is used.</param>
internal sealed record WordEnding(string Ending, string Base, double Degree, WordUse Use);

/// <summary>How a word's form is used.</summary>
internal enum WordUse
{
    /// <summary>As an adjective.</summary>
    Plain,

    /// <summary>A comparative or a verb: it starts a wish of its own ("less harsh and warmer").</summary>
    Fresh,

    /// <summary>As a noun.</summary>
    Noun,
}

/// <summary>The grammar files, embedded: one grammar for both languages, since people mix them. Read once, immutable.</summary>
internal sealed class Grammar
{
    /// <summary>Words in the longest phrase of the files.</summary>
    public const int LongestPhrase = 6;

    private readonly Dictionary<string, GrammarEntry> _phrases = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double> _levels = new(StringComparer.Ordinal);
    private readonly HashSet<string> _faults = new(StringComparer.Ordinal);
    private readonly List<WordEnding> _endings = [];

    private Grammar()
    {
        foreach (string language in (string[])["en", "es"])
            Read($"grammar.{language}.txt");
    }

    /// <summary>The one grammar.</summary>
    public static Grammar Shared { get; } = new();

    /// <summary>The word forms, in the files' order.</summary>
    public IReadOnlyList<WordEnding> Endings => _endings;

    /// <summary>What a folded phrase, its words apart by single spaces, is.</summary>
    public GrammarEntry? Find(string phrase) => _phrases.GetValueOrDefault(phrase);

    /// <summary>Whether a word says how loud a frequency range is, and which way.</summary>
    public bool TryFindLevel(string word, out double sign) => _levels.TryGetValue(word, out sign);

    /// <summary>Whether a word names what nobody asks for when stating it.</summary>
    public bool IsFault(string word) => _faults.Contains(Folding.Fold(word));

    private void Read(string file)
    {
        using var stream = typeof(Grammar).Assembly.GetManifestResourceStream(file) ?? throw new InvalidOperationException($"{file} is not embedded");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
                ReadLine(line, file);
        }
    }

    private void ReadLine(string line, string file)
    {
        int colon = line.IndexOf(" : ", StringComparison.Ordinal);
        string[] head = (colon < 0 ? line : line[..colon]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        string[] phrases = colon < 0 ? [] : line[(colon + 3)..].Split(" | ", StringSplitOptions.TrimEntries);
        switch (head[0])
        {
            case "ending":
                _endings.Add(new WordEnding(head[1].Trim('-'), head[2].Trim('-'), Number(head[3]), Enum.Parse<WordUse>(head[4], ignoreCase: true)));
                break;
            case "level":
                foreach (string phrase in phrases)
                    _levels.TryAdd(phrase, Number(head[1]));
                break;
            case "fault":
                _faults.UnionWith(phrases);
                break;
            default:
                var entry = Entry(head, file);
                foreach (string phrase in phrases)
                    _phrases.TryAdd(phrase, entry);
                break;
        }
    }

    private static GrammarEntry Entry(string[] head, string file)
    {
        if (!Enum.TryParse(head[0], ignoreCase: true, out TermKind kind))
            throw new InvalidOperationException($"{file}: no kind of entry is called {head[0]}");
        return kind switch
        {
            TermKind.Region => new GrammarEntry(kind, Number(head[2]), head[1], Number(head[3])),
            TermKind.Shape or TermKind.Word => new GrammarEntry(kind, 0.0, head[1], 0.0),
            _ => new GrammarEntry(kind, head.Length > 1 ? Number(head[1]) : 0.0, "", 0.0),
        };
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
