using SemanticEq.Host.Audio;
using SemanticEq.Plugin.Tests.Editing;
using SemanticEq.Plugin.Tests.Listening;
using SemanticEq.Vst3;
using Xunit.Abstractions;

namespace SemanticEq.Plugin.Tests.Matching;

/// <summary>A recording that is dropped on the window: "like FILE" from then on, whatever becomes of the file.</summary>
public sealed class ReferenceMatchTests : IDisposable
{
    private readonly ITestOutputHelper _output;
    private readonly EditedPlugin _folder = new();
    private readonly InProcessPlugin _plugin = new() { Mode = ProcessMode.Realtime, SampleRate = Track.Rate };
    private readonly EditorSession _session;
    private double _seconds;

    public ReferenceMatchTests(ITestOutputHelper output)
    {
        _output = output;
        _session = _plugin.Effect.EditWith(_folder.Library, _folder.Settings);
        _session.Open();
    }

    [Fact]
    public void Dropped_while_the_track_is_known_it_is_matched_in_one_step()
    {
        Play(Track.Noise(6, 6));
        _session.Open([Brighter("mix.wav")]).ShouldBeNull();
        _session.Prompt.MatchLabel.ShouldBe("Reading mix.wav …");
        Await();

        _session.Prompt.TakeNotice().ShouldBeNull();
        _session.Prompt.MatchLabel.ShouldBe("Match mix.wav");
        _session.Prompt.Text.ShouldBe("like mix.wav");
        string says = _session.Prompt.Parts.ShouldHaveSingleItem().Says;
        _output.WriteLine(says);
        says.ShouldContain("dB apart");
        _session.History.UndoName.ShouldBe("Match mix.wav");
        // Brighter by 3 dB an octave, from 250 Hz to 2 kHz.
        var bands = SessionState.Read(_plugin.SaveState())!.Bands!;
        double[] curve = new double[2];
        Dsp.CurveResponse.ComputeDb([.. bands.Select((band, i) => new Dsp.Band(Dsp.Equaliser.DecoderBandType(i), band.Hz, band.Db, band.Q))], Track.Rate, [250.0, 2000.0], curve);
        (curve[1] - curve[0]).ShouldBe(9.0, 1.5);
        _session.History.Undo();
        _session.Prompt.Text.ShouldBe("");
        _session.Prompt.Submit("like mix.wav").ShouldBeNull("typed, it is the same as the button");
        _session.Prompt.Text.ShouldBe("like mix.wav");
    }

    [Fact]
    public void Dropped_before_anything_was_heard_it_says_what_to_do_and_waits_for_the_button()
    {
        _session.Open([Brighter("ref.flac")]).ShouldBeNull();
        _session.Prompt.Match().ShouldNotBeNull().ShouldContain("still being read");
        Await();
        _session.Prompt.TakeNotice().ShouldNotBeNull().ShouldContain("Play at least 3 s");
        _session.Prompt.TakeNotice().ShouldBeNull("said once");
        _session.Prompt.Text.ShouldBe("");
        Play(Track.Noise(6, 6));
        _session.Prompt.Text.ShouldBe("", "nobody has asked for it");
        _session.Prompt.Match().ShouldBeNull();
        _session.Prompt.Text.ShouldBe("like ref.flac");
    }

    [Fact]
    public void It_is_in_the_session_and_plays_the_same_where_no_such_file_is()
    {
        Play(Track.Noise(6, 6));
        string file = Brighter("gone.wav");
        _session.Open([file]).ShouldBeNull();
        Await();
        File.Delete(file);
        byte[] state = _plugin.SaveState();
        using var other = new InProcessPlugin();
        other.Instance.LoadState(state).ShouldBeTrue();
        other.SaveState().ShouldBe(state);
        var session = other.Effect.EditWith(_folder.Library, _folder.Settings);
        session.Prompt.Text.ShouldBe("like gone.wav");
        session.Prompt.MatchLabel.ShouldBeNull();
        session.Prompt.Submit("like gone.wav").ShouldBeNull("what stands stays, although nobody could make it anew");
        other.SaveState().ShouldBe(state);
    }

    [Fact]
    public void What_can_not_be_heard_is_told_and_what_was_read_before_stays()
    {
        Play(Track.Noise(6, 6));
        Refused(Path.Combine(_folder.Folder, "no.wav")).ShouldContain("no.wav can't be read");
        Refused(Written("text.wav", "hello"u8.ToArray())).ShouldContain("text.wav can't be read as audio");
        Refused(Write("short.wav", Track.Noise(1, 3))).ShouldContain("less than 3 s");
        Refused(Write("silent.wav", Track.Silence(8))).ShouldContain("less than 3 s");
        Refused(Write("nan.wav", [[.. Enumerable.Repeat(float.NaN, 300_000)], new float[300_000]])).ShouldContain("less than 3 s");
        _session.Prompt.MatchLabel.ShouldBeNull();
        _session.Prompt.Text.ShouldBe("");

        _session.Open([Brighter("good.wav")]).ShouldBeNull();
        Await();
        _ = Refused(Written("bad.mp3", [1, 2, 3]));
        _session.Prompt.MatchLabel.ShouldBe("Match good.wav");
        _session.Prompt.Text.ShouldBe("like good.wav");
    }

