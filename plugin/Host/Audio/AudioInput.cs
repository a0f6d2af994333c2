using SemanticEq.Audio;
using SemanticEq.Ui.Platform;

namespace SemanticEq.Host.Audio;

/// <summary>An audio file that a user has named on the command line.</summary>
public static class AudioInput
{
    /// <summary>Opens it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="role">What it is called on the command line.</param>
    /// <param name="folds">Whether more than two channels are folded down, and not refused.</param>
    /// <exception cref="UserError">It is missing, or has more than two channels.</exception>
    /// <exception cref="AudioFileException">It is no audio.</exception>
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
        var reader = AudioReader.Open(path);
        if (reader.ChannelsOfFile is 1 or 2 || folds)
            return reader;
        int channels = reader.ChannelsOfFile;
        reader.Dispose();
        throw new UserError($"{path} has {channels} channels: only mono and stereo can be rendered");
    }
}
