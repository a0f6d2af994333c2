using SemanticEq.Audio;
using SemanticEq.Ui.Platform;

namespace SemanticEq.Host.Audio;

/// <summary>
/// Writes an audio file beside its final place and moves it there when it is whole: nobody ever finds half a file.
/// </summary>
public sealed unsafe class AudioWriter : IDisposable
{
    private const double VorbisQuality = 0.8;

    private readonly string _path;
    private readonly string _target;
    private readonly string _temporary;
    private readonly int _channels;
    private readonly bool _holdsOver;
    private nint _file;
    private WrittenFile? _written;
    private float[] _interleaved = [];

    private AudioWriter(string path, int channels, int format)
    {
        _path = path;
        _target = FileTarget.Resolve(path);
        // Short, whatever the length of the final name, so that it cannot be refused for its own.
        _temporary = Path.Combine(Path.GetDirectoryName(_target)!, $".semantic-eq-{Guid.NewGuid():N}.part");
        _channels = channels;
        _holdsOver = AudioFormats.HoldsOver(format);
    }

    /// <summary>The largest finite magnitude written.</summary>
    public double Peak { get; private set; }

    /// <summary>Samples written that are no number or infinite.</summary>
    public long NonFinite { get; private set; }

    /// <summary>Samples that the format had to clip.</summary>
    public long Clipped { get; private set; }

    /// <summary>Opens a file to be written; its extension says the format.</summary>
    /// <param name="path">Where it goes when it is whole.</param>
    /// <param name="channels">1 or 2.</param>
    /// <param name="sampleRate">In Hz.</param>
    /// <param name="expectedFrames">Samples a channel to come, 0 where that is not known.</param>
    /// <exception cref="UserError">It can't be.</exception>
    public static AudioWriter Open(string path, int channels, int sampleRate, long expectedFrames = 0)
    {
        OutputPath.Check(path, "OUT");
        int format = AudioFormats.Of(path, expectedFrames * channels);
        if (!AudioFormats.CanWrite(format, channels, sampleRate))
            throw new UserError($"{path}: this format can't hold {channels} channels at {sampleRate} Hz");
        var writer = new AudioWriter(path, channels, format);
        try
        {
            writer.Create(format, sampleRate);
            return writer;
        }
        catch
        {
            // The file is made first, and then libsndfile finds out what the encoder refuses.
            writer.Dispose();
            throw;
        }
    }

    /// <summary>Appends frames, one span a channel.</summary>
    /// <exception cref="UserError">The disk is full, or the like.</exception>
    public void Write(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        int frames = left.Length;
        if (_interleaved.Length < frames * _channels)
            _interleaved = new float[frames * _channels];
        for (int i = 0; i < frames; i++)
        {
            _interleaved[i * _channels] = left[i];
            if (_channels == 2)
                _interleaved[(2 * i) + 1] = right[i];
        }
        Measure(_interleaved.AsSpan(0, frames * _channels));
        fixed (float* samples = _interleaved)
        {
            if (Sndfile.WriteFrames(_file, samples, frames) != frames || _written!.Refusal is not null)
                throw Refusal(Sndfile.Describe(_file));
        }
    }

    /// <summary>Closes the file and moves it to its place.</summary>
    /// <exception cref="UserError">It can't be.</exception>
    public void Commit()
    {
        int closed = Sndfile.Close(_file);
        _file = 0;
        _written!.Dispose();
        if (closed != 0 || _written.Refusal is not null)
            throw Refusal($"error {closed} at its end");
        try
        {
            File.Move(_temporary, _target, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserError($"{_path} can't be written: {e.Message}", e);
        }
    }

    /// <summary>Closes; what was not committed is gone.</summary>
    public void Dispose()
    {
        if (_file != 0)
            _ = Sndfile.Close(_file);
        _file = 0;
        _written?.Dispose();
        File.Delete(_temporary);
    }

    private void Create(int format, int sampleRate)
    {
        var info = new Sndfile.Info { Channels = _channels, SampleRate = sampleRate, Format = format };
        try
        {
            _written = new WrittenFile(_temporary);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Refusal(e is IOException refused ? WriteFailure.Explain(refused) : $"the system refuses access to \"{Path.GetDirectoryName(_target)}\"");
        }
        _file = _written.Open(ref info);
        if (_file == 0)
            throw Refusal(Sndfile.Describe(0));
        // Without it integer formats wrap around at full scale.
        _ = Sndfile.Command(_file, Sndfile.SetClipping, null, 1);
        // It holds the time of day: the same render must give the same file.
        _ = Sndfile.Command(_file, Sndfile.SetAddPeakChunk, null, 0);
        double quality = VorbisQuality;
        if ((format & 0xFFFF) == Sndfile.Vorbis)
            _ = Sndfile.Command(_file, Sndfile.SetVbrQuality, &quality, sizeof(double));
    }

    private UserError Refusal(string described) =>
        new($"{_path} can't be written: {(_written?.Refusal ?? described).Replace(_temporary, _path, StringComparison.Ordinal)}");

    private void Measure(ReadOnlySpan<float> samples)
    {
        foreach (float sample in samples)
        {
            double magnitude = Math.Abs(sample);
            if (!double.IsFinite(magnitude))
            {
                NonFinite++;
                continue;
            }
            Peak = Math.Max(Peak, magnitude);
            if (magnitude > 1.0 && !_holdsOver)
                Clipped++;
        }
    }
}
