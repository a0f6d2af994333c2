namespace SemanticEq.Dsp.Tests;

/// <summary>The short windows of <see cref="TrackSpectrum"/>.</summary>
public class TrackWindowTests
{
    private const double Rate = 48000.0;

    [Fact]
    public void Short_windows_come_each_second_and_tell_what_they_hold()
    {
        int low = 30, high = 50;
        double[] sound =
            [.. Signals.Sine(6 * 48000, CommonGrid.FrequenciesHz[low], Rate, 0.1), .. Signals.Sine(6 * 48000, CommonGrid.FrequenciesHz[high], Rate, 0.1), .. new double[26000]];
        var track = new TrackSpectrum(Rate, 1);
        var windows = new List<(double Start, double End, bool IsHigh)>();
        float[] spectrum = new float[64];
        ReadOnlySpan<double> left = sound, right = default;
        while (track.PushToWindow(ref left, ref right))
            Note();
        while (track.Finish())
            Note();

        windows.Count.ShouldBe(11);
        windows[0].Start.ShouldBe(0.0);
        windows.Select(w => w.Start).ShouldBe(Enumerable.Range(0, 11).Select(i => (double)i), 1e-9);
        windows[9].End.ShouldBe(12.0, 1e-9);
        windows[10].End.ShouldBe(12.5, 1e-9);
        windows.Select(w => w.IsHigh).ShouldBe([false, false, false, false, false, true, true, true, true, true, true]);

        void Note()
        {
            track.TryReadWindow(spectrum).ShouldBeTrue();
            windows.Add((track.WindowStartSeconds, track.WindowEndSeconds, spectrum[high] > spectrum[low]));
        }
    }

    [Fact]
    public void A_window_is_as_loud_as_short_term_loudness_says()
    {
        double[] left = TrackSpectrumTests.Changing(1), right = TrackSpectrumTests.Changing(2);
        var track = new TrackSpectrum(Rate, 2);
        ReadOnlySpan<double> leftRest = left, rightRest = right;
        for (int second = 3; track.PushToWindow(ref leftRest, ref rightRest); second++)
        {
            var loudness = new Loudness(Rate);
            loudness.Push<double>(left.AsSpan(0, second * 48000), right.AsSpan(0, second * 48000));
            track.WindowLufs.ShouldBe(loudness.ShortTermLufs, 1e-3);
        }

        track.Windows.ShouldBe(27);
    }

    [Fact]
    public void A_short_sound_is_one_window_of_its_length()
    {
        var track = new TrackSpectrum(Rate, 1);
        track.Push<double>(Signals.Noise(24000, 1), default);
        float[] spectrum = new float[64];
        track.TryRead(spectrum).ShouldBeFalse("its end is not known yet");
        track.Finish().ShouldBeTrue();
        (track.TryRead(spectrum), track.TryReadWindow(spectrum), track.Finish()).ShouldBe((true, true, false));
        track.WindowEndSeconds.ShouldBe(0.5, 1e-9);
    }
}
