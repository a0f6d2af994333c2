using SemanticEq.Audio;
using SemanticEq.Host.Audio;
using SemanticEq.Tests;

namespace SemanticEq.Host.Tests.Audio;

public class AudioFilesTests
{
    [Theory]
    [InlineData("a.wav", 0)]
    [InlineData("a", 0)]
    [InlineData("a.AIFF", 0)]
    [InlineData("a.caf", 0)]
    [InlineData("a.w64", 0)]
    [InlineData("a.flac", 1.2e-7)]
    public void What_is_written_is_read_back(string name, double tolerance)
    {
        using var folder = new Folder();
        foreach (int channels in new[] { 1, 2 })
        {
            var (path, signal) = folder.Noise(name, channels, 5000, 44100);
            using (var reader = AudioInput.Open(path))
                (reader.Channels, reader.SampleRate, reader.Frames).ShouldBe((channels, 44100, 5000L));
            float[][] read = Folder.ReadAll(path);
            for (int channel = 0; channel < channels; channel++)
            {
                for (int i = 0; i < 5000; i++)
                    Math.Abs((double)read[channel][i] - signal[channel][i]).ShouldBeLessThanOrEqualTo(tolerance);
            }
        }
    }

    [Fact]
    public void Vorbis_keeps_the_length()
    {
        using var folder = new Folder();
        var (path, _) = folder.Noise("a.ogg", 2, 50_000);
        Folder.ReadAll(path)[1].Length.ShouldBe(50_000);
    }

    [Fact]
    public void Float_files_hold_what_is_beyond_full_scale_and_others_clip_it_and_say_so()
    {
        using var folder = new Folder();
        foreach (string name in new[] { "a.wav", "a.flac" })
        {
            using var writer = AudioWriter.Open(folder[name], 1, 48000);
            writer.Write([0.5f, 1.5f, -3f, 1f], []);
            writer.Commit();
            writer.Peak.ShouldBe(3);
            writer.Clipped.ShouldBe(name == "a.wav" ? 0 : 2);
            float[] read = Folder.ReadAll(folder[name])[0];
            read[2].ShouldBe(name == "a.wav" ? -3f : -1f, 1e-6f);
        }
    }

    [Fact]
    public void The_same_samples_give_the_same_file_at_another_time()
    {
        using var folder = new Folder();
        byte[] first = File.ReadAllBytes(folder.Noise("a.wav", 2, 100).Path);
        Thread.Sleep(1100);
        File.ReadAllBytes(folder.Noise("a.wav", 2, 100).Path).ShouldBe(first);
    }

    [Theory]
    [InlineData(500_000_000, "RIFF")]
    [InlineData(540_000_000, "RF64")]
    public void A_wav_beyond_4_GiB_is_RF64(long frames, string magic)
    {
        using var folder = new Folder();
        using (var writer = AudioWriter.Open(folder["a.wav"], 2, 48000, frames))
        {
            writer.Write([0.5f, 2f], [-0.5f, -2f]);
            writer.Commit();
        }
        System.Text.Encoding.ASCII.GetString(File.ReadAllBytes(folder["a.wav"])[..4]).ShouldBe(magic);
        Folder.ReadAll(folder["a.wav"])[1].ShouldBe([-0.5f, -2f]);
    }

    [Fact]
    public void A_file_is_there_whole_or_not_at_all()
    {
        using var folder = new Folder();
        File.WriteAllText(folder["a.wav"], "old");
        using (var writer = AudioWriter.Open(folder["a.wav"], 1, 48000))
        {
            writer.Write([1f, 2f], []);
            File.ReadAllText(folder["a.wav"]).ShouldBe("old");
        }
        File.ReadAllText(folder["a.wav"]).ShouldBe("old");
        Directory.GetFiles(folder.Path).Length.ShouldBe(1, "the temporary file is gone");
    }

    [PosixFact]
    public void A_symbolic_link_stays_and_its_target_is_written()
    {
        using var folder = new Folder();
        Directory.CreateDirectory(folder["there"]);
        File.CreateSymbolicLink(folder["a.wav"], "there/b.wav");
        using (var writer = AudioWriter.Open(folder["a.wav"], 1, 48000))
        {
            writer.Write([0.25f], []);
            writer.Commit();
        }
        new FileInfo(folder["a.wav"]).LinkTarget.ShouldBe("there/b.wav");
        Folder.ReadAll(folder["there/b.wav"])[0].ShouldBe([0.25f]);
        Directory.GetFiles(folder["there"]).Length.ShouldBe(1);
    }

