using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using SemanticEq.Dsp;
using SemanticEq.Host.Rendering;

namespace SemanticEq.Host.Tests.Rendering;

public class FilesTests
{
    [Fact]
    public void Automation_is_read_with_quotes_comments_and_columns_in_any_order()
    {
        using var folder = new Folder();
        string path = folder.Text("a.csv", "\uFEFFParameter,value,Seconds\n# a note\n\n\"Word A\",\"a bit, warmer\",1.5\r\nAmount , 80 , 0\n");
        AutomationFile.Read(path).ShouldBe([new(1.5, "Word A", "a bit, warmer", 4), new(0, "Amount", "80", 5)]);
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("seconds,value\n", "must name the columns")]
    [InlineData("seconds,parameter,value\n1,Amount\n", "line 2: 3 fields")]
    [InlineData("seconds,parameter,value\nsoon,Amount,3\n", "soon is not a time")]
    [InlineData("seconds,parameter,value\n-1,Amount,3\n", "-1 is not a time")]
    [InlineData("seconds,parameter,value\nNaN,Amount,3\n", "NaN is not a time")]
    public void Automation_that_is_not_right_is_explained(string content, string complaint)
    {
        using var folder = new Folder();
        string path = folder.Text("a.csv", content);
        Should.Throw<UserError>(() => AutomationFile.Read(path)).Message.ShouldContain(complaint);
    }

    [Fact]
    public void A_curve_is_straight_over_log_frequency_and_level_beyond_its_ends()
    {
        using var folder = new Folder();
        double[] curve = CurveFile.Read(folder.Text("c.csv", "hz,db\n10000,8\n100,2\n"));
        for (int i = 0; i < CommonGrid.Count; i++)
            curve[i].ShouldBe(Math.Clamp(2 + (3 * Math.Log10(CommonGrid.FrequenciesHz[i] / 100)), 2, 8), 1e-12);
    }

    [Theory]
    [InlineData("hz,db\n100,1\n", "two points")]
    [InlineData("hz,db\n100,1\n100,2\n", "twice")]
    [InlineData("hz,db\n0,1\n100,2\n", "not a frequency")]
    [InlineData("hz,db\n50,much\n100,2\n", "not a level")]
    public void Curves_that_are_not_right_are_explained(string content, string complaint)
    {
        using var folder = new Folder();
        string path = folder.Text("c.csv", content);
        Should.Throw<UserError>(() => CurveFile.Read(path)).Message.ShouldContain(complaint);
    }

    [Fact]
    public void Missing_files_are_named()
    {
        using var folder = new Folder();
        Should.Throw<UserError>(() => CurveFile.Read(folder["no.csv"])).Message.ShouldContain("no.csv does not exist");
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-5")]
    [InlineData("70000")]
    [InlineData("random:")]
    [InlineData("random:x")]
    [InlineData("fast")]
    public void Block_sizes_that_make_no_sense_are_explained(string text) =>
        Should.Throw<UserError>(() => BlockSizes.Parse(text)).Message.ShouldContain($"--block {text}");

    [Fact]
    public void Bands_are_read_from_a_state()
    {
        SavedState.Bands(State("{\"bands\":[{\"type\":\"bell\",\"hz\":1000,\"db\":3.5,\"q\":0.7}],\"x\":1}"))
            .ShouldBe([new SavedBand("bell", 1000, 3.5, 0.7)]);
        SavedState.Bands(State("{}")).ShouldBeEmpty();
    }

    [Fact]
    public void States_that_are_damaged_are_refused_wherever_the_damage_is()
    {
        byte[] good = State("{\"bands\":[{\"type\":\"bell\",\"hz\":1000,\"db\":3.5,\"q\":0.7}]}");
        for (int i = 0; i < good.Length; i++)
        {
            byte[] bad = [.. good];
            bad[i] ^= 0x55;
            Should.Throw<UserError>(() => SavedState.Bands(bad), $"byte {i}");
            Should.Throw<UserError>(() => SavedState.Bands(good[..i]), $"cut at {i}");
        }
        Should.Throw<UserError>(() => SavedState.Bands(State("{\"bands\":[{\"type\":5}]}"))).Message.ShouldContain("can't be read");
    }

    private static byte[] State(string json)
    {
        byte[] payload = Encoding.UTF8.GetBytes(json);
        byte[] state = new byte[16 + payload.Length];
        "SEQS"u8.CopyTo(state);
        BinaryPrimitives.WriteUInt32LittleEndian(state.AsSpan(4), 1);
        BinaryPrimitives.WriteUInt32LittleEndian(state.AsSpan(8), (uint)payload.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(state.AsSpan(12), ZlibCrc(payload));
        payload.CopyTo(state, 16);
        return state;
    }

    // gzip's trailer holds the very CRC-32 that the container asks for: an independent source.
    private static uint ZlibCrc(byte[] payload)
    {
        using var zipped = new MemoryStream();
        using (var gzip = new GZipStream(zipped, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(payload);
        return BinaryPrimitives.ReadUInt32LittleEndian(zipped.ToArray().AsSpan()[^8..]);
    }
}
