using System.Text;

namespace SemanticEq.Inference;

/// <summary>
/// words.table: where some 30,000 words that nobody set lie in the latent space, and how sure that is (models/README.md).
/// Kept as the file's own bytes and a few flat arrays, so that the collector has nothing to walk. Safe on any thread.
/// </summary>
public sealed class WordTable
{
    private static readonly string[] Languages = ["en", "es"];

    private readonly byte[] _file;
    private readonly WordTableLayout _layout;
    private readonly float[] _basis;
    private readonly FoldedNames _folded;

    private WordTable(byte[] file, WordTableLayout layout)
    {
        _file = file;
        _layout = layout;
        _basis = layout.ScaledBasis(file);
        _folded = new FoldedNames(file, layout);
    }

    /// <summary>Words in the table.</summary>
    public int Count => _layout.Count;

    /// <exception cref="ModelException">The file can't be read, is cut short, or says what can't be.</exception>
    public static WordTable Load(string path)
    {
        byte[] file;
        try
        {
            if (new FileInfo(path).Length > WordTableLayout.MaxFileBytes)
                throw new ModelException($"words.table: larger than {WordTableLayout.MaxFileBytes >> 20} MB");
            file = File.ReadAllBytes(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new ModelException($"words.table: can't be read ({error.Message})", error);
        }
        return Parse(file);
    }

    /// <inheritdoc cref="Load"/>
    internal static WordTable Parse(byte[] file) => new(file, WordTableLayout.Read(file));

    /// <summary>
    /// The place of a word, as spelt but for upper case; if there is none, as spelt but for accents.
    /// </summary>
    /// <param name="word">One word; blanks around it don't count.</param>
    /// <param name="z32">Receives the place [32]; not touched when there is no such word.</param>
    /// <param name="certainty">What cosine to expect between the place's curve and what people would agree on, 0 to 1.</param>
    /// <param name="language">en or es; empty when there is no such word.</param>
    public bool TryFind(string word, Span<float> z32, out double certainty, out string language)
    {
        ArgumentNullException.ThrowIfNull(word);
        if (z32.Length != DecoderShape.Latent)
            throw new ArgumentException($"{DecoderShape.Latent} values expected, {z32.Length} given", nameof(z32));
        int row = Row(word.AsSpan().Trim());
        if (row < 0)
        {
            (certainty, language) = (0.0, "");
            return false;
        }
        z32.Clear();
        for (int j = 0; j < _layout.Components; j++)
        {
            float coefficient = (sbyte)_file[_layout.Coefficients + row * _layout.Components + j] / 127f;
            for (int i = 0; i < DecoderShape.Latent; i++)
                z32[i] += coefficient * _basis[j * DecoderShape.Latent + i];
        }
        certainty = _file[_layout.Certainties + row] / 255.0;
        language = Languages[_file[_layout.Languages + row]];
        return true;
    }

    private int Row(ReadOnlySpan<char> word)
    {
        if (word.Length is 0 or > WordTableLayout.LongestName)
            return -1;
        Span<char> lower = stackalloc char[WordTableLayout.LongestName];
        int length = word.ToLowerInvariant(lower);
        Span<byte> utf8 = stackalloc byte[WordTableLayout.LongestName * 3];
        int row = Search(utf8[..Encoding.UTF8.GetBytes(lower[..length], utf8)]);
        if (row >= 0)
            return row;
        var plain = utf8[..FoldedNames.Fold(lower[..length], utf8)];
        row = Search(plain);
        return row >= 0 ? row : _folded.Search(plain);
    }

    private int Search(ReadOnlySpan<byte> name)
    {
        int low = 0, high = Count - 1;
        while (low <= high)
        {
            int middle = (low + high) >>> 1;
            int order = _layout.Name(_file, middle).SequenceCompareTo(name);
            if (order == 0)
                return middle;
            if (order < 0)
                low = middle + 1;
            else
                high = middle - 1;
        }
        return -1;
    }
}
