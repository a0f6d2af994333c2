using SemanticEq.Clicks;
using SemanticEq.Host.Hosting;
using SemanticEq.Vst3;
using Xunit.Abstractions;

namespace SemanticEq.Host.Tests.EndToEnd.Clicks;

/// <summary>
/// Every parameter that the built plug-in lets be automated, with a random value in every block. What plays has nothing above 3 kHz,
/// and what comes out above 4 kHz is measured against the peak of the 40 ms around it.
/// </summary>
public class AutomationTests(ITestOutputHelper output)
{
    private const int Chunk = 64;
    private const int Around = 15;

    private static readonly (string, string)[] Everything =
    [
        ("Word A", "warm"), ("Word B", "bright"), ("Morph", "40"), ("Macro 1", "30"), ("Output gain", "-3"),
        .. Enumerable.Range(1, 8).SelectMany(i => new[]
        {
            ($"Own {i} on", "On"), ($"Own {i} gain", i % 2 == 0 ? "6" : "-6"), ($"Own {i} slope", "24 dB/oct"),
        }),
        ("Own 1 type", "Low shelf"), ("Own 8 type", "High cut"),
    ];

    [SkippableTheory]
    [InlineData(512)]
    [InlineData(64)]
    public void One_parameter_at_a_time_leaves_no_click(int blockSamples)
    {
        Skip.If(blockSamples < 512 && !Full.IsAsked, Full.Reason);
        using var player = new PluginPlayer { BlockSamples = blockSamples }.Set(Everything);
        byte[] start = player.Plugin.SaveState();
        var found = new List<(double Db, string What)>();
        foreach (var parameter in Automatable(player))
        {
            foreach (var programme in new[] { Programme.Kilohertz, Programme.Low })
            {
                player.Plugin.LoadState(start).ShouldBeTrue();
                double[][] played = Play(player, programme, [parameter], seed: (int)parameter.Id);
                found.Add((played.Max(ClickDb), $"{parameter.Title}, {programme.Name}"));
            }
        }
        foreach (var (db, what) in found.OrderByDescending(row => row.Db).Take(12))
            output.WriteLine($"{what}: {db:0.0} dB");
        found.Max(row => row.Db).ShouldBeLessThan(-60);
    }

    [Theory]
    [InlineData(1, 64, true)]
    [InlineData(2, 512, true)]
    [InlineData(3, 32, false)]
    [InlineData(4, 512, false)]
    public void All_parameters_at_once_over_their_whole_ranges_stay_bounded(int seed, int blockSamples, bool isDouble)
    {
        using var player = new PluginPlayer { BlockSamples = blockSamples, IsDouble = isDouble }.Set(Everything);
        foreach (var programme in Programme.All)
        {
            double peak = Play(player, programme, Automatable(player), seed).Max(channel => channel.Max(Math.Abs));
            output.WriteLine($"{programme.Name}, blocks of {blockSamples}: peak {20 * Math.Log10(peak):0} dBFS");
            // Sixteen bands of +30 dB in one place, and 24 dB behind them.
            peak.ShouldBeLessThan(Math.Pow(10, ((16 * 30) + 24) / 20.0));
        }
    }

    [Theory]
    [InlineData(1, 64, true)]
    [InlineData(2, 512, true)]
    [InlineData(3, 32, false)]
    [InlineData(4, 512, false)]
    public void All_parameters_at_once_leave_no_click(int seed, int blockSamples, bool isDouble)
    {
        using var player = new PluginPlayer { BlockSamples = blockSamples, IsDouble = isDouble }.Set(Everything);
        foreach (var programme in Programme.All)
        {
            double worst = Play(player, programme, Automatable(player), seed, shareOfGainAndQ: 0.2).Max(ClickDb);
            output.WriteLine($"{programme.Name}, blocks of {blockSamples}: {worst:0.0} dB");
            worst.ShouldBeLessThan(-60);
        }
    }

    [Fact]
    public void A_step_of_a_hundredth_would_fail_this_measure()
    {
        double[] stepped = [.. Programme.Low.Left];
        for (int i = 25_000; i < stepped.Length; i++)
            stepped[i] *= 1.01;
        ClickDb(Programme.Low.Left).ShouldBeLessThan(-120);
        ClickDb(stepped).ShouldBeGreaterThan(-60);
    }

    private static HostedParameter[] Automatable(PluginPlayer player) =>
        [.. player.Plugin.Parameters.Where(parameter => parameter.Flags.HasFlag(ParameterFlags.CanAutomate))];

    // Decibels and Q in the middle of their range only, where told: bands that lift what lies above 4 kHz by tens of dB more than what
    // plays would lift their own glides' skirts with it, and a sharp one swept across what plays rings on where it goes, as it should.
    private static double[][] Play(PluginPlayer player, Programme programme, HostedParameter[] parameters, int seed, double shareOfGainAndQ = 1)
    {
        var random = new Random(seed);
        double[][] played = player.Play([programme.Left, programme.Right], (block, _) =>
        {
            foreach (var parameter in parameters)
            {
                bool isGainOrQ = parameter.Unit == "dB" || parameter.Title.Contains(" Q", StringComparison.Ordinal);
                double share = isGainOrQ ? shareOfGainAndQ : 1;
                block.Changes.For(parameter.Id).Add(0, 0.5 + (share * (random.NextDouble() - 0.5)));
            }
        });
        foreach (double[] channel in played)
            channel.ShouldAllBe(x => double.IsFinite(x));
        return played;
    }

    // The worst sample above 4 kHz against the loudest one in the 20 ms before and after it.
    private static double ClickDb(double[] signal)
    {
        double[] part = signal[10_000..];
        double[] high = ClickMeasure.Above4Kilohertz(part);
        double[] peaks = [.. part.Chunk(Chunk).Select(chunk => chunk.Max(Math.Abs))];
        double worst = 0;
        for (int i = 0; i < high.Length; i++)
        {
            int chunk = (i + LinearPhaseFilter.Half) / Chunk;
            double peak = peaks[Math.Max(0, chunk - Around)..Math.Min(peaks.Length, chunk + Around + 1)].Max();
            worst = Math.Max(worst, Math.Abs(high[i]) / (peak + 1e-30));
        }
        return 20 * Math.Log10(worst + 1e-30);
    }
}
