namespace SemanticEq.Dsp.Tests;

public class GlideTests
{
    [Fact]
    public void A_step_is_answered_by_two_parabolas_without_overshoot()
    {
        const int Length = 30;
        var glide = new Glide();
        glide.Prepare(Length);
        glide.Aim(1.0);
        var steps = new List<double>();
        while (glide.IsMoving)
        {
            glide.Step();
            steps.Add(glide.Value);
        }

        steps.Count.ShouldBe(2 * Length - 1);
        steps[^1].ShouldBe(1.0);
        for (int n = 1; n <= Length; n++)
        {
            double parabola = n * (n + 1) / 2.0 / (Length * Length);
            steps[n - 1].ShouldBe(parabola, 1e-12);
            // The second half mirrors the first.
            steps[2 * Length - 1 - n].ShouldBe(1.0 - n * (n - 1) / 2.0 / (Length * Length), 1e-12);
        }
    }

    [Fact]
    public void At_rest_the_value_is_the_same_to_the_last_bit_whatever_the_way() =>
        Prop.ForAll(Arb.From(Any.Between(-60.0, 60.0).ListOf()), Arb.From(Any.Between(-60.0, 60.0)), (targets, goal) =>
        {
            var glide = new Glide();
            glide.Prepare(7);
            int pause = 0;
            foreach (double target in targets)
            {
                glide.Aim(target);
                for (int i = 0; i < pause % 20; i++)
                    glide.Step();
                pause += 3;
            }

            glide.Aim(goal);
            while (glide.IsMoving)
                glide.Step();
            var direct = new Glide();
            direct.Prepare(7);
            direct.Snap(goal);
            glide.Value.ShouldBe(direct.Value);
            glide.Value.ShouldBe(goal, 2.4e-10);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_sums_cannot_overflow_at_the_highest_sample_rate_and_values()
    {
        var glide = new Glide();
        glide.Prepare(1024);
        foreach (double goal in new[] { 1e300, -1e300, 1e300 })
        {
            glide.Aim(goal);
            while (glide.IsMoving)
            {
                glide.Step();
                Math.Abs(glide.Value).ShouldBeLessThanOrEqualTo(1024.0);
            }

            glide.Value.ShouldBe(Math.Sign(goal) * 1024.0);
        }
    }
}
