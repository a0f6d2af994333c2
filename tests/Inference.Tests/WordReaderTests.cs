using SemanticEq.Dsp;

namespace SemanticEq.Inference.Tests;

public class WordReaderTests
{
    private readonly WordReader _reader = new(ModelFolder.Load(Repository.Model));

    [Fact]
    public void More_high_and_less_low_is_read_as_bright_before_warm()
    {
        double[] curve = [.. CommonGrid.FrequenciesHz.ToArray().Select(hz => 3 * Math.Log2(hz / 1000))];
        var names = _reader.Rank(curve).Select(score => score.Word).ToList();

        names.IndexOf("bright").ShouldBeLessThan(names.IndexOf("warm"));
        names.ShouldBeUnique();
    }

    [Fact]
    public void A_curves_level_does_not_count()
    {
        double[] curve = [.. Enumerable.Range(0, 64).Select(i => Math.Sin(i / 9.0))];
        double[] louder = [.. curve.Select(db => db + 6)];

        var quiet = _reader.Rank(curve);
        var loud = _reader.Rank(louder);

        for (int i = 0; i < quiet.Count; i++)
            loud[i].Score.ShouldBe(quiet[i].Score, 1e-9);
    }

    [Fact]
    public void A_flat_curve_is_like_nothing()
    {
        _reader.Rank(new double[64]).ShouldAllBe(score => score.Score == 0.0);
    }
}
