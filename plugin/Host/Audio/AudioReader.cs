using SemanticEq.Ui.Platform;

namespace SemanticEq.Host.Audio;

/// <summary>An audio file of any format that libsndfile reads, as mono or stereo, read from its start to its end.</summary>
public sealed unsafe class AudioReader : IDisposable
{
    private readonly string _path;
    private readonly FoldDown? _fold;
    private nint _file;
    private float[] _interleaved = [];

    private AudioReader(string path, nint file, Sndfile.Info info)
    {
        _path = path;
        _file = file;
        ChannelsOfFile = info.Channels;
        Channels = Math.Min(info.Channels, 2);
        _fold = info.Channels > 2 ? new FoldDown(info.Channels) : null;
        SampleRate = info.SampleRate;
        Frames = info.Frames is > 0 and < long.MaxValue / 2 ? info.Frames : 0;
    }

    /// <summary>1 or 2.</summary>
    public int Channels { get; }

    /// <summary>What the file has; where it is more than <see cref="Channels"/>, they are folded down (see <see cref="FoldDown"/>).</summary>
    public int ChannelsOfFile { get; }

    /// <summary>In Hz.</summary>
    public int SampleRate { get; }

    /// <summary>Samples a channel as the file's header says; 0 where it does not know.</summary>
    public long Frames { get; }

    /// <summary>Opens a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="role">What it is called on the command line.</param>
    /// <param name="folds">Whether more than two channels are folded down, and not refused.</param>
    /// <exception cref="UserError">It is missing, no audio, or has more than two channels.</exception>
    public static AudioReader Open(string path, string role = "IN", bool folds = false)
    {
        if (path.Length == 0)
            throw new UserError($"{role} is empty: name the audio file to read");
        if (Directory.Exists(path))
            throw new UserError($"{path} is a folder, not an audio file");
        // Opening a pipe waits for whoever writes to it, perhaps for ever.
        if (FileTarget.IsSpecial(path))
            throw new UserError($"{path} is a pipe or a device, not an audio file: save it as a file first");
        if (!File.Exists(path))
            throw new UserError($"{path} does not exist");
        var info = default(Sndfile.Info);
        nint file = Sndfile.Open(path, Sndfile.Read, ref info);
        if (file == 0)
            throw new UserError($"{path} can't be read as audio: {Sndfile.Describe(0)}");
        var reader = new AudioReader(path, file, info);
        if (info.Channels is 1 or 2 || folds)
            return reader;
        reader.Dispose();
        throw new UserError($"{path} has {info.Channels} channels: only mono and stereo can be rendered");
    }

    /// <summary>Reads the next frames into one span a channel.</summary>
    /// <param name="left">Where the first channel goes; its length is what is asked for.</param>
    /// <param name="right">Where the second goes, of the same length; unused for mono.</param>
    /// <returns>Frames read; fewer than asked for at the end only.</returns>
    /// <exception cref="UserError">The file is damaged.</exception>
    public int Read(Span<float> left, Span<float> right)
    {
        int wanted = left.Length;
        if (_interleaved.Length < wanted * ChannelsOfFile)
            _interleaved = new float[wanted * ChannelsOfFile];
        long got;
        fixed (float* samples = _interleaved)
            got = Sndfile.ReadFrames(_file, samples, wanted);
        if (got < wanted && Sndfile.Error(_file) != 0)
            throw new UserError($"{_path} is damaged: {Sndfile.Describe(_file)}");
        _fold?.Apply(_interleaved, left[..(int)got], right[..(int)got]);
        for (int i = 0; i < got && _fold is null; i++)
        {
            left[i] = _interleaved[i * Channels];
            if (Channels == 2)
                right[i] = _interleaved[(2 * i) + 1];
        }
        return (int)got;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_file != 0)
            _ = Sndfile.Close(_file);
        _file = 0;
    }
}
