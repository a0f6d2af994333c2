using SemanticEq.Dsp;

namespace SemanticEq.Plugin.Tests;

public class MeasuredLoudnessTests
{
    [Fact]
    public void Until_a_track_was_measured_pink_noise_stands_for_it_and_the_session_keeps_nothing()
    {
        var track = Prepared(KeptLoudness.None);
        var pink = new LoudnessSpectrum();
        pink.BecomePink(48000.0, 2);

        Values(track.Spectrum).ShouldBe(Values(pink));
        track.Newest(KeptLoudness.None).ShouldBe(KeptLoudness.None);
        LoudnessText.Write(null).ShouldBeNull();
    }

    [Fact]
    public void What_was_measured_is_matched_from_then_on_and_kept_by_the_session_to_the_bit()
    {
        var track = Prepared(KeptLoudness.None);

        Measure(track, seconds: 4).ShouldBeTrue();

        var kept = track.Newest(KeptLoudness.None);
        Values(kept.Spectrum!).ShouldBe(Values(track.Spectrum));
        track.Newest(kept).ShouldBe(kept, "nothing newer has come");
        var loaded = Prepared(KeptLoudness.None.Next(LoudnessText.Read(LoudnessText.Write(kept.Spectrum))));
        Values(loaded.Spectrum).ShouldBe(Values(track.Spectrum));
    }

    [Fact]
    public void Measuring_again_replaces_and_too_little_sound_leaves_what_was()
    {
        var track = Prepared(KeptLoudness.None);
        Measure(track, seconds: 4).ShouldBeTrue();
        float[] first = Values(track.Spectrum);

        Measure(track, seconds: 2).ShouldBeFalse();
        Measure(track, seconds: 20, level: 0).ShouldBeFalse();
        Values(track.Spectrum).ShouldBe(first);

        Measure(track, seconds: 4, seed: 2).ShouldBeTrue();
        Values(track.Spectrum).ShouldNotBe(first);
    }

    [Fact]
    public void What_was_measured_before_a_session_was_loaded_is_not_kept_in_it()
    {
        var track = Prepared(KeptLoudness.None);
        Measure(track, seconds: 4).ShouldBeTrue();

        var next = KeptLoudness.None.Next(null);

        track.Newest(next).ShouldBe(next);
    }

    [Fact]
    public void Following_listening_and_publishing_allocate_nothing()
    {
        var track = Prepared(KeptLoudness.None);
        double[] noise = Noise(4, 0.1, 1);
        for (int round = 0; round < 2; round++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            track.Follow(true);
            track.Listen<double>(noise, noise);
            bool ended = track.Follow(false);
            long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            ended.ShouldBeTrue();
            allocated.ShouldBe(0, $"round {round}: nothing is excused, the first time either");
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("f32v1:")]
    [InlineData("f32v2:AAAA")]
    [InlineData("f32v3:AACAPwAAgD8=")]
    [InlineData("f32v1:not base 64")]
    [InlineData("f32v1:AACAPwAAgD8=")]
    public void Text_that_is_no_loudness_is_passed_over(string text)
    {
        LoudnessText.Read(text).ShouldBeNull();
        using var effect = new SemanticEqEffect();
        effect.LoadState(new SessionState { Loudness = text }.Write()).ShouldBeTrue();
        SessionState.Read(effect.SaveState())!.Loudness.ShouldBeNull();
    }

    [Fact]
    public void Every_changed_character_of_it_is_read_as_some_loudness_or_passed_over()
    {
        var track = Prepared(KeptLoudness.None);
        Measure(track, seconds: 4).ShouldBeTrue();
        string text = LoudnessText.Write(track.Spectrum)!;
        var loudness = new LoudnessChange();
        Band[] bands = [new(BandType.Bell, 1000, 6, 1)];
        for (int i = 0; i < text.Length; i++)
        {
            var read = LoudnessText.Read(text[..i] + (char)(text[i] ^ 1) + text[(i + 1)..]);
            if (read == null)
                continue;
            loudness.Use(read);
            loudness.ChangeDb(bands).ShouldBeInRange(-0.01, 6.01, $"character {i}");
        }
    }

    [Fact]
    public void The_newest_of_a_triple_buffer_is_never_torn_nor_older_than_the_last()
    {
        const int Rounds = 200_000;
        var buffer = new TripleBuffer<long[]>(new long[16], new long[16], new long[16]);
        var writer = new Thread(() =>
        {
            for (long round = 1; round <= Rounds; round++)
            {
                Array.Fill(buffer.Back, round);
                buffer.Publish();
            }
        });
        writer.Start();
        long last = 0;
        while (last < Rounds)
        {
            bool ended = !writer.IsAlive;
            if (buffer.Take() is not { } taken)
            {
                ended.ShouldBeFalse("the last one must come");
                continue;
            }
            taken.ShouldAllBe(value => value == taken[0]);
            taken[0].ShouldBeGreaterThan(last);
            last = taken[0];
        }
        writer.Join();
    }

    private static TrackLoudness Prepared(KeptLoudness kept)
    {
        var track = new TrackLoudness();
        track.Prepare(48000.0, 2);
        track.Use(kept);
        return track;
    }

    private static bool Measure(TrackLoudness track, int seconds, double level = 0.1, int seed = 1)
    {
        double[] noise = Noise(seconds, level, seed);
        track.Follow(true).ShouldBeFalse();
        track.Listen<double>(noise, noise);
        return track.Follow(false);
    }

    private static double[] Noise(int seconds, double level, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, seconds * 48000).Select(_ => level * (random.NextDouble() - 0.5))];
    }

    private static float[] Values(LoudnessSpectrum spectrum)
    {
        float[] values = new float[LoudnessSpectrum.MaxLength];
        return values[..spectrum.Write(values)];
    }
}
