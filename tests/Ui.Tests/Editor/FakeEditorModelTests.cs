namespace SemanticEq.Ui.Tests.Editor;

/// <summary>The double must be trusted before what is tested with it.</summary>
public class FakeEditorModelTests
{
    [Fact]
    public void A_trim_is_heard_in_the_curve_of_the_next_frame()
    {
        var model = new FakeEditorModel();
        double[] at = [330], before = [0], after = [0];
        model.Playing.CurveDb(at, before);
        int serial = model.Playing.Serial;
        model.Trims[2].Gain.Begin();
        model.Trims[2].Gain.Set(model.Trims[2].Gain.ToNormalized(3));
        model.Trims[2].Gain.End();
        model.Tick(0.02);
        model.Playing.CurveDb(at, after);
        model.Playing.Serial.ShouldBeGreaterThan(serial);
        (after[0] - before[0]).ShouldBe(3, 0.2);
        model.ShouldBeBalanced();
    }

    [Fact]
    public void A_gesture_without_its_beginning_is_refused() =>
        Should.Throw<ShouldAssertException>(() => new FakeEditorModel().Amount.Set(0.5));

    [Fact]
    public void Playing_on_allocates_nothing()
    {
        var model = new FakeEditorModel();
        for (int i = 0; i < 50; i++)
            model.Tick(i / 60.0);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 50; i < 250; i++)
            model.Tick(i / 60.0);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }
}
