using SemanticEq.Audio;
namespace SemanticEq.Host.Audio;

/// <summary>Which file format an extension means.</summary>
internal static class AudioFormats
{
    // A WAV's sizes are 32 bits: beyond 4 GiB it must be RF64 (EBU Tech 3306), which readers of WAV take by the same name.
    private const long MostWavSamples = ((1L << 32) - (1 << 16)) / sizeof(float);

    private static readonly Dictionary<string, int> Formats = new(StringComparer.OrdinalIgnoreCase)
    {
        [".wav"] = Sndfile.Wav | Sndfile.FloatSamples,
        [".w64"] = Sndfile.W64 | Sndfile.FloatSamples,
        [".rf64"] = Sndfile.Rf64 | Sndfile.FloatSamples,
        [".aif"] = Sndfile.Aiff | Sndfile.FloatSamples,
        [".aiff"] = Sndfile.Aiff | Sndfile.FloatSamples,
        [".caf"] = Sndfile.Caf | Sndfile.FloatSamples,
        [".flac"] = Sndfile.Flac | Sndfile.Pcm24,
        [".ogg"] = Sndfile.Ogg | Sndfile.Vorbis,
        [".opus"] = Sndfile.Ogg | Sndfile.Opus,
    };

    /// <summary>libsndfile's number for a path's extension; 32-bit float WAV where it has none.</summary>
    /// <param name="path">The file's name.</param>
    /// <param name="expectedSamples">Samples of all channels to come, 0 where that is not known.</param>
    /// <exception cref="UserError">The extension is not one that can be written.</exception>
    public static int Of(string path, long expectedSamples)
    {
        string extension = Path.GetExtension(path);
        if (extension.Length == 0 || extension.Equals(".wav", StringComparison.OrdinalIgnoreCase))
            extension = expectedSamples < MostWavSamples ? ".wav" : ".rf64";
        return Formats.TryGetValue(extension, out int format)
            ? format
            : throw new UserError($"{path}: {extension} can't be written; use one of {string.Join(' ', Formats.Keys)}");
    }

    /// <summary>Whether samples beyond full scale survive.</summary>
    public static bool HoldsOver(int format) => (format & 0xFFFF) == Sndfile.FloatSamples;

    /// <summary>Whether libsndfile can write it with so many channels at that rate.</summary>
    public static bool CanWrite(int format, int channels, int sampleRate) =>
        Sndfile.CanWrite(new Sndfile.Info { Channels = channels, SampleRate = sampleRate, Format = format });
}
