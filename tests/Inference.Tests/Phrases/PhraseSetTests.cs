using Xunit.Abstractions;

namespace SemanticEq.Inference.Tests.Phrases;

/// <summary>
/// phrases.tsv: how engineers ask (sources.tsv names the pages), and what each means in bands; written before the reader was run, and not
/// changed to fit it. The phrases marked held were not looked at while the reader was made.
/// </summary>
public class PhraseSetTests(ITestOutputHelper output)
{
    private const double Wanted = 0.95;

    [Theory]
    [InlineData("tune")]
    [InlineData("held")]
    public void Ninety_five_in_a_hundred_phrases_go_where_they_mean(string set)
    {
        var model = ModelFolder.Load(Newest);
        var reader = new PhraseReader(model);
        var decoder = new DecoderTwin(model);
        var phrases = Phrases(set, model.WordTablePath is not null);
        int failed = 0;
        foreach (string[] row in phrases)
        {
            var reading = reader.Read(row[2]);
            var curve = new PlayedCurve(decoder, reading);
            string[] wrong = [.. row[3].Split(';', StringSplitOptions.TrimEntries).Select(one => Expectation.Judge(one, reading, curve)).OfType<string>()];
            if (wrong.Length == 0)
                continue;
            failed++;
            output.WriteLine($"{row[2]}: {string.Join("; ", wrong)}");
            output.WriteLine($"    {string.Join(" | ", reading.Parts.Select(part => $"{part.Text} = {part.Kind}: {part.Says}"))}");
        }
        double right = 1.0 - ((double)failed / phrases.Count);
        output.WriteLine(FormattableString.Invariant($"{set}: {phrases.Count - failed} of {phrases.Count} right ({right:P1})"));
        right.ShouldBeGreaterThanOrEqualTo(Wanted);
    }

    [Fact]
    public void Each_phrase_has_a_source_that_is_named()
    {
        var sources = Rows("sources.tsv").Select(row => row[0]).ToHashSet();
        string[][] rows = [.. Rows("phrases.tsv")];

        rows.Length.ShouldBeGreaterThanOrEqualTo(300);
        rows.ShouldAllBe(row => sources.Contains(row[4]));
        rows.Select(row => row[2]).ShouldBeUnique();
    }

    private static string Newest => ModelVersions.Newest(Path.Combine(Repository.Root, "inference", "models"));

    // The last column marks words that nobody has set: only a model with words.table can guess them.
    private static List<string[]> Phrases(string set, bool hasTable) =>
        [.. Rows("phrases.tsv").Where(row => row[0] == set && (hasTable || row[5] != "table"))];

    private static IEnumerable<string[]> Rows(string file) =>
        File.ReadLines(Path.Combine(Repository.Root, "tests", "Inference.Tests", "Phrases", file)).Skip(1).Select(line => line.Split('\t'));
}
