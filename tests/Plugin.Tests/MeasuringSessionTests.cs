namespace SemanticEq.Plugin.Tests;

/// <summary>Measuring a track through the whole plug-in, as hosts start and stop it.</summary>
public class MeasuringSessionTests
{
    private const int Rate = 48000;

    [Fact]
    public void What_is_being_measured_when_a_host_stops_the_plugin_counts_as_an_export_does()
    {
        double[] noise = Noise(4);
        using var plugin = new InProcessPlugin().Set(ParameterId.WordA, 5).Set(ParameterId.AutoGain, 1).Set(ParameterId.MeasureLoudness, 1);

        double[] first = plugin.Play([noise, noise], () => 512)[0];
        double[] second = plugin.Play([noise, noise], () => 512)[0];

        SessionState.Read(plugin.SaveState())!.SoundLoudness().ShouldNotBeNull();
        second.ShouldNotBe(first, "the first play was matched by pink noise, the second by what the first one heard");
    }

    [Fact]
    public void Too_little_heard_when_a_host_stops_it_leaves_what_was()
    {
        double[] noise = Noise(1);
        using var plugin = new InProcessPlugin().Set(ParameterId.WordA, 5).Set(ParameterId.AutoGain, 1).Set(ParameterId.MeasureLoudness, 1);

        double[] first = plugin.Play([noise, noise], () => 512)[0];

        SessionState.Read(plugin.SaveState())!.Loudness.ShouldBeNull();
        plugin.Play([noise, noise], () => 512)[0].ShouldBe(first);
    }

    [Fact]
    public void A_state_of_another_sound_keeps_what_the_track_measured_and_one_with_its_own_brings_it()
    {
        double[] noise = Noise(4);
        using var plugin = new InProcessPlugin().Set(ParameterId.WordA, 5).Set(ParameterId.AutoGain, 1).Set(ParameterId.MeasureLoudness, 1);
        _ = plugin.Play([noise, noise], () => 512);
        var measured = SessionState.Read(plugin.SaveState())!;
        measured.Loudness.ShouldNotBeNull();

        plugin.Instance.LoadState(new SessionState { WordA = "bright" }.Write()).ShouldBeTrue();
        SessionState.Read(plugin.SaveState())!.Loudness.ShouldBe(measured.Loudness, "a preset of a host's is a state, and knows no track");

        string other = LoudnessText.Write(Pink())!;
        plugin.Instance.LoadState(new SessionState { Loudness = other }.Write()).ShouldBeTrue();
        SessionState.Read(plugin.SaveState())!.Loudness.ShouldBe(other);
    }

    private static Dsp.LoudnessSpectrum Pink()
    {
        var pink = new Dsp.LoudnessSpectrum();
        pink.BecomePink(Rate, 2);
        return pink;
    }

    [Theory]
    [InlineData(4_000)]
    [InlineData(8_000)]
    [InlineData(1_536_000)]
    public void Every_sample_rate_that_is_accepted_is_played_and_measured(double rate)
    {
        using var plugin = new InProcessPlugin { SampleRate = rate }.Set(ParameterId.WordA, 5).Set(ParameterId.AutoGain, 1)
            .Set(ParameterId.OfOwn(0, ParameterId.Own.On), 1).Set(ParameterId.OfOwn(0, ParameterId.Own.Frequency), 30000)
            .Set(ParameterId.OfOwn(0, ParameterId.Own.Gain), 30).Set(ParameterId.MeasureLoudness, 1);
        float[] noise = [.. Noise((int)(4 * rate / Rate) + 1).Select(sample => (float)sample)];

        float[][] played = plugin.Play<float>([noise, noise], () => 8192);

        played[0].ShouldAllBe(sample => float.IsFinite(sample) && Math.Abs(sample) < 100f);
        played[0].Max(Math.Abs).ShouldBeGreaterThan(1e-3f);
    }

    private static double[] Noise(int seconds)
    {
        var random = new Random(1);
        return [.. Enumerable.Range(0, seconds * Rate).Select(_ => (double)(float)(0.2 * (random.NextDouble() - 0.5)))];
    }
}
