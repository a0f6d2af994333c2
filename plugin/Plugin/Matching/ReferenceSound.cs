using SemanticEq.Audio;
using SemanticEq.Dsp;
using SemanticEq.Ui.Platform;

namespace SemanticEq.Plugin;

/// <summary>What a recording sounds like that a track is to be like. Never changed.</summary>
/// <param name="Name">The file's name, on one line.</param>
/// <param name="Db">64 values in dB on the common grid, level-free.</param>
/// <param name="Seconds">How much sound was heard of it, in s.</param>
internal sealed record ReferenceSound(string Name, float[] Db, double Seconds)
{
    /// <summary>Of a longer file the beginning counts, in s: no song's balance is another one after that.</summary>
    public const double MostSeconds = 1200.0;

    private const int LowestRate = 8000, HighestRate = 384_000;
    private const int BlockFrames = 8192;
    private const int MostLetters = 100;

    /// <summary>How a file is called in phrases, buttons and messages.</summary>
    public static string NameOf(string path)
    {
        string name = PhraseText.Clean(Path.GetFileName(path)) ?? "the file";
        return name.Length <= MostLetters ? name : PhraseText.Clean(name[..(MostLetters - 1)] + "…")!;
    }

    /// <summary>Listens to a file, as fast as it goes: some seconds for an album's worth. Any thread.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <exception cref="AudioFileException">It is no audio, or nothing is heard in it; the message says which.</exception>
    /// <exception cref="OperationCanceledException">Ended early.</exception>
    public static ReferenceSound Read(string path, CancellationToken cancellation)
    {
        string name = NameOf(path);
        // To open a pipe waits until somebody writes to it.
        if (Directory.Exists(path) || FileTarget.IsSpecial(path))
            throw new AudioFileException($"{name} is no file. Drop an audio file or a preset.");
        using var reader = Open(path, name);
        if (reader.SampleRate is < LowestRate or > HighestRate)
            throw new AudioFileException($"{name} has {reader.SampleRate} samples a second; between 8,000 and 384,000 can be heard.");
        var learner = new TrackLearner(reader.SampleRate, reader.Channels, double.PositiveInfinity);
        Hear(reader, learner, name, cancellation);
        float[] db = new float[CommonGrid.Count];
        return learner.TryRead(db) && learner.SecondsHeard >= SideChainMatch.LeastSeconds
            ? new ReferenceSound(name, db, learner.SecondsHeard)
            : throw new AudioFileException($"{name} holds less than 3 s of sound. Match needs more to know how it is balanced.");
    }

    private static AudioReader Open(string path, string name)
    {
        try
        {
            return AudioReader.Open(path);
        }
        catch (AudioFileException e)
        {
            throw new AudioFileException(e.Message.Replace(path, name, StringComparison.Ordinal));
        }
    }

    private static void Hear(AudioReader reader, TrackLearner learner, string name, CancellationToken cancellation)
    {
        float[] left = new float[BlockFrames], right = new float[BlockFrames];
        try
        {
            for (double seconds = 0.0; seconds < MostSeconds; seconds += (double)BlockFrames / reader.SampleRate)
            {
                cancellation.ThrowIfCancellationRequested();
                int got = reader.Read(left, right);
                if (got == 0)
                    return;
                learner.Push<float>(left.AsSpan(0, got), reader.Channels == 2 ? right.AsSpan(0, got) : left.AsSpan(0, got));
            }
        }
        catch (AudioFileException)
        {
            throw new AudioFileException($"{name} is damaged. Open it in a player or an editor, and save it anew.");
        }
    }
}