    [Fact]
    public void The_newest_drop_counts_and_a_window_that_closes_gives_up()
    {
        Play(Track.Noise(6, 6));
        string first = Brighter("first.wav"), second = Brighter("second.wav");
        _session.Open([first]).ShouldBeNull();
        _session.Open([second]).ShouldBeNull();
        Await();
        _session.Prompt.Text.ShouldBe("like second.wav");
        _session.Open([first]).ShouldBeNull();
        _session.Close();
        _session.Open();
        _session.Prompt.MatchLabel.ShouldBe("Match second.wav");
        Thread.Sleep(500);
        Tick();
        _session.Prompt.Text.ShouldBe("like second.wav");
    }

    [Fact]
    public void A_reference_at_another_rate_and_of_more_channels_is_the_same_sound()
    {
        string file = Write("like.wav", Track.Noise(8, 3, seed: 7));
        var same = ReferenceSound.Read(file, default);
        // Six channels: front left and right, and four that are silent.
        float[][] sound = Track.Noise(8, 3, seed: 7);
        var folded = ReferenceSound.Read(Written("six.wav", SixChannels(sound)), default);
        folded.Db.Zip(same.Db, (one, other) => Math.Abs(one - other)).Max().ShouldBeLessThan(0.1f);
        same.Seconds.ShouldBeInRange(7.0, 8.0);
    }

    [Fact]
    public void A_name_of_any_length_and_script_is_called_so_that_a_session_keeps_it()
    {
        Play(Track.Noise(6, 6));
        string name = "Ünïcødé 音楽 " + new string('x', 100) + ".wav";
        _session.Open([Brighter(name)]).ShouldBeNull();
        _session.Prompt.MatchLabel!.Length.ShouldBeLessThan(50);
        Await();
        _session.Prompt.Text.ShouldStartWith("like Ünïcødé 音楽 xxx");
        var phrase = _plugin.Effect.Phrases[0].ShouldNotBeNull();
        phrase.IsSound().ShouldBeTrue();
        using var other = new InProcessPlugin();
        other.Instance.LoadState(_plugin.SaveState()).ShouldBeTrue();
        other.Effect.Phrases[0]!.Text.ShouldBe(phrase.Text);
    }

    public void Dispose()
    {
        _session.Close();
        _plugin.Dispose();
        _folder.Dispose();
    }

    private string Refused(string path)
    {
        string before = _session.Prompt.Text;
        _session.Open([path]).ShouldBeNull();
        Await();
        _session.Prompt.Text.ShouldBe(before);
        return _session.Prompt.TakeNotice().ShouldNotBeNull();
    }

    private void Await()
    {
        for (int i = 0; i < 3000 && _session.Prompt.MatchLabel?.StartsWith("Reading", StringComparison.Ordinal) == true; i++)
        {
            Thread.Sleep(10);
            Tick();
        }

        (_session.Prompt.MatchLabel ?? "").ShouldNotStartWith("Reading");
    }

    private void Tick() => _session.Tick(_seconds += 0.01);

    private void Play(float[][] track)
    {
        var paced = ListenerThreadTests.Paced(_plugin);
        _ = _plugin.Play(track, () =>
        {
            int count = paced();
            _session.Tick(_seconds += (double)count / Track.Rate);
            return count;
        });
    }

    // 3 dB an octave brighter than what plays.
    private string Brighter(string name) => Write(name, Track.Noise(6, 3, seed: 7));

    private string Write(string name, float[][] sound)
    {
        string path = Path.Combine(_folder.Folder, name);
        using var writer = AudioWriter.Open(path, 2, Track.Rate);
        writer.Write(sound[0], sound[1]);
        writer.Commit();
        return path;
    }

    private string Written(string name, byte[] bytes)
    {
        string path = Path.Combine(_folder.Folder, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    // 32-bit float WAV.
    private static byte[] SixChannels(float[][] sound)
    {
        const int channels = 6;
        using var stream = new MemoryStream();
        using var w = new BinaryWriter(stream);
        int bytes = sound[0].Length * channels * sizeof(float);
        w.Write("RIFF"u8);
        w.Write(36 + bytes);
        w.Write("WAVEfmt "u8);
        w.Write(16);
        w.Write((short)3);
        w.Write((short)channels);
        w.Write(Track.Rate);
        w.Write(Track.Rate * channels * sizeof(float));
        w.Write((short)(channels * sizeof(float)));
        w.Write((short)32);
        w.Write("data"u8);
        w.Write(bytes);
        for (int i = 0; i < sound[0].Length; i++)
        {
            for (int channel = 0; channel < channels; channel++)
                w.Write(channel < 2 ? sound[channel][i] : 0f);
        }

        return stream.ToArray();
    }
}
