using SemanticEq.Inference;

namespace SemanticEq.Plugin;

/// <summary>
/// A model version in the plug-in's own bundle: read once a process, on first need, and then kept (some hundred kB). New sessions
/// use the newest one, older sessions the one that made them. Main thread.
/// </summary>
internal sealed class BundledModel
{
    private static readonly Lock Gate = new();
    private static readonly Dictionary<string, BundledModel?> Tried = [];
    private static IReadOnlyList<string>? _versions;
    private static string? _problem;
    private PhraseReader? _reader;

    /// <summary>Reads it.</summary>
    /// <exception cref="ModelException">It can't be used.</exception>
    internal BundledModel(string path)
    {
        Path = path;
        Folder = ModelFolder.Load(path);
    }

    /// <summary>The newest one that can be used, or null where none can; <see cref="Problem"/> says what is wrong with a newer one.</summary>
    public static BundledModel? Newest
    {
        get
        {
            lock (Gate)
            {
                _versions ??= ModelVersions.In(Bundle.Models);
                // Where there is none at all, it is said which one is missing.
                return _versions.Count == 0 ? Load(ModelVersions.Newest(Bundle.Models))
                    : _versions.Select(version => Load(System.IO.Path.Combine(Bundle.Models, version))).FirstOrDefault(model => model != null);
            }
        }
    }

    /// <summary>Why a model can't be used, in one line; null where all that were wanted can.</summary>
    public static string? Problem
    {
        get
        {
            lock (Gate)
                return _problem;
        }
    }

    /// <summary>Where it was read from.</summary>
    public string Path { get; }

    /// <summary>The model.</summary>
    public ModelFolder Folder { get; }

    /// <summary>The words and macros.</summary>
    public Vocabulary Vocabulary => Folder.Vocabulary;

    /// <summary>The model that made a session, found by its hash; null where the bundle has it not.</summary>
    /// <param name="version">The folder in which it should be.</param>
    /// <param name="hash">As <see cref="ModelFolder.Hash"/> tells it.</param>
    public static BundledModel? Find(string? version, string? hash)
    {
        lock (Gate)
        {
            // From a file that anybody may have written: only what the bundle lists is a path.
            return version != null && hash != null && ModelVersions.In(Bundle.Models).Contains(version)
                && Load(System.IO.Path.Combine(Bundle.Models, version)) is { } model && model.Folder.Hash == hash ? model : null;
        }
    }

    /// <summary>
    /// Reads a phrase; the first one reads the table of words that nobody has set. Null where that can't be used any more, as when the
    /// bundle is replaced while a host has it open: then no phrase is understood, and sessions are still loaded and saved.
    /// </summary>
    public PhraseReading? Read(string text)
    {
        lock (Gate)
        {
            try
            {
                return (_reader ??= new PhraseReader(Folder)).Read(text);
            }
            catch (ModelException e)
            {
                _problem = e.Message;
                return null;
            }
        }
    }

    private static BundledModel? Load(string path)
    {
        if (Tried.TryGetValue(path, out var model))
            return model;
        try
        {
            model = new BundledModel(path);
            // A process's first collection, which sorts what lives long from reading's rubbish, holds every thread four times as
            // long as later ones: better now, before anything of ours plays.
            GC.Collect();
        }
        catch (ModelException e)
        {
            _problem = e.Message;
        }
        return Tried[path] = model;
    }
}
