using SemanticEq.Audio;
using SemanticEq.Plugin.Platform;

namespace SemanticEq.Plugin;

/// <summary>Listens to a recording on a thread of its own, so that no window waits for a disk. Main thread.</summary>
internal sealed class ReferenceReader
{
    private Reading? _reading;

    /// <summary>The file that is being listened to, as it is called; null for none.</summary>
    public string? Name => _reading?.Name;

    /// <summary>Begins with a file; what was begun before is given up.</summary>
    public void Begin(string path)
    {
        Cancel();
        _reading = new Reading(path);
    }

    /// <summary>Gives up what was begun. Waits for nothing: a slow disk's answer is not looked at.</summary>
    public void Cancel()
    {
        _reading?.Cancel();
        _reading = null;
    }

    /// <summary>What has become of it, once: a sound, or why there is none; null while it is not done. Allocates nothing.</summary>
    public (ReferenceSound? Sound, string? Problem)? Take()
    {
        if (_reading is not { Result: { } result })
            return null;
        _reading = null;
        return result;
    }

    private sealed class Reading
    {
        private readonly CancellationTokenSource _end = new();
        private readonly string _path;
        private Tuple<ReferenceSound?, string?>? _result;

        public Reading(string path)
        {
            (_path, Name) = (path, ReferenceSound.NameOf(path));
            new Thread(Run) { IsBackground = true, Name = "Semantic EQ reference" }.Start();
        }

        public string Name { get; }

        public (ReferenceSound? Sound, string? Problem)? Result => Volatile.Read(ref _result) is { } result ? (result.Item1, result.Item2) : null;

        public void Cancel() => _end.Cancel();

        // A thread of the host's process: an exception that left it would end that.
        private void Run()
        {
            Tuple<ReferenceSound?, string?> result;
            try
            {
                BackgroundThread.Lower();
                result = new(ReferenceSound.Read(_path, _end.Token), null);
            }
            catch (AudioFileException e)
            {
                result = new(null, e.Message);
            }
            catch (Exception e)
            {
                result = new(null, $"{Name} can't be read: {e.Message}");
            }
            Volatile.Write(ref _result, result);
        }
    }
}
