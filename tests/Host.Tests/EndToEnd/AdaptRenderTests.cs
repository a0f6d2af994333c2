using System.Security.Cryptography;
using System.Text.Json;
using Xunit.Abstractions;

namespace SemanticEq.Host.Tests.EndToEnd;

/// <summary>Asked against heard, and <c>render --adapt</c>, on the demo's recordings (Debian's sonic-pi-samples, CC0). tests/listening has many more.</summary>
public class AdaptRenderTests(ITestOutputHelper output)
{
    private const string Samples = "/usr/share/sonic-pi/samples";

    [Fact]
    public void What_is_asked_is_heard_and_with_Adapt_nearer_to_it_on_every_recording()
    {
        BuiltBundle.Require();
        using var folder = new Folder();
        List<double> plain = [], fitted = [];
        foreach (string recording in new[] { "guit_em9", "loop_amen_full", "loop_garzul", "ambi_haunted_hum", "bass_hit_c" })
        {
            foreach (string word in new[] { "warm", "bright", "airy" })
            {
                string input = Path.Combine(Samples, recording + ".flac");
                var without = Heard(input, folder["a.wav"], "--word", word);
                var with = Heard(input, folder["b.wav"], "--word", word, "--adapt", "100");
                double a = without.GetProperty("share").GetDouble(), b = with.GetProperty("share").GetDouble();
                output.WriteLine($"{recording}, {word}: {100 * a:0.0} % without Adapt, {100 * b:0.0} % with it");
                a.ShouldBeGreaterThan(0);
                Math.Abs(b - 1).ShouldBeLessThan(Math.Abs(a - 1) + 0.03, $"{recording}, {word}");
                with.GetProperty("factors").EnumerateArray().ShouldAllBe(factor => factor.GetDouble() >= -1e-6 && factor.GetDouble() <= 1.5 + 1e-6);
                without.GetProperty("factors").ValueKind.ShouldBe(JsonValueKind.Null);
                plain.Add(a);
                fitted.Add(b);
            }
        }

        output.WriteLine($"spread {Spread(plain):0.000} without, {Spread(fitted):0.000} with");
        Spread(fitted).ShouldBeLessThan(0.5 * Spread(plain));
    }

    [Fact]
    public void Two_renders_with_Adapt_are_the_same_bytes_for_any_blocks()
    {
        BuiltBundle.Require();
        using var folder = new Folder();
        string input = Path.Combine(Samples, "guit_em9.flac");
        string[] hashes = [.. new[] { "512", "512", "random:5", "4096" }.Select(block =>
        {
            _ = Heard(input, folder["o.wav"], "--word", "bright", "--adapt", "80", "--block", block);
            return Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(folder["o.wav"])));
        })];
        hashes.Distinct().Count().ShouldBe(1);
        _ = Heard(input, folder["plain.wav"], "--word", "bright");
        Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(folder["plain.wav"]))).ShouldNotBe(hashes[0]);
    }

    [Fact]
    public void Where_nothing_can_be_heard_that_is_said()
    {
        BuiltBundle.Require();
        using var folder = new Folder();
        var (path, _) = folder.Noise("short.wav", 1, 4800);
        var (code, text, error) = BuiltBundle.Run("render", path, folder["o.wav"], "--word", "warm", "--adapt", "100");
        code.ShouldBe(0, error);
        error.ShouldContain("too little to hear");
        text.ShouldContain("but there is too little to hear");
    }

    [Theory]
    [InlineData("--set", "Adapt=50")]
    [InlineData("--set", "Freeze=On")]
    public void Adapt_is_asked_for_in_one_way_only(string option, string value)
    {
        BuiltBundle.Require();
        using var folder = new Folder();
        var (path, _) = folder.Noise("n.wav", 1, 4800);
        var (code, _, error) = BuiltBundle.Run("render", path, folder["o.wav"], "--word", "warm", "--adapt", "100", option, value);
        code.ShouldBe(2);
        error.ShouldContain("leave out --set");
        File.Exists(folder["o.wav"]).ShouldBeFalse();
    }

    [Fact]
    public void Nothing_asked_is_nothing_heard_and_no_line()
    {
        BuiltBundle.Require();
        using var folder = new Folder();
        var (path, _) = folder.Noise("n.wav", 1, 96000);
        var listening = Heard(path, folder["o.wav"], "--amount", "0", "--word", "warm");
        listening.GetProperty("asked").GetDouble().ShouldBe(0);
        listening.GetProperty("heard").GetDouble().ShouldBe(0, 1e-9);
        listening.GetProperty("share").ValueKind.ShouldBe(JsonValueKind.Null);
        BuiltBundle.Run("render", path, folder["o.wav"], "--amount", "0", "--word", "warm").Output.ShouldNotContain("asked");
    }

    private static JsonElement Heard(string input, string path, params string[] more)
    {
        var (code, report, error) = BuiltBundle.Run(["render", input, path, "--json", .. more]);
        code.ShouldBe(0, error);
        return JsonDocument.Parse(report).RootElement.GetProperty("listening");
    }

    private static double Spread(List<double> values)
    {
        double mean = values.Average();
        return Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
    }
}