    [PosixFact]
    public void Pipes_are_neither_read_nor_replaced()
    {
        using var folder = new Folder();
        folder.Pipe("p.wav");
        Should.Throw<UserError>(() => AudioInput.Open(folder["p.wav"])).Message.ShouldContain("is a pipe or a device");
        Should.Throw<UserError>(() => AudioWriter.Open(folder["p.wav"], 1, 48000)).Message.ShouldContain("is a pipe or a device");
        SemanticEq.Ui.Platform.FileTarget.IsSpecial(folder["p.wav"]).ShouldBeTrue("it is still there");
    }

    [Fact]
    public void A_rate_that_the_encoder_refuses_leaves_nothing_behind()
    {
        using var folder = new Folder();
        Should.Throw<UserError>(() => AudioWriter.Open(folder["a.opus"], 1, 44100)).Message.ShouldContain("a.opus");
        Directory.GetFiles(folder.Path).ShouldBeEmpty();
    }

    [Fact]
    public void Samples_that_are_not_finite_are_counted_and_the_peak_is_of_the_others()
    {
        using var folder = new Folder();
        using var writer = AudioWriter.Open(folder["a.wav"], 1, 48000);
        writer.Write([float.NaN, 0.5f, float.NegativeInfinity], []);
        (writer.Peak, writer.NonFinite).ShouldBe((0.5, 2));
    }

    [Fact]
    public void Files_that_can_not_be_read_are_explained()
    {
        using var folder = new Folder();
        Should.Throw<UserError>(() => AudioInput.Open(folder["no.wav"])).Message.ShouldContain("no.wav does not exist");
        Should.Throw<UserError>(() => AudioInput.Open(folder.Path)).Message.ShouldContain("is a folder");
        Should.Throw<AudioFileException>(() => AudioInput.Open(folder.Text("t.wav", "hello"))).Message.ShouldContain("can't be read as audio");
        Should.Throw<AudioFileException>(() => AudioInput.Open(folder.Text("e.wav", ""))).Message.ShouldContain("can't be read as audio");
        File.WriteAllBytes(folder["6.wav"], SixChannelWav());
        Should.Throw<UserError>(() => AudioInput.Open(folder["6.wav"])).Message.ShouldContain("6 channels");
    }

    [Fact]
    public void Files_that_can_not_be_written_are_explained()
    {
        using var folder = new Folder();
        Should.Throw<UserError>(() => AudioWriter.Open(folder["a.mid"], 1, 48000)).Message.ShouldContain(".mid can't be written");
        Should.Throw<UserError>(() => AudioWriter.Open(folder["no/a.wav"], 1, 48000)).Message.ShouldContain("folder does not exist");
        Should.Throw<UserError>(() => AudioWriter.Open("", 1, 48000)).Message.ShouldContain("is empty");
        Should.Throw<UserError>(() => AudioWriter.Open(folder.Path, 1, 48000)).Message.ShouldContain("is a folder");
        Directory.GetFiles(folder.Path).ShouldBeEmpty();
    }

    [Fact]
    public void A_flac_that_is_cut_short_is_told_as_damaged_or_read_to_its_end()
    {
        using var folder = new Folder();
        var (path, _) = folder.Noise("a.flac", 2, 50_000);
        byte[] whole = File.ReadAllBytes(path);
        File.WriteAllBytes(folder["cut.flac"], whole[..(whole.Length / 2)]);
        int samples = -1;
        string? complaint = null;
        try
        {
            samples = Folder.ReadAll(folder["cut.flac"])[0].Length;
        }
        catch (Exception e) when (e is UserError or AudioFileException)
        {
            complaint = e.Message;
        }
        (complaint?.Contains("damaged", StringComparison.Ordinal) == true || samples is > 0 and < 50_000).ShouldBeTrue($"{samples} samples, {complaint}");
    }

    // 16-bit PCM, six channels, one frame.
    private static byte[] SixChannelWav()
    {
        using var stream = new MemoryStream();
        using var w = new BinaryWriter(stream);
        w.Write("RIFF"u8);
        w.Write(36 + 12);
        w.Write("WAVEfmt "u8);
        w.Write(16);
        w.Write((short)1);
        w.Write((short)6);
        w.Write(48000);
        w.Write(48000 * 12);
        w.Write((short)12);
        w.Write((short)16);
        w.Write("data"u8);
        w.Write(12);
        w.Write(new byte[12]);
        w.Flush();
        return stream.ToArray();
    }
}
