using SemanticEq.Audio;
using SemanticEq.Dsp;

namespace SemanticEq.Host.Listening;

/// <summary>Listens to a file from its start to its end, in one pass and in memory that grows with its windows only.</summary>
internal sealed class FileListener
{
    private const int BlockSamples = 16384;

    private readonly AudioReader _reader;
    private readonly TrackSpectrum _track;
    private readonly Loudness _loudness;
    private readonly TruePeak _peak;
    private readonly List<TrackWindow> _windows = [];
    private long _nonFinite;
    private long _samples;

    private FileListener(AudioReader reader, WindowLength window)
    {
        _reader = reader;
        _track = new TrackSpectrum(reader.SampleRate, reader.Channels, window.Seconds, window.HopSeconds);
        _loudness = new Loudness(reader.SampleRate);
        _peak = new TruePeak(reader.SampleRate);
    }

    /// <summary>Listens.</summary>
    /// <param name="path">As the user wrote it.</param>
    /// <param name="reader">The open file; it is read to its end.</param>
    /// <param name="window">How long windows are, and how far apart.</param>
    /// <param name="progress">Told how many frames are done.</param>
    /// <param name="cancellation">Cancelled when the user interrupts.</param>
    /// <exception cref="UserError">The file is damaged.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static HeardTrack Listen(string path, AudioReader reader, WindowLength window, Action<long>? progress, CancellationToken cancellation)
    {
        var listener = new FileListener(reader, window);
        listener.ReadAll(progress, cancellation);
        return listener.Tell(path);
    }

    private void ReadAll(Action<long>? progress, CancellationToken cancellation)
    {
        float[] left = new float[BlockSamples], right = new float[_reader.Channels == 2 ? BlockSamples : 0];
        for (int count; (count = _reader.Read(left, right)) > 0; progress?.Invoke(_samples))
        {
            cancellation.ThrowIfCancellationRequested();
            _samples += count;
            var second = _reader.Channels == 2 ? right.AsSpan(0, count) : default;
            PushSpectrum(left.AsSpan(0, count), second);
            Silence(left.AsSpan(0, count));
            Silence(second);
            _loudness.Push<float>(left.AsSpan(0, count), second);
            _peak.Push<float>(left.AsSpan(0, count), second);
        }

        while (_track.Finish())
            AddWindow();
    }

    // It is told what is no number, and learns nothing from it.
    private void PushSpectrum(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        while (_track.PushToWindow(ref left, ref right))
            AddWindow();
    }

    private void AddWindow()
    {
        float[] spectrum = new float[CommonGrid.Count];
        _windows.Add(new TrackWindow(_track.WindowStartSeconds, _track.WindowEndSeconds, _track.WindowLufs, _track.TryReadWindow(spectrum) ? spectrum : null));
    }

    private void Silence(Span<float> samples)
    {
        foreach (ref float sample in samples)
        {
            if (float.IsFinite(sample))
                continue;
            sample = 0;
            _nonFinite++;
        }
    }

    private HeardTrack Tell(string path)
    {
        float[] spectrum = new float[CommonGrid.Count];
        bool isHeard = _track.TryRead(spectrum);
        double? shortTerm = Finite(_loudness.HighestShortTermLufs);
        return new HeardTrack
        {
            Path = path,
            SampleRate = _reader.SampleRate,
            Channels = _reader.ChannelsOfFile,
            Samples = _samples,
            NonFinite = _nonFinite,
            SpectrumDb = isHeard ? spectrum : null,
            SecondsHeard = _track.SecondsHeard,
            IntegratedLufs = Finite(_loudness.IntegratedLufs),
            HighestShortTermLufs = shortTerm,
            RangeLu = shortTerm is null ? null : _loudness.RangeLu(),
            TruePeakDb = Finite(_peak.HighestDb),
            Windows = _windows,
        };
    }

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;
}
