namespace SemanticEq.Dsp.Tests;

public class GlideBankTests
{
    [Fact]
    public void Every_value_glides_as_a_single_glide_does_to_the_last_bit()
    {
        var random = new Random(1);
        foreach (int length in new[] { 1, 2, 7, 30 })
        {
            var bank = new GlideBank(hasMix: true);
            bank.Prepare(length);
            Glide[] single = [.. Enumerable.Range(0, 4 * BankLayout.Bands).Select(_ => new Glide())];
            foreach (var glide in single)
                glide.Prepare(length);
            for (int step = 0; step < 2000; step++)
            {
                if (random.Next(5) == 0)
                    Move(random, bank, single);
                bank.Step();
                for (int i = 0; i < single.Length; i++)
                {
                    single[i].Step();
                    ValueOf(bank, i).ShouldBe(single[i].Value, $"length {length}, step {step}, value {i}");
                }

                if (!bank.IsMoving)
                    single.ShouldAllBe(glide => !glide.IsMoving);
            }
        }
    }

    private static void Move(Random random, GlideBank bank, Glide[] single)
    {
        int i = random.Next(single.Length);
        double target = random.Next(10) == 0 ? double.NaN : (200.0 * random.NextDouble()) - 100.0;
        if (random.Next(4) == 0)
        {
            bank.Snap(RowOf(i), i % BankLayout.Bands, target);
            single[i].Snap(target);
        }
        else
        {
            bank.Aim(RowOf(i), i % BankLayout.Bands, target);
            single[i].Aim(target);
        }
    }

    private static GlideRow RowOf(int i) => (GlideRow)(i / BankLayout.Bands);

    private static double ValueOf(GlideBank bank, int i) => (RowOf(i) switch
    {
        GlideRow.Log2Hz => bank.Log2Hz,
        GlideRow.GainDb => bank.GainDb,
        GlideRow.Log2Q => bank.Log2Q,
        _ => bank.Mix,
    })[i % BankLayout.Bands];
}
