using System.Buffers.Binary;
using System.Text;

namespace SemanticEq.Inference.Tests;

public class WordTableTests
{
    private static readonly (string Name, sbyte[] Coefficients, byte Certainty, byte Language)[] Words =
    [
        ("apagado", [10, -20], 51, 1),
        ("café", [1, 2], 102, 1),
        ("frío", [-127, 0], 204, 1),
        ("mellow", [127, -127], 255, 0),
        ("niño", [3, 3], 0, 1),
        ("soft", [64, 32], 128, 0),
    ];

    [Fact]
    public void A_word_lies_where_its_coefficients_say()
    {
        var table = WordTable.Parse(Bytes());
        float[] z = new float[32];

        table.Count.ShouldBe(Words.Length);
        foreach (var (name, coefficients, certainty, language) in Words)
        {
            table.TryFind(name, z, out double sure, out string found).ShouldBeTrue(name);
            sure.ShouldBe(certainty / 255.0);
            found.ShouldBe(language == 0 ? "en" : "es");
            for (int i = 0; i < 32; i++)
                z[i].ShouldBe(2f * coefficients[0] / 127f * (i + 1) + 0.5f * coefficients[1] / 127f * (i == 3 ? 1 : 0), 1e-5f);
        }
    }

    [Theory]
    [InlineData("Mellow", true)]
    [InlineData("  MELLOW ", true)]
    [InlineData("frio", true)]
    [InlineData("FRÍO", true)]
    [InlineData("fri\u0301o", true)]
    [InlineData("cafe", true)]
    [InlineData("nino", true)]
    [InlineData("söft", true)]
    [InlineData("mellow-sounding", false)]
    [InlineData("mello", false)]
    [InlineData("zzz", false)]
    [InlineData("a", false)]
    [InlineData("", false)]
    [InlineData("  ", false)]
    [InlineData("\ud800", false)]
    [InlineData("\0", false)]
    public void Case_and_accents_are_forgiven_and_nothing_else(string typed, bool there)
    {
        float[] z = new float[32];
        Array.Fill(z, 7f);

        WordTable.Parse(Bytes()).TryFind(typed, z, out double certainty, out string language).ShouldBe(there);

        if (!there)
        {
            z.ShouldAllBe(v => v == 7f);
            certainty.ShouldBe(0.0);
            language.ShouldBe("");
        }
    }

    [Fact]
    public void A_word_of_any_length_is_answered()
    {
        var table = WordTable.Parse(Bytes());
        for (int length = 0; length < 400; length++)
            table.TryFind(new string('ñ', length), new float[32], out _, out _).ShouldBeFalse();
    }

    [Fact]
    public void A_table_cut_at_any_byte_is_refused()
    {
        byte[] whole = Bytes();
        for (int length = 0; length < whole.Length; length++)
            Should.Throw<ModelException>(() => WordTable.Parse(whole[..length])).Message.ShouldContain("words.table");
        Should.Throw<ModelException>(() => WordTable.Parse([.. whole, 0]));
    }

    [Fact]
    public void A_table_with_any_byte_changed_is_refused_or_answers()
    {
        byte[] whole = Bytes();
        for (int at = 0; at < whole.Length; at++)
        {
            foreach (byte value in (byte[])[0, 1, 0x7f, 0x80, 0xff, (byte)(whole[at] ^ 0x20)])
            {
                byte[] damaged = [.. whole];
                damaged[at] = value;
                try
                {
                    var table = WordTable.Parse(damaged);
                    foreach (var (name, _, _, _) in Words)
                    {
                        float[] z = new float[32];
                        table.TryFind(name, z, out double certainty, out _);
                        z.ShouldAllBe(v => float.IsFinite(v));
                        certainty.ShouldBeInRange(0.0, 1.0);
                    }
                }
                catch (ModelException)
                {
                    // Refused, with a message: as good.
                }
            }
        }
    }

    public static TheoryData<int, uint, string> Absurdities() => new()
    {
        { 0, 0x54514552, "format" },
        { 4, 2, "format" },
        { 8, uint.MaxValue, "cut short" },
        { 8, 0x7fffffff, "cut short" },
        { 8, 5, "" },
        { 12, 0, "components" },
        { 12, 13, "components" },
        { 12, uint.MaxValue, "components" },
        { 16, 0x7f800000, "finite" },
        { 16, 0x7fc00000, "finite" },
        { 24, 0xff7fffff, "finite" },
    };

    [Theory]
    [MemberData(nameof(Absurdities))]
    public void Absurd_headers_and_values_are_refused(int at, uint value, string reason)
    {
        byte[] file = Bytes();
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(at), value);

        Should.Throw<ModelException>(() => WordTable.Parse(file)).Message.ShouldContain(reason);
    }

    [Fact]
    public void Words_out_of_order_are_refused()
    {
        byte[] file = Bytes([Words[3], Words[0]]);

        Should.Throw<ModelException>(() => WordTable.Parse(file)).Message.ShouldContain("order");
        Should.Throw<ModelException>(() => WordTable.Parse(Bytes([Words[0], Words[0]]))).Message.ShouldContain("order");
    }

    [Fact]
    public void An_empty_table_knows_nothing() =>
        WordTable.Parse(Bytes([])).TryFind("soft", new float[32], out _, out _).ShouldBeFalse();

    [Fact]
    public void A_missing_file_is_named()
    {
        string path = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"), "words.table");

        Should.Throw<ModelException>(() => WordTable.Load(path)).Message.ShouldContain("words.table");
        Should.Throw<ModelException>(() => WordTable.Load(Path.GetTempPath())).Message.ShouldContain("words.table");
    }

    [Fact]
    public void Looking_up_a_word_allocates_nothing()
    {
        var table = WordTable.Parse(Bytes());
        float[] z = new float[32];
        table.TryFind("frio", z, out _, out _);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1000; i++)
            table.TryFind("frio", z, out _, out _);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    private static byte[] Bytes() => Bytes(Words);

    private static byte[] Bytes((string Name, sbyte[] Coefficients, byte Certainty, byte Language)[] words)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write("SEQT"u8);
        writer.Write(1u);
        writer.Write((uint)words.Length);
        writer.Write(2u);
        writer.Write(2f);
        writer.Write(0.5f);
        for (int i = 0; i < 32; i++)
            writer.Write((float)(i + 1));
        for (int i = 0; i < 32; i++)
            writer.Write(i == 3 ? 1f : 0f);
        foreach (var word in words)
            foreach (sbyte coefficient in word.Coefficients)
                writer.Write(coefficient);
        foreach (var word in words)
            writer.Write(word.Certainty);
        foreach (var word in words)
            writer.Write(word.Language);
        uint offset = 0;
        writer.Write(offset);
        foreach (var word in words)
            writer.Write(offset += (uint)Encoding.UTF8.GetByteCount(word.Name));
        foreach (var word in words)
            writer.Write(Encoding.UTF8.GetBytes(word.Name));
        return stream.ToArray();
    }
}
