using System.Buffers.Binary;
using System.Text.Unicode;

namespace SemanticEq.Inference;

/// <summary>Where the parts of a words.table lie in its bytes; made only for a file that is sound from end to end.</summary>
/// <param name="Count">Words.</param>
/// <param name="Components">Latent components a word.</param>
/// <param name="Scale">Start of float32 [components].</param>
/// <param name="Basis">Start of float32 [components, 32].</param>
/// <param name="Coefficients">Start of int8 [words, components].</param>
/// <param name="Certainties">Start of uint8 [words].</param>
/// <param name="Languages">Start of uint8 [words].</param>
/// <param name="Offsets">Start of uint32 [words + 1], into the names.</param>
/// <param name="Names">Start of the names in UTF-8, which end the file.</param>
internal readonly record struct WordTableLayout(
    int Count, int Components, int Scale, int Basis, int Coefficients, int Certainties, int Languages, int Offsets, int Names)
{
    public const int MaxFileBytes = 16 << 20;
    public const int MaxComponents = 12;

    /// <summary>Bytes of the longest word.</summary>
    public const int LongestName = 64;

    private const int HeaderBytes = 16;
    private const int LanguageCount = 2;

    /// <exception cref="ModelException">Not a table of this format, cut short, or with a value that can't be.</exception>
    public static WordTableLayout Read(ReadOnlySpan<byte> file)
    {
        if (file.Length < HeaderBytes || !file[..4].SequenceEqual("SEQT"u8) || UInt32(file, 4) != 1)
            throw new ModelException("words.table: not a word table of format 1");
        uint count = UInt32(file, 8), components = UInt32(file, 12);
        if (components is 0 or > MaxComponents)
            throw new ModelException($"words.table: {components} components, 1 to {MaxComponents} expected");
        long basis = HeaderBytes + components * (long)sizeof(float);
        long coefficients = basis + components * (long)DecoderShape.Latent * sizeof(float);
        long certainties = coefficients + count * (long)components;
        long languages = certainties + count;
        long offsets = languages + count;
        long names = offsets + (count + 1L) * sizeof(uint);
        if (names > file.Length)
            throw new ModelException($"words.table: cut short, {file.Length} bytes are too few for {count} words");
        var layout = new WordTableLayout((int)count, (int)components, HeaderBytes, (int)basis,
            (int)coefficients, (int)certainties, (int)languages, (int)offsets, (int)names);
        layout.CheckValues(file);
        layout.CheckNames(file);
        return layout;
    }

    /// <summary>The basis [components, 32], each row times its scale.</summary>
    public float[] ScaledBasis(ReadOnlySpan<byte> file)
    {
        float[] basis = new float[Components * DecoderShape.Latent];
        for (int i = 0; i < basis.Length; i++)
            basis[i] = Single(file, Basis + i * sizeof(float)) * Single(file, Scale + i / DecoderShape.Latent * sizeof(float));
        return basis;
    }

    /// <summary>UTF-8 of a row's word.</summary>
    public ReadOnlySpan<byte> Name(ReadOnlySpan<byte> file, int row)
    {
        uint start = UInt32(file, Offsets + row * sizeof(uint)), end = UInt32(file, Offsets + (row + 1) * sizeof(uint));
        return file[(Names + (int)start)..(Names + (int)end)];
    }

    private void CheckValues(ReadOnlySpan<byte> file)
    {
        foreach (float value in ScaledBasis(file))
        {
            // A sum over the components must stay finite in a float.
            if (!(MathF.Abs(value) < float.MaxValue / (2 * MaxComponents)))
                throw new ModelException("words.table: a value of the basis is not finite");
        }
        if (file.Slice(Languages, Count).ContainsAnyInRange((byte)LanguageCount, byte.MaxValue))
            throw new ModelException("words.table: a language that is not known");
    }

    private void CheckNames(ReadOnlySpan<byte> file)
    {
        var names = file[Names..];
        uint start = UInt32(file, Offsets);
        if (start != 0 || UInt32(file, Offsets + Count * sizeof(uint)) != names.Length)
            throw new ModelException("words.table: the names don't fill the rest of the file");
        ReadOnlySpan<byte> previous = default;
        for (int row = 0; row < Count; row++)
        {
            uint end = UInt32(file, Offsets + (row + 1) * sizeof(uint));
            if (end <= start || end > names.Length || end - start > LongestName)
                throw new ModelException($"words.table: the offset of word {row} is wrong");
            var name = names[(int)start..(int)end];
            if (name.SequenceCompareTo(previous) <= 0)
                throw new ModelException($"words.table: word {row} is not in order");
            if (!Utf8.IsValid(name))
                throw new ModelException($"words.table: word {row} is not UTF-8");
            previous = name;
            start = end;
        }
    }

    private static uint UInt32(ReadOnlySpan<byte> file, int at) => BinaryPrimitives.ReadUInt32LittleEndian(file[at..]);

    private static float Single(ReadOnlySpan<byte> file, int at) => BinaryPrimitives.ReadSingleLittleEndian(file[at..]);
}
