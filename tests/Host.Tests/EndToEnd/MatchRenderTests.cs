using System.Security.Cryptography;
using System.Text.Json;
using SemanticEq.Host.Hosting;
using SemanticEq.Inference;
using SemanticEq.Vst3;
using Xunit.Abstractions;

namespace SemanticEq.Host.Tests.EndToEnd;

/// <summary><c>render --match</c> and the side-chain of the built binary, on real recordings (Debian's sonic-pi-samples, CC0).</summary>
public class MatchRenderTests(ITestOutputHelper output)
{
    private const uint WordA = 10;
    private const string Samples = "/usr/share/sonic-pi/samples";

    [Fact]
    public void What_is_rendered_is_nearer_to_the_reference()
    {
        BuiltBundle.Require();
        using var folder = new Folder();
        List<double> before = [], after = [];
        foreach (var (input, reference) in new[] { ("loop_amen_full", "loop_garzul"), ("loop_garzul", "loop_mika"), ("loop_tabla", "loop_safari"), ("loop_compus", "guit_em9") })
        {
            var report = Render(folder["o.wav"], Path.Combine(Samples, input + ".flac"), "--match", Path.Combine(Samples, reference + ".flac"));
            var match = report.GetProperty("match");
            before.Add(match.GetProperty("before_db").GetDouble());
            after.Add(match.GetProperty("after_db").GetDouble());
            report.GetProperty("reading").GetProperty("text").GetString().ShouldBe(MatchPhrase.Text);
            output.WriteLine($"{input} like {reference}: {before[^1]:0.0} dB apart before, {after[^1]:0.0} dB after");
            after[^1].ShouldBeLessThan(0.6 * before[^1], input);
        }
    }

    [Fact]
    public void Blocks_of_any_size_give_the_same_bytes_and_the_report_says_how_far_apart()
    {
        BuiltBundle.Require();
        using var folder = new Folder();
        string input = Path.Combine(Samples, "loop_garzul.flac"), reference = Path.Combine(Samples, "loop_amen_full.flac");
        string[] hashes = [.. new[] { "512", "random:5" }.Select(block =>
        {
            _ = Render(folder["o.wav"], input, "--match", reference, "--block", block);
            return Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(folder["o.wav"])));
        })];
        hashes.Distinct().Count().ShouldBe(1);
        var (code, text, error) = BuiltBundle.Run("render", input, folder["o.wav"], "--match", reference);
        code.ShouldBe(0, error);
        text.ShouldContain("dB apart before");
        error.ShouldBeEmpty();
    }

    [Fact]
    public void A_reference_of_another_rate_and_in_mono_will_do()
    {
        BuiltBundle.Require();
        using var folder = new Folder();
        var (noise, _) = folder.Noise("mono.wav", 1, 5 * 22_050, 22_050);
        var match = Render(folder["o.wav"], Path.Combine(Samples, "loop_amen_full.flac"), "--match", noise).GetProperty("match");
        match.GetProperty("after_db").GetDouble().ShouldBeLessThan(match.GetProperty("before_db").GetDouble());
    }

    [Fact]
    public void What_can_not_be_matched_is_said_and_nothing_is_written()
    {
        BuiltBundle.Require();
        using var folder = new Folder();
        var (input, _) = folder.Noise("in.wav", 2, 5 * 48_000);
        var (brief, _) = folder.Noise("brief.wav", 2, 48_000);
        Refused("3 s of sound in both", input, folder["o.wav"], "--match", brief);
        Refused("does not exist", input, folder["o.wav"], "--match", folder["none.wav"]);
        Refused("leave out --word", input, folder["o.wav"], "--match", input, "--word", "warm");
        Refused("use render --match", input, folder["o.wav"], "--word", "like the side-chain");
        Refused("reference and the output at once", input, brief, "--match", brief);
        File.Exists(folder["o.wav"]).ShouldBeFalse();

        static void Refused(string says, params string[] arguments)
        {
            var (code, _, error) = BuiltBundle.Run(["render", .. arguments]);
            code.ShouldBe(2, error);
            error.ShouldContain(says);
        }
    }

    [Fact]
    public void The_binary_plays_the_same_with_a_side_chain_and_without()
    {
        BuiltBundle.Require();
        using var library = PluginLibrary.Open(PluginBundle.Find(BuiltBundle.Path));
        Play(library, sideChannels: 2).ShouldBe(Play(library, sideChannels: 0));
    }

    private static float[] Play(PluginLibrary library, int sideChannels)
    {
        const int Block = 480, Blocks = 200;
        var setup = new ProcessSetup(ProcessMode.Offline, false, Block, 48000);
        using var plugin = PluginInstance.Create(library);
        plugin.SetChannels(2, sideChannels).ShouldBeTrue();
        plugin.ActivateSideChain(sideChannels > 0).ShouldBeTrue();
        plugin.TryParse(WordA, "warm", out double warm).ShouldBeTrue();
        _ = plugin.SetNormalized(WordA, warm);
        plugin.Setup(setup);
        plugin.SetActive(true);
        using var block = new AudioBlock(plugin, 2, setup, sideChannels);
        var random = new Random(3);
        var side = new Random(4);
        List<float> played = [];
        for (int i = 0; i < Blocks; i++)
        {
            block.Begin(Block);
            for (int channel = 0; channel < 2; channel++)
                Fill(block.Float(BusDirection.Input, channel), random);
            for (int channel = 0; channel < sideChannels; channel++)
                Fill(block.SideChain(channel), side);
            plugin.Process(block).ShouldBeTrue();
            played.AddRange(block.Float(BusDirection.Output, 0));
        }

        plugin.SetActive(false);
        return [.. played];
    }

    private static void Fill(Span<float> samples, Random random)
    {
        foreach (ref float sample in samples)
            sample = random.NextSingle() - 0.5f;
    }

    private static JsonElement Render(string path, string input, params string[] more)
    {
        var (code, report, error) = BuiltBundle.Run(["render", input, path, "--json", .. more]);
        code.ShouldBe(0, error);
        return JsonDocument.Parse(report).RootElement;
    }
}
