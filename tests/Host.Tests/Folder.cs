using SemanticEq.Host.Audio;

namespace SemanticEq.Host.Tests;

/// <summary>A folder of its own for a test's files, gone with it.</summary>
internal sealed class Folder : IDisposable
{
    private readonly DirectoryInfo _info = Directory.CreateTempSubdirectory("semantic-eq-tests-");

    public string Path => _info.FullName;

    public string this[string name] => System.IO.Path.Combine(Path, name);

    /// <summary>Writes text and gives its path.</summary>
    public string Text(string name, string content)
    {
        File.WriteAllText(this[name], content);
        return this[name];
    }

    /// <summary>Makes a named pipe and gives its path.</summary>
    public string Pipe(string name)
    {
        using var mkfifo = System.Diagnostics.Process.Start("mkfifo", [this[name]]);
        mkfifo.WaitForExit();
        return this[name];
    }

    /// <summary>Writes seeded noise with the audio writer and gives its path and samples.</summary>
    public (string Path, float[][] Samples) Noise(string name, int channels, int samples, int rate = 48000, double level = 0.5)
    {
        var random = new Random(17);
        float[][] signal = [.. Enumerable.Range(0, channels).Select(_ => (float[])[.. Enumerable.Range(0, samples).Select(_ => (float)(level * ((2 * random.NextDouble()) - 1)))])];
        using var writer = AudioWriter.Open(this[name], channels, rate);
        writer.Write(signal[0], channels == 2 ? signal[1] : []);
        writer.Commit();
        return (this[name], signal);
    }

    /// <summary>All samples of a file, a row a channel.</summary>
    public static float[][] ReadAll(string path)
    {
        using var reader = AudioInput.Open(path);
        float[][] block = [new float[997], new float[997]];
        List<float>[] all = [[], []];
        int got;
        while ((got = reader.Read(block[0], block[1])) > 0)
        {
            for (int channel = 0; channel < reader.Channels; channel++)
                all[channel].AddRange(block[channel].AsSpan(0, got));
        }
        return [.. all.Take(reader.Channels).Select(channel => channel.ToArray())];
    }

    public void Dispose()
    {
        try
        {
            _info.Delete(recursive: true);
        }
        catch (UnauthorizedAccessException) when (OperatingSystem.IsWindows())
        {
            // A plug-in stays loaded, and a library that is loaded stays on the disk.
        }
    }
}
