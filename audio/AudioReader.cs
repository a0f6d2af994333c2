namespace SemanticEq.Audio;

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

    /// <summary>Opens a file. Of a pipe it would wait for whoever writes to it: that is the caller's to rule out.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="AudioFileException">It is no audio, or the library that reads it is missing.</exception>
    public static AudioReader Open(string path)
    {
        var info = default(Sndfile.Info);
        nint file = Sndfile.Open(path, Sndfile.Read, ref info);
        return file != 0
            ? new AudioReader(path, file, info)
            : throw new AudioFileException($"{path} can't be read as audio: {Sndfile.Describe(0)}");
    }

    /// <summary>Reads the next frames into one span a channel.</summary>
    /// <param name="left">Where the first channel goes; its length is what is asked for.</param>
    /// <param name="right">Where the second goes, of the same length; unused for mono.</param>
    /// <returns>Frames read; fewer than asked for at the end only.</returns>
    /// <exception cref="AudioFileException">The file is damaged.</exception>
    public int Read(Span<float> left, Span<float> right)
    {
        int wanted = left.Length;
        if (_interleaved.Length < wanted * ChannelsOfFile)
            _interleaved = new float[wanted * ChannelsOfFile];
        long got;
        fixed (float* samples = _interleaved)
            got = Sndfile.ReadFrames(_file, samples, wanted);
        if (got < wanted && Sndfile.Error(_file) != 0)
            throw new AudioFileException($"{_path} is damaged: {Sndfile.Describe(_file)}");
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
