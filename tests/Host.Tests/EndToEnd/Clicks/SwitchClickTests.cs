using SemanticEq.Clicks;
using Xunit.Abstractions;

namespace SemanticEq.Host.Tests.EndToEnd.Clicks;

/// <summary>
/// Nothing that a user switches clicks: what plays has nothing above 3 kHz, and what the built plug-in gives above 4 kHz while it is
/// switched is the click.
/// </summary>
public class SwitchClickTests(ITestOutputHelper output)
{
    // Places in the 1 kHz sine's period and in the 64 samples of a control tick.
    private static readonly int[] Places = [24_000, 24_023, 24_041];

    public static TheoryData<string> Names => [.. Switch.All.Select(row => row.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Switching_does_not_click(string name)
    {
        var row = Switch.All.Single(row => row.Name == name);
        // A state comes between two blocks: short ones, so that it comes near the place asked for.
        using var player = new PluginPlayer { BlockSamples = row.AsState ? 23 : 480 }.Set(row.Around);
        double worst = double.NegativeInfinity;
        foreach (var programme in Programme.All)
        {
            double loudest = double.NegativeInfinity;
            foreach (int place in Places)
            {
                loudest = Math.Max(loudest, ClickDb(Play(player, programme, row.Before, row.After, place, row.AsState), programme));
                loudest = Math.Max(loudest, ClickDb(Play(player, programme, row.After, row.Before, place, row.AsState), programme));
            }
            output.WriteLine($"{name}, {programme.Name}: {loudest:0.0} dB");
            worst = Math.Max(worst, loudest);
        }
        worst.ShouldBeLessThan(row.LimitDb);
    }

    [Fact]
    public void A_switch_of_all_eight_bands_leaves_at_most_minus_75_dB_above_4_kHz_and_minus_72_outside_the_octaves_around_the_sine()
    {
        var row = Switch.All.Single(row => row.Name == "preset");
        using var player = new PluginPlayer();
        var worst = default(ClickMeasure);
        foreach (int place in ClickMeasure.SwitchPlaces)
        {
            worst = worst.Or(Measure(Play(player, Programme.Kilohertz, row.Before, row.After, place, asState: false)));
            worst = worst.Or(Measure(Play(player, Programme.Kilohertz, row.After, row.Before, place, asState: false)));
        }
        output.WriteLine($"HP4k {worst.HighPeakDb:0.0} dB, OUT {worst.OutsideDb:0.0} dB");
        worst.HighPeakDb.ShouldBeLessThanOrEqualTo(-75);
        worst.OutsideDb.ShouldBeLessThanOrEqualTo(-72);
    }

    [Theory]
    [InlineData("preset")]
    [InlineData("bypass")]
    [InlineData("channel mode to side")]
    [InlineData("own band from low cut to high cut")]
    public void A_switch_in_one_step_would_fail_this_measure(string name)
    {
        var row = Switch.All.Single(row => row.Name == name);
        using var player = new PluginPlayer().Set(row.Around);
        foreach (var programme in Programme.All)
        {
            double[] before = player.Set(row.Before).Play([programme.Left, programme.Right])[0];
            double[] after = player.Set(row.After).Play([programme.Left, programme.Right])[0];
            double worst = Places.Max(place => ClickDb([[.. before[..place], .. after[place..]]], programme));
            output.WriteLine($"{name} in one step, {programme.Name}: {worst:0.0} dB");
            worst.ShouldBeGreaterThan(row.LimitDb + 20);
        }
    }

    private static double[][] Play(
        PluginPlayer player,
        Programme programme,
        (string Title, string Text)[] before,
        (string Title, string Text)[] after,
        int place,
        bool asState)
    {
        double[][] input = [programme.Left, programme.Right];
        if (!asState)
            return player.Set(before).Play(input, [.. after.Select(value => (place, value.Title, value.Text))]);
        byte[] second = player.Set(after).Plugin.SaveState();
        byte[] first = player.Set(before).Plugin.SaveState();
        player.Plugin.LoadState(first).ShouldBeTrue();
        bool isLoaded = false;
        return player.Play(input, (_, at) =>
        {
            if (isLoaded || at < place)
                return;
            player.Plugin.LoadState(second).ShouldBeTrue();
            isLoaded = true;
        });
    }

    private static double ClickDb(double[][] played, Programme programme)
    {
        double peak = Math.Max(played.Max(channel => channel.Max(Math.Abs)), programme.Left.Max(Math.Abs));
        return played.Max(channel => 20 * Math.Log10(ClickMeasure.Of(channel, peak).HighPeak));
    }

    private static ClickMeasure Measure(double[][] played) =>
        played.Select(channel => ClickMeasure.Of(channel, Programme.Kilohertz.Left.Max(Math.Abs))).Aggregate((a, b) => a.Or(b));
}
