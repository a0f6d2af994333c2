using System.Diagnostics;
using SemanticEq.Dsp;
using SemanticEq.Host.Hosting;
using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Editor;
using SemanticEq.Vst3;
using Xunit.Abstractions;

namespace SemanticEq.Plugin.Tests;

/// <summary>What a window hears of the real plug-in that plays.</summary>
public sealed class SignalsTests : IDisposable
{
    private const int Rate = 48000;
    private const int Frame = 800;
    private const double FrameSeconds = (double)Frame / Rate;
    private readonly ITestOutputHelper _output;
    private readonly InProcessPlugin _plugin = new();
    private readonly Settings _settings = new();
    private readonly Playing _playing = new();
    private readonly List<Move> _moves = [];
    private readonly Signals _signals;
    private readonly AudioBlock _block;
    private long _time;

    public SignalsTests(ITestOutputHelper output)
    {
        _output = output;
        _signals = new Signals(_plugin.Effect.Processor, _settings, _playing);
        var setup = new ProcessSetup(ProcessMode.Realtime, false, Frame, Rate);
        _plugin.Instance.SetChannels(2).ShouldBeTrue();
        _plugin.Instance.Setup(setup);
        _plugin.Instance.SetActive(true);
        _block = new AudioBlock(_plugin.Instance, 2, setup);
    }

    public void Dispose()
    {
        _block.Dispose();
        _plugin.Dispose();
    }

