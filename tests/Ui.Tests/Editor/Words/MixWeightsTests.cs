using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Editor;

namespace SemanticEq.Ui.Tests.Editor;

public class MixWeightsTests
{
    [Fact]
    public void Of_three_words_the_weights_are_barycentric_wherever_they_were_before()
    {
        Point[] words = [new(0, 0), new(1, 0), new(0.2, 0.8)];
        double[] wanted = [0.5, 0.3, 0.2];

        foreach (double[] before in new double[][] { [1, 1, 1], [0.98, 0.01, 0.01], [0, 0, 1] })
        {
            double[] weights = Find(words, before, MixWeights.Place(words, wanted));
            for (int i = 0; i < wanted.Length; i++)
                weights[i].ShouldBe(wanted[i], 0.02);
        }
    }

    [Fact]
    public void At_the_place_before_they_are_the_ones_before()
    {
        var random = new Random(3);
        for (int run = 0; run < 200; run++)
        {
            Point[] words = Words(random);
            double[] before = Shares(random, words.Length);

            double[] weights = Find(words, before, MixWeights.Place(words, before));

            for (int i = 0; i < words.Length; i++)
                weights[i].ShouldBe(before[i], 1e-6);
        }
    }

    [Fact]
    public void A_small_step_of_the_point_is_a_small_step_of_the_weights_everywhere_and_they_follow_it()
    {
        var random = new Random(4);
        double worst = 0;
        for (int run = 0; run < 60; run++)
        {
            Point[] words = Words(random);
            double[] before = Shares(random, words.Length);
            double[]? last = null;
            // Right across and beyond both edges.
            double y = random.NextDouble();
            for (int i = -40; i <= 240; i++)
            {
                double[] weights = Find(words, before, new Point(i / 200.0, y));
                weights.ShouldAllBe(weight => weight >= 0 && weight <= 1);
                weights.Sum().ShouldBe(1, 1e-9);
                for (int k = 0; last is not null && k < weights.Length; k++)
                    worst = Math.Max(worst, Math.Abs(weights[k] - last[k]));
                last = weights;
            }
        }

        // A step is 1/200 of the plane; between two words a twelfth of the plane apart it is 6 % by itself.
        worst.ShouldBeLessThan(0.1);
    }

    [Fact]
    public void Far_beyond_a_word_it_has_nearly_all()
    {
        Point[] words = [new(0, 0), new(1, 0), new(0, 1), new(1, 1)];

        Find(words, [1, 1, 1, 1], new Point(2, 2))[3].ShouldBeGreaterThan(0.97);
    }

    [Theory]
    [InlineData(0.0, 0.0)]
    [InlineData(0.5, 0.5)]
    public void Words_on_one_line_or_one_spot_are_no_trouble(double step, double at)
    {
        Point[] words = [new(0.1, 0.1), new(0.1 + step, 0.1 + step), new(0.1 + (step / 2), 0.1 + (step / 2))];

        double[] weights = Find(words, [0.2, 0.3, 0.5], new Point(at, at));

        weights.ShouldAllBe(weight => double.IsFinite(weight) && weight >= 0);
        weights.Sum().ShouldBe(1, 1e-9);
    }

    private static double[] Find(Point[] words, double[] before, Point at)
    {
        double[] weights = new double[words.Length];
        MixWeights.Find(words, before, at, weights);
        return weights;
    }

    // No two closer than a twelfth of the plane.
    private static Point[] Words(Random random)
    {
        List<Point> words = [];
        int count = random.Next(2, MixWeights.Most + 1);
        while (words.Count < count)
        {
            var word = new Point(random.NextDouble(), random.NextDouble());
            if (words.TrueForAll(other => WordDots.Distance(other, word) > 1.0 / 12))
                words.Add(word);
        }

        return [.. words];
    }

    private static double[] Shares(Random random, int count)
    {
        double[] shares = [.. Enumerable.Range(0, count).Select(_ => 0.02 + random.NextDouble())];
        double sum = shares.Sum();
        return [.. shares.Select(share => share / sum)];
    }
}
