using SemanticEq.Dsp;
using SemanticEq.Inference.Tests.Listening;

namespace SemanticEq.Inference.Tests.Matching;

public class MatchCurveTests
{
    [Fact]
    public void A_sound_and_itself_at_any_level_ask_for_nothing()
    {
        float[] track = Tracks.Any(new Random(1));
        var curve = MatchCurve.Between(track, [.. track.Select(db => db - 17f)])!;
        foreach (double db in curve.Decibels)
            db.ShouldBe(0.0, 1e-4);
        curve.DistanceDb(track, track).ShouldBe(0.0, 1e-9);
    }

    [Fact]
    public void A_tilt_is_asked_for_as_it_is()
    {
        var curve = MatchCurve.Between(Tracks.Tilted(-4.5f), Tracks.Tilted(-3f))!;
        // Away from the ends, where smoothing has nothing beyond.
        (curve.Decibels[50] - curve.Decibels[20]).ShouldBe(1.5 * 30 * Math.Log2(1000.0) / 63.0, 0.25);
    }

    [Fact]
    public void Nothing_beyond_12_dB_is_asked_for_and_the_weights_make_one()
    {
        var random = new Random(2);
        for (int i = 0; i < 200; i++)
        {
            if (MatchCurve.Between(Tracks.Any(random), Tracks.Any(random)) is not { } curve)
                continue;
            curve.Decibels.ToArray().ShouldAllBe(db => Math.Abs(db) <= MatchCurve.MostDb + 1e-9);
            curve.Weights.ToArray().Sum().ShouldBe(1.0, 1e-9);
            curve.Weights.ToArray().ShouldAllBe(weight => weight >= 0.0);
        }
    }

    [Fact]
    public void Where_one_of_the_two_has_nothing_nothing_is_asked_for()
    {
        // Dark as an old record: nothing above 4 kHz (point 49).
        float[] dark = [.. Tracks.Tilted(-3f).Select((db, i) => i > 49 ? db - 90f : db)];
        foreach (var curve in new[] { MatchCurve.Between(dark, Tracks.Tilted(0f))!, MatchCurve.Between(Tracks.Tilted(0f), dark)! })
        {
            curve.Weights[56].ShouldBe(0.0);
            curve.Decibels[63].ShouldBe(0.0, 0.5);
        }
    }

    [Fact]
    public void A_note_is_not_matched_but_the_balance()
    {
        float[] track = Tracks.Tilted(-3f), withNote = [.. track.Select((db, i) => i == 30 ? db + 12f : db)];
        MatchCurve.Between(track, withNote)!.Decibels.ToArray().Max().ShouldBeLessThan(5.0);
        float[] withHill = [.. track.Select((db, i) => db + (6f * MathF.Exp(-0.005f * (i - 30) * (i - 30))))];
        var hill = MatchCurve.Between(track, withHill)!.Decibels;
        (hill[30] - hill[5]).ShouldBe(6.0, 1.0);
    }

    [Fact]
    public void Two_sounds_without_a_pitch_in_common_can_not_be_matched()
    {
        float[] low = [.. Enumerable.Range(0, CommonGrid.Count).Select(i => i < 20 ? 0f : -100f)];
        float[] high = [.. Enumerable.Range(0, CommonGrid.Count).Select(i => i > 45 ? 0f : -100f)];
        MatchCurve.Between(low, high).ShouldBeNull();
    }
}