    [Fact]
    public void A_sine_is_read_in_spectrum_peaks_and_loudness_before_and_behind_the_equaliser()
    {
        _moves.Add(new(0, ParameterId.OutputGain, -6.0));
        _signals.Open();
        Play(4.0, SineAt(1000.0, 0.1));

        _signals.SampleRate.ShouldBe(Rate);
        _signals.Channels.ShouldBe(2);
        _signals.InputDb[Nearest(1000.0)].ShouldBe(-20.0, 0.5);
        _signals.OutputDb[Nearest(1000.0)].ShouldBe(-26.0, 0.5);
        _signals.InputDb[Nearest(4000.0)].ShouldBeLessThan(-80.0);
        _signals.PeakDb(false, 0).ShouldBe(-20.0, 0.1);
        _signals.PeakDb(true, 1).ShouldBe(-26.0, 0.1);
        _signals.HighestDb(true).ShouldBeGreaterThan(-26.1);
        _signals.ShortTermLufs(false).ShouldBe(-20.0, 0.1);
        _signals.ShortTermLufs(true).ShouldBe(-26.0, 0.1);
        _signals.HeldDb.IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void After_the_sound_or_when_the_host_stops_calling_all_falls_and_then_stands_still()
    {
        _settings.SpectrumSpeed = SpectrumSpeed.Fast;
        foreach (bool hostStops in new[] { false, true })
        {
            _signals.Open();
            Play(2.0, SineAt(1000.0, 1.0));
            double highest = _signals.HighestDb(false);
            double before = _signals.PeakDb(false, 0);
            for (int i = 0; i < 60; i++)
                Pass(hostStops);
            _signals.PeakDb(false, 0).ShouldBe(before - 20.0, 0.7);
            for (int i = 0; i < 600; i++)
                Pass(hostStops);
            _signals.PeakDb(false, 0).ShouldBe(double.NegativeInfinity);
            _signals.ShortTermLufs(true).ShouldBe(double.NegativeInfinity);
            _signals.OutputDb[Nearest(1000.0)].ShouldBe(-150.0, 0.1);
            _signals.HighestDb(false).ShouldBe(highest);
            int serial = _signals.Serial;
            for (int i = 0; i < 20; i++)
                Pass(hostStops);
            _signals.Serial.ShouldBe(serial, hostStops ? "no block comes" : "silence comes");
            _signals.Close();
        }

        void Pass(bool hostStops)
        {
            if (!hostStops)
                Block(_ => 0f);
            _signals.Tick(FrameSeconds);
        }
    }

    [Fact]
    public void Sound_after_a_long_silence_reads_as_if_the_silence_had_been_listened_to()
    {
        _signals.Open();
        Play(1.0, SineAt(1000.0, 1.0));
        Play(20.0, _ => 0f);
        Play(1.0, SineAt(1000.0, 0.1));
        _signals.ShortTermLufs(false).ShouldBe(-20.0 + (10.0 * Math.Log10(1.0 / 3.0)), 0.5, "one second of the last three, in tenths");
        _signals.InputDb[Nearest(1000.0)].ShouldBe(-20.0, 0.5);
    }

    [Fact]
    public void While_nobody_sees_it_only_peaks_are_kept_and_then_all_begins_anew()
    {
        _signals.Open();
        Play(1.0, SineAt(300.0, 0.1));
        int serial = _signals.Serial;
        for (int i = 0; i < 210; i++)
        {
            Block(SineAt(3000.0, 1.0));
            if (i % 30 == 29)
                _signals.Pass(30 * FrameSeconds);
        }
        _signals.Serial.ShouldBe(serial);
        Play(1.0, SineAt(1000.0, 0.1));
        _signals.HighestDb(false).ShouldBe(0.0, 0.1);
        _signals.ShortTermLufs(false).ShouldBe(-20.0, 0.6, "nothing of what was not seen");
        _signals.InputDb[Nearest(3000.0)].ShouldBeLessThan(-60.0);
        _signals.InputDb[Nearest(300.0)].ShouldBeLessThan(-60.0);
    }

    [Fact]
    public void Frozen_spectra_stand_still_while_meters_go_on_and_peaks_are_held_until_that_is_switched_off()
    {
        _settings.PeakHold = true;
        _signals.Open();
        Play(2.0, SineAt(300.0, 1.0));
        Play(4.0, SineAt(3000.0, 0.01));
        _signals.HeldDb[Nearest(300.0)].ShouldBe(0.0, 2.2, "3.01 dB an octave were asked for as 3; what is held was not yet settled");
        _signals.OutputDb[Nearest(300.0)].ShouldBeLessThan(-30.0);
        _signals.IsFrozen = true;
        int serial = _signals.Serial;
        double[] frozen = _signals.OutputDb.ToArray();
        Play(1.0, SineAt(100.0, 1.0));
        _signals.Serial.ShouldBe(serial);
        _signals.OutputDb.ToArray().ShouldBe(frozen);
        _signals.PeakDb(true, 0).ShouldBe(0.0, 0.1);
        _signals.IsFrozen = false;
        Play(1.0, SineAt(100.0, 1.0));
        _signals.Serial.ShouldBeGreaterThan(serial);
        _settings.PeakHold = false;
        Play(0.1, _ => 0f);
        _signals.HeldDb.IsEmpty.ShouldBeTrue();
        _settings.PeakHold = true;
        Play(0.1, _ => 0f);
        _signals.HeldDb[Nearest(300.0)].ShouldBeLessThan(-30.0, "the peak was forgotten");
        _signals.ResetHighest();
        _signals.HighestDb(true).ShouldBe(double.NegativeInfinity);
    }

    [Fact]
    public void A_spectrum_that_does_not_show_is_not_computed_and_a_faster_one_follows_faster()
    {
        _settings.ShowInput = false;
        _settings.SpectrumSpeed = SpectrumSpeed.Slow;
        _signals.Open();
        Play(0.5, SineAt(1000.0, 1.0));
        _signals.InputDb[Nearest(1000.0)].ShouldBe(-150.0, 0.1);
        double slow = _signals.OutputDb[Nearest(1000.0)];
        slow.ShouldBeInRange(-15.0, -3.0);
        _settings.SpectrumSpeed = SpectrumSpeed.Fast;
        Play(0.5, SineAt(1000.0, 1.0));
        _signals.OutputDb[Nearest(1000.0)].ShouldBe(0.0, 0.3);
        double[] level = _signals.OutputDb.ToArray();
        _settings.SpectrumTilt = 4.5;
        _signals.Tick(0.0);
        (_signals.OutputDb[Nearest(8000.0)] - level[Nearest(8000.0)]).ShouldBe(4.5, 0.1);
    }

    [Fact]
    public void A_band_alone_follows_it_until_the_window_closes()
    {
        _signals.Open();
        _signals.Solo(own: true, 2);
        (_signals.SoloBand, _signals.IsSoloOwn).ShouldBe((2, true));
        Play(1.0, SineAt(1000.0, 0.5));
        _signals.PeakDb(true, 0).ShouldBeLessThan(-20.0, "the band lies at 100 Hz");
        _playing.Bands[2] = _playing.Bands[2] with { FrequencyHz = 1000.0 };
        Play(1.0, SineAt(1000.0, 0.5));
        _signals.PeakDb(true, 0).ShouldBe(-6.0, 0.1);
        _playing.Bands[2] = _playing.Bands[2] with { FrequencyHz = 100.0 };
        _signals.Solo(own: true, 99);
        _signals.SoloBand.ShouldBe(-1);
        _signals.Solo(own: false, 0);
        _signals.Close();
        _signals.SoloBand.ShouldBe(-1);
        Play(0.5, SineAt(1000.0, 0.5));
        _signals.Open();
        Play(0.5, SineAt(1000.0, 0.5));
        _signals.PeakDb(true, 0).ShouldBe(-6.0, 0.1);
    }

    [Fact]
    public void What_is_being_measured_is_told_as_it_goes()
    {
        _signals.Open();
        _signals.Measuring.ShouldBe((false, 0.0, false));
        _moves.Add(new(0, ParameterId.MeasureLoudness, 1.0));
        var noise = new Random(1);
        Play(2.0, _ => (float)(noise.NextDouble() - 0.5));
        var (isMeasuring, seconds, isEnough) = _signals.Measuring;
        (isMeasuring, isEnough).ShouldBe((true, false));
        seconds.ShouldBeInRange(1.2, 2.0);
        Play(1.5, _ => (float)(noise.NextDouble() - 0.5));
        _signals.Measuring.IsEnough.ShouldBeTrue();
        _moves.Add(new(0, ParameterId.MeasureLoudness, 0.0));
        Play(0.1, _ => 0f);
        _signals.Measuring.IsMeasuring.ShouldBeFalse();
    }

    [Fact]
    public void Before_a_host_plays_and_while_it_is_stopped_nothing_is_heard_and_nothing_breaks()
    {
        _plugin.Instance.SetActive(false);
        _signals.Open();
        _signals.Tick(FrameSeconds);
        _signals.SampleRate.ShouldBe(0.0);
        _signals.OutputDb.Length.ShouldBe(_signals.FrequenciesHz.Length);
        _signals.HeldDb.IsEmpty.ShouldBeTrue();
        _plugin.Instance.Setup(new ProcessSetup(ProcessMode.Realtime, false, Frame, 96000.0));
        _plugin.Instance.SetActive(true);
        _signals.Tick(FrameSeconds);
        _signals.SampleRate.ShouldBe(96000.0);
    }

    [Fact]
    public void A_frame_allocates_nothing_also_while_it_is_soloed_held_and_dragged()
    {
        _settings.PeakHold = true;
        _signals.Open();
        float[] frame = [.. Enumerable.Range(0, Frame).Select(i => 0.3f * MathF.Sin(i * i))];
        long ticks = 0, worst = 0, allocated = 0;
        for (int i = 0; i < 600; i++)
        {
            Fill(frame);
            _plugin.Instance.Process(_block).ShouldBeTrue();
            _playing.Bands[0] = _playing.Bands[0] with { FrequencyHz = 100.0 + i };
            long before = GC.GetAllocatedBytesForCurrentThread(), started = Stopwatch.GetTimestamp();
            _signals.Solo(true, i % 50 < 25 ? 0 : -1);
            _signals.Tick(FrameSeconds);
            long took = Stopwatch.GetTimestamp() - started;
            if (i < 200)
                continue;
            allocated += GC.GetAllocatedBytesForCurrentThread() - before;
            ticks += took;
            worst = Math.Max(worst, took);
        }
        allocated.ShouldBe(0);
        double micro = 1e6 / Stopwatch.Frequency;
        _output.WriteLine($"a frame: mean {ticks * micro / 400:0} µs, worst {worst * micro:0} µs");
    }

    private void Play(double seconds, Func<long, float> sample)
    {
        for (int i = 0; i < seconds / FrameSeconds; i++)
        {
            Block(sample);
            _signals.Tick(FrameSeconds);
        }
    }

    private void Block(Func<long, float> sample)
    {
        float[] samples = new float[Frame];
        for (int i = 0; i < Frame; i++)
            samples[i] = sample(_time++);
        Fill(samples);
        _plugin.Instance.Process(_block).ShouldBeTrue();
    }

    private void Fill(float[] samples)
    {
        _block.Begin(Frame);
        foreach (var move in _moves)
            _block.Changes.For(move.Id).Add(0, move.Normalized);
        _moves.Clear();
        for (int channel = 0; channel < 2; channel++)
            samples.CopyTo(_block.Float(BusDirection.Input, channel));
    }

    private static Func<long, float> SineAt(double hz, double level) => i => (float)(level * Math.Sin(2.0 * Math.PI * hz / Rate * i));

    private static int Nearest(double hz) => (int)Math.Round(Math.Log(hz / 20.0) / Math.Log(1000.0) * (SpectrumAnalyser.Count - 1));

    private sealed class Settings : IEditorSettings
    {
        public ThemeChoice Theme { get; set; }

        public bool ReducedMotion { get; set; }

        public Size? Size { get; set; }

        public double? Scale { get; set; }

        public bool ShowInput { get; set; } = true;

        public bool ShowSideChain { get; set; } = true;

        public bool ShowOutput { get; set; } = true;

        public bool PeakHold { get; set; }

        public double SpectrumTilt { get; set; } = 3.0;

        public SpectrumSpeed SpectrumSpeed { get; set; } = SpectrumSpeed.Medium;

        public bool ShowPiano { get; set; }

        public double CurveRangeDb { get; set; }

        public bool ShowTooltips { get; set; }
    }

    // Bands where the test puts them; nothing else is asked for.
    private sealed class Playing : IPlaying
    {
        public Band[] Bands { get; } = [.. Enumerable.Repeat(new Band(BandType.Bell, 100.0, 6.0, 2.0), 8)];

        public int Serial => 0;

        public ReadOnlySpan<Band> Decoded => Bands;

        public ReadOnlySpan<Band> Untrimmed => Bands;

        public ReadOnlySpan<Band> Own => Bands;

        public bool IsDecodedOn(int band) => true;

        public bool IsOwnOn(int band) => true;

        public void ResponseDb(bool own, int band, ReadOnlySpan<double> frequenciesHz, Span<double> decibels) => throw new NotSupportedException();

        public void CurveDb(ReadOnlySpan<double> frequenciesHz, Span<double> decibels) => throw new NotSupportedException();

        public bool SpreadDb(ReadOnlySpan<double> frequenciesHz, Span<double> decibels) => false;
    }
}
