using System.Text.Json;
using SemanticEq.Host.Audio;

namespace SemanticEq.Host.Tests.EndToEnd;

/// <summary><c>semantic-eq listen</c> as a user has it.</summary>
public class ListenTests
{
    public ListenTests() => BuiltBundle.Require();

    [Fact]
    public void Json_has_just_what_is_promised_and_no_other_numbers_than_finite_ones()
    {
        using var folder = new Folder();
        string path = Sections(folder);
        var root = Listen(path);
        Keys(root).ShouldBe(["overall", "windows", "sections"]);
        string[] words = Keys(root.GetProperty("overall"));
        words.Length.ShouldBeGreaterThan(20);
        words.ShouldContain("warm");
        var windows = root.GetProperty("windows").EnumerateArray().ToList();
        windows.Count.ShouldBe(22, "24 s in windows of 3 s every second");
        for (int i = 0; i < windows.Count; i++)
        {
            Keys(windows[i]).ShouldBe(["start_s", "level_db", "scores"]);
            windows[i].GetProperty("start_s").GetDouble().ShouldBe(i, 1e-3);
            Keys(windows[i].GetProperty("scores")).ShouldBe(words);
        }

        var sections = root.GetProperty("sections").EnumerateArray().ToList();
        sections.ShouldAllBe(section => Keys(section).SequenceEqual(new[] { "start_s", "end_s", "top" }));
        sections[0].GetProperty("start_s").GetDouble().ShouldBe(0);
        sections[^1].GetProperty("end_s").GetDouble().ShouldBe(24, 0.001);
        for (int i = 1; i < sections.Count; i++)
            sections[i].GetProperty("start_s").GetDouble().ShouldBe(sections[i - 1].GetProperty("end_s").GetDouble());
    }

    [Fact]
    public void A_change_of_sound_is_a_section_and_names_what_it_is()
    {
        using var folder = new Folder();
        var root = Listen(Sections(folder), "--word", "bright", "--word", "dark");
        var sections = root.GetProperty("sections").EnumerateArray().ToList();
        sections.Count.ShouldBe(2);
        sections[0].GetProperty("end_s").GetDouble().ShouldBe(12, 1.5);
        string[][] top = [.. sections.Select(section => section.GetProperty("top").EnumerateArray().Select(word => word.GetString()!).ToArray())];
        top[0].ShouldNotBe(top[1]);
        var windows = root.GetProperty("windows").EnumerateArray().ToList();
        double Score(int window, string word) => windows[window].GetProperty("scores").GetProperty(word).GetDouble();
        // Dark noise first, bright noise then.
        Score(4, "dark").ShouldBeGreaterThan(Score(18, "dark") + 1);
        Score(18, "bright").ShouldBeGreaterThan(Score(4, "bright") + 1);
    }

    [Fact]
    public void Silence_is_told_in_words_and_is_null_in_json()
    {
        using var folder = new Folder();
        string path = Write(folder["silence.wav"], new float[4 * 48000]);
        var root = Listen(path, "--against", path, "--words", "2");
        Keys(root).ShouldBe(["overall", "windows", "sections", "change"]);
        root.GetProperty("overall").EnumerateObject().ShouldAllBe(score => score.Value.ValueKind == JsonValueKind.Null);
        root.GetProperty("change").EnumerateObject().ShouldAllBe(score => score.Value.ValueKind == JsonValueKind.Null);
        root.GetProperty("windows").EnumerateArray().ShouldAllBe(window => window.GetProperty("level_db").ValueKind == JsonValueKind.Null);
        var (code, text, _) = BuiltBundle.Run("listen", path);
        code.ShouldBe(0);
        text.ShouldContain("all of it is softer than -70 LUFS: nothing is heard");
    }

    [Fact]
    public void A_word_put_on_a_sound_is_what_moves_most_against_it_and_phrases_can_be_asked_for()
    {
        using var folder = new Folder();
        string before = Pink(folder["before.wav"], 6), after = folder["after.wav"];
        BuiltBundle.Run("render", before, after, "--word", "bassy").ExitCode.ShouldBe(0);
        var change = Listen(after, "--against", before).GetProperty("change");
        change.GetProperty("bassy").GetDouble().ShouldBeGreaterThan(0.5);
        string[] ranks = [.. change.EnumerateObject().OrderByDescending(word => word.Value.GetDouble()).Select(word => word.Name)];
        ranks.Take(3).ShouldContain("bassy");
        var phrase = Listen(after, "--against", before, "--word", "a bit warmer, not bright", "--word", "bassy");
        Keys(phrase.GetProperty("change")).ShouldBe(["a bit warmer, not bright", "bassy"]);
        phrase.GetProperty("change").GetProperty("a bit warmer, not bright").GetDouble().ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData(1, 44100, "flac")]
    [InlineData(2, 8000, "wav")]
    [InlineData(2, 192000, "wav")]
    [InlineData(2, 48000, "ogg")]
    public void Every_rate_channel_and_format_is_heard(int channels, int rate, string format)
    {
        using var folder = new Folder();
        var (path, _) = folder.Noise("n." + format, channels, 5 * rate, rate, level: 0.2);
        Listen(path, "--words", "1").GetProperty("windows").GetArrayLength().ShouldBe(3);
    }

    [Fact]
    public void A_picture_is_written_beside_the_report_and_mistakes_are_one_line()
    {
        using var folder = new Folder();
        string path = Pink(folder["p.wav"], 5);
        var (code, text, error) = BuiltBundle.Run("listen", path, "--picture", folder["p.png"], "--words", "3");
        code.ShouldBe(0, error);
        text.ShouldContain("picture: ");
        File.ReadAllBytes(folder["p.png"])[..4].ShouldBe([0x89, 0x50, 0x4E, 0x47]);
        foreach (string[] wrong in new string[][]
        {
            ["listen", folder["none.wav"]], ["listen", path, "--picture", folder["p.jpg"]], ["listen", path, "--words", "0"], ["listen", path, "--hop", "0.01"],
            ["listen", path, "--against", folder["none.wav"]], ["listen", path, "--word", "xyzzyx"], ["listen", path, "--word", "none"],
        })
        {
            var (exit, output, complaint) = BuiltBundle.Run(wrong);
            exit.ShouldBe(2, string.Join(' ', wrong));
            output.ShouldBeEmpty();
            complaint.TrimEnd().ShouldNotContain("\n");
        }
    }

    // Twelve seconds of dark noise, then as many of bright noise.
    private static string Sections(Folder folder)
    {
        double[] pink = PinkNoise.Make(24 * 48000);
        float[] sound = new float[pink.Length];
        double low = 0;
        for (int i = 0; i < pink.Length; i++)
        {
            low += 0.03 * (pink[i] - low);
            sound[i] = (float)(i < pink.Length / 2 ? 3 * low : pink[i] - low);
        }

        return Write(folder["two.wav"], sound);
    }

    private static string Pink(string path, int seconds) => Write(path, [.. PinkNoise.Make(seconds * 48000).Select(x => (float)x)]);

    private static string Write(string path, float[] samples)
    {
        using var writer = AudioWriter.Open(path, 1, 48000);
        writer.Write(samples, []);
        writer.Commit();
        return path;
    }

    private static JsonElement Listen(string path, params string[] more)
    {
        var (code, output, error) = BuiltBundle.Run(["listen", path, "--json", .. more]);
        code.ShouldBe(0, error);
        return JsonDocument.Parse(output).RootElement;
    }

    private static string[] Keys(JsonElement element) => [.. element.EnumerateObject().Select(property => property.Name)];
}
