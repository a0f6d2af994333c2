using SemanticEq.Ui.Editor;

namespace SemanticEq.Plugin.Tests.Editing;

/// <summary>Every preset that comes with the plug-in: its words are there, and it is heard without being wild.</summary>
public class FactoryPresetTests
{
    private const double AudibleDb = 1.0;
    private const double MostDb = 12.0;
    private static readonly IReadOnlyList<FactoryPreset> All = FactoryPreset.Read(Bundle.FactoryPresets);
    private static readonly double[] Hz = [.. Enumerable.Range(0, 300).Select(i => 20.0 * Math.Pow(1000.0, i / 299.0))];

    public static TheoryData<string> Names => [.. All.Select(preset => preset.Name)];

    [Fact]
    public void There_are_some_forty_or_more_with_names_of_their_own()
    {
        All.Count.ShouldBeGreaterThanOrEqualTo(40);
        All.Select(preset => preset.Name).ShouldBeUnique();
        All.Select(preset => preset.Group).Distinct().Count().ShouldBeGreaterThanOrEqualTo(8);
    }

    [Fact]
    public void All_their_words_are_in_the_vocabulary()
    {
        var vocabulary = BundledModel.Newest.ShouldNotBeNull().Vocabulary;
        foreach (var preset in All)
        {
            foreach (string? word in new[] { preset.Word, preset.To })
                (word is null || vocabulary.SlotOf(word) is not null).ShouldBeTrue($"{preset.Name}: {word}");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void It_is_heard_and_within_bounds(string name)
    {
        using var plugin = new EditedPlugin();
        var preset = plugin.Session.Presets.All.Single(preset => preset.Name == name && preset.Origin == PresetOrigin.Factory);

        plugin.Session.Presets.Load(preset).ShouldBeNull();

        plugin.Session.Tick(0);
        double[] curve = new double[Hz.Length];
        plugin.Session.Playing.CurveDb(Hz, curve);
        // Not every preset plays in the middle: the side's bands are looked at by themselves.
        double[] band = new double[Hz.Length];
        double largest = curve.Max(Math.Abs), boost = curve.Max();
        for (int i = 0; i < ParameterTable.Bands; i++)
        {
            if (!plugin.Session.Playing.IsOwnOn(i))
                continue;
            plugin.Session.Playing.ResponseDb(true, i, Hz, band);
            largest = Math.Max(largest, band.Max(Math.Abs));
            Math.Abs(plugin.Session.Playing.Own[i].GainDb).ShouldBeLessThanOrEqualTo(MostDb);
        }
        largest.ShouldBeGreaterThan(AudibleDb);
        boost.ShouldBeLessThan(MostDb);
        plugin.Session.Playing.Decoded.ToArray().ShouldAllBe(decoded => Math.Abs(decoded.GainDb) <= MostDb);
        plugin.Session.Presets.IsModified.ShouldBeFalse();
        plugin.Session.Presets.Current!.Name.ShouldBe(name);
    }
}
