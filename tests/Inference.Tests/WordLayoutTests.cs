using SemanticEq.Dsp;

namespace SemanticEq.Inference.Tests;

public class WordLayoutTests
{
    private static readonly ModelFolder Model = ModelFolder.Load(Repository.Model);
    private static readonly WordLayout Layout = new(Model);

    [Fact]
    public void Every_word_has_a_place_and_no_other_slot_has()
    {
        for (int slot = 0; slot < Vocabulary.Slots; slot++)
        {
            var (x, y) = Layout.Places[slot];
            if (Model.Vocabulary.At(slot) is null)
            {
                double.IsNaN(x).ShouldBeTrue();
                continue;
            }

            x.ShouldBeInRange(0, 1);
            y.ShouldBeInRange(0, 1);
        }
    }

    [Fact]
    public void Neighbours_on_the_map_are_neighbours_by_curve() => Trustworthiness(10).ShouldBeGreaterThan(0.95);

    [Fact]
    public void The_labels_of_the_first_words_do_not_overlap()
    {
        var first = WordRanking.Slots(Model.Vocabulary).Take(WordLayout.FirstShown).Select(slot => (
            Model.Vocabulary.At(slot)!.Word, X: Layout.Places[slot].X * LabelSpreading.Side, Y: Layout.Places[slot].Y * LabelSpreading.Side)).ToList();
        for (int i = 0; i < first.Count; i++)
        {
            for (int j = 0; j < i; j++)
            {
                double across = Math.Min(first[i].X + LabelSpreading.Width(first[i].Word), first[j].X + LabelSpreading.Width(first[j].Word))
                    - Math.Max(first[i].X, first[j].X);
                double down = LabelSpreading.Height - Math.Abs(first[i].Y - first[j].Y);
                Math.Min(across, down).ShouldBeLessThan(0.5, $"{first[i]} and {first[j]}");
            }
        }
    }

    [Theory]
    [InlineData("v1")]
    [InlineData("v2")]
    public void Bright_is_right_of_and_above_warm(string version)
    {
        var model = ModelFolder.Load(Path.Combine(Repository.Root, "inference", "models", version));
        var places = WordLayout.Of(model);
        var warm = places[model.Vocabulary.SlotOf("warm")!.Value];
        var bright = places[model.Vocabulary.SlotOf("bright")!.Value];

        bright.X.ShouldBeGreaterThan(warm.X + 0.3);
        bright.Y.ShouldBeLessThan(warm.Y - 0.3);
    }

    [Fact]
    public void A_place_in_latent_space_lies_where_its_word_does()
    {
        foreach (var word in Model.Vocabulary.Words)
        {
            var (x, y) = Layout.Place(Model.Vocabulary.Latents(word.Slot, 0));
            x.ShouldBe(Layout.Places[word.Slot].X, 1e-9);
            y.ShouldBe(Layout.Places[word.Slot].Y, 1e-9);
        }
    }

    [Fact]
    public void No_shape_at_all_lies_within_the_map()
    {
        var (x, y) = Layout.Place(new float[DecoderShape.Latent]);
        x.ShouldBeInRange(0.2, 0.8);
        y.ShouldBeInRange(0.2, 0.8);
    }

    // Written down once, so that a machine with other vector units or another maths library must reach the same.
    [Theory]
    [InlineData("warm", 0.090869720, 0.592663323)]
    [InlineData("bright", 0.765999999, 0.244311495)]
    [InlineData("tinny", 0.889999999, 0.517836161)]
    [InlineData("suave", 0.568158344, 0.107426791)]
    public void Places_are_the_same_everywhere(string word, double x, double y)
    {
        var model = ModelFolder.Load(Repository.FirstModel);
        var place = WordLayout.Of(model)[model.Vocabulary.SlotOf(word)!.Value];
        place.X.ShouldBe(x, 1e-6, $"{place.X:R}, {place.Y:R}");
        place.Y.ShouldBe(y, 1e-6);
    }

    [Fact]
    public void The_words_that_show_first_are_used_and_agreed_about_and_mostly_of_the_readers_language()
    {
        var english = WordRanking.Slots(Model.Vocabulary).Select(slot => Model.Vocabulary.At(slot)!).ToList();
        var spanish = WordRanking.Slots(Model.Vocabulary, "es").Select(slot => Model.Vocabulary.At(slot)!).ToList();

        english.Count.ShouldBe(Model.Vocabulary.Words.Count);
        english.Take(2).Select(word => word.Word).ShouldBe(["bright", "warm"]);
        english.Take(WordLayout.FirstShown).Count(word => word.Language == "en").ShouldBeGreaterThan(50);
        spanish.Take(WordLayout.FirstShown).Count(word => word.Language == "es").ShouldBeGreaterThan(english.Take(WordLayout.FirstShown).Count(word => word.Language == "es"));
        english.Take(WordLayout.FirstShown).Average(word => word.Expected!.Value).ShouldBeGreaterThan(english.Average(word => word.Expected!.Value));
    }

    // Venna and Kaski 2001: how seldom a word that is near on the map is far by its curve; 1 is never.
    private static double Trustworthiness(int neighbours)
    {
        var curves = new WordCurves(Model);
        var words = Model.Vocabulary.Words;
        double penalty = 0;
        for (int i = 0; i < words.Count; i++)
        {
            var byCurve = Enumerable.Range(0, words.Count).Where(j => j != i).OrderBy(j => -CommonGrid.Cosine(curves[i], curves[j])).ToList();
            var onMap = Enumerable.Range(0, words.Count).Where(j => j != i).OrderBy(j => Distance(words[i].Slot, words[j].Slot)).Take(neighbours);
            penalty += onMap.Sum(j => Math.Max(0, byCurve.IndexOf(j) + 1 - neighbours));
        }

        double n = words.Count, k = neighbours;
        return 1 - (2 * penalty / (n * k * ((2 * n) - (3 * k) - 1)));
    }

    private static double Distance(int a, int b) =>
        Math.Pow(Layout.Places[a].X - Layout.Places[b].X, 2) + Math.Pow(Layout.Places[a].Y - Layout.Places[b].Y, 2);
}
