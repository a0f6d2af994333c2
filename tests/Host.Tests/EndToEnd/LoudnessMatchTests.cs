using SemanticEq.Host.Audio;
using SemanticEq.Host.Commands;
using SemanticEq.Host.Hosting;
using SemanticEq.Judges;
using SemanticEq.Tests;
using Xunit.Abstractions;

namespace SemanticEq.Host.Tests.EndToEnd;

/// <summary>
/// Auto gain and dry compare on real recordings (Debian's sonic-pi-samples, CC0) through the built plug-in's binary: the ten words
/// that most people's settings stand behind, and the dry sound, against each other; libebur128 judges.
/// </summary>
public class LoudnessMatchTests(ITestOutputHelper output)
{
    private const string Samples = "/usr/share/sonic-pi/samples";
    private const double LeastSeconds = 10;

    [PosixTheory]
    [InlineData("guit_em9")]
    [InlineData("guit_e_fifths")]
    [InlineData("loop_amen_full")]
    [InlineData("loop_compus")]
    [InlineData("loop_garzul")]
    [InlineData("loop_mika")]
    [InlineData("loop_safari")]
    [InlineData("loop_tabla")]
    [InlineData("loop_3d_printer")]
    [InlineData("ambi_lunar_land")]
    public void Once_its_loudness_is_measured_ten_words_and_the_dry_sound_are_equally_loud_within_three_tenths(string recording)
    {
        var (signal, rate) = Looped(recording);
        using var first = new PluginPlayer { SampleRate = rate };
        double pink = Spread(first, signal, rate);
        Measure(first, signal);
        // As a session that is opened again: another instance, from the state alone.
        using var second = new PluginPlayer { SampleRate = rate };
        second.Plugin.LoadState(first.Plugin.SaveState()).ShouldBeTrue();

        double measured = Spread(second, signal, rate);

        output.WriteLine($"{recording}: {measured:0.00} LU apart once measured, {pink:0.00} LU by pink noise alone");
        measured.ShouldBeLessThanOrEqualTo(0.3);
    }

    [PosixFact]
    public void On_pink_noise_ten_words_and_the_dry_sound_are_equally_loud_without_measuring()
    {
        double[] pink = PinkNoise.Make(10 * 48000);
        using var player = new PluginPlayer();
        double spread = Spread(player, [pink, pink], 48000);
        output.WriteLine($"pink noise: {spread:0.00} LU apart");
        // The noise goes on above 20 kHz, where the estimate ends.
        spread.ShouldBeLessThan(0.4);
    }

    [PosixFact]
    public void Dry_compare_matches_the_measured_track_too()
    {
        var (signal, rate) = Looped("loop_tabla");
        using var player = new PluginPlayer { SampleRate = rate };
        Measure(player, signal);
        double wet = Ebur128.Lufs(player.Set("Word A", "warm").Play(signal), rate);

        double dry = Ebur128.Lufs(player.Set("Dry compare", "On").Play(signal), rate);

        dry.ShouldBe(wet, 0.3);
        Math.Abs(wet - Ebur128.Lufs(signal, rate)).ShouldBeGreaterThan(1.0, "a word that is no louder would prove nothing");
    }

    [Fact]
    public void Measuring_is_the_same_for_any_blocks_to_the_bit_and_changes_the_sound_only_when_it_ends()
    {
        var (signal, rate) = Looped("loop_garzul");
        int end = 4 * rate, until = 5 * rate;
        double[][] input = [.. signal.Select(channel => channel[..until])];
        (int, string, string)[] measuring = [(1000, "Measure loudness", "On"), (end, "Measure loudness", "Off")];
        double[][] Play(int block, bool measure)
        {
            using var player = new PluginPlayer { SampleRate = rate, BlockSamples = block };
            return player.Set("Word A", "warm").Set("Auto gain", "On").Play(input, measure ? measuring : []);
        }

        double[][] played = Play(512, true);

        Play(61, true)[0].ShouldBe(played[0]);
        double[][] plain = Play(512, false);
        played[0][..end].ShouldBe(plain[0][..end]);
        played[0][end..].ShouldNotBe(plain[0][end..]);
    }

    [PosixFact]
    public void Render_measures_first_where_it_is_asked_to()
    {
        BuiltBundle.Require();
        string input = Path.Combine(Samples, "loop_tabla.flac");
        using var folder = new Folder();
        var (code, _, error) = BuiltBundle.Run("render", input, folder["out.wav"], "--word", "warm", "--set", "Auto gain=On", "--measure");
        code.ShouldBe(0, error);
        error.ShouldBeEmpty();
        using var reader = AudioInput.Open(input);

        double change = Ebur128.Lufs(Wide(Folder.ReadAll(folder["out.wav"])), reader.SampleRate) - Ebur128.Lufs(Wide(Folder.ReadAll(input)), reader.SampleRate);

        change.ShouldBe(0, 0.3);
        var (shortCode, _, complaint) = BuiltBundle.Run(
            "render", Path.Combine(Samples, "loop_amen.flac"), folder["short.wav"], "--word", "warm", "--measure");
        shortCode.ShouldBe(0);
        complaint.ShouldContain("less than 3 s of sound");
        complaint.ShouldContain("--measure changes nothing without");
    }

    // Plays the track with the switch on; it ends behind the last sample.
    private static void Measure(PluginPlayer player, double[][] signal) => player.Play(
        [.. signal.Select(channel => (double[])[.. channel, .. new double[1000]])],
        (0, "Measure loudness", "On"), (signal[0].Length, "Measure loudness", "Off"));

    private static double Spread(PluginPlayer player, double[][] signal, int rate)
    {
        player.Set("Auto gain", "On");
        double[] lufs = [Ebur128.Lufs(signal, rate), .. CommonestWords().Select(word => Ebur128.Lufs(player.Set("Word A", word).Play(signal), rate))];
        return lufs.Max() - lufs.Min();
    }

    private static IEnumerable<string> CommonestWords() => Models.Load(PluginBundle.Find(BuiltBundle.Path)).Vocabulary.Words
        .OrderByDescending(word => word.Settings).ThenBy(word => word.Slot).Take(10).Select(word => word.Word);

    // A short one over and over, as a loop is played.
    private static (double[][] Signal, int Rate) Looped(string recording)
    {
        string path = Path.Combine(Samples, recording + ".flac");
        File.Exists(path).ShouldBeTrue($"{path} is missing: it is in Debian's package sonic-pi-samples");
        using var reader = AudioInput.Open(path);
        double[][] once = Wide(Folder.ReadAll(path));
        int times = (int)Math.Ceiling(LeastSeconds * reader.SampleRate / once[0].Length);
        return ([.. once.Select(channel => Enumerable.Repeat(channel, times).SelectMany(samples => samples).ToArray())], reader.SampleRate);
    }

    private static double[][] Wide(float[][] signal) => [.. signal.Select(channel => channel.Select(sample => (double)sample).ToArray())];
}
