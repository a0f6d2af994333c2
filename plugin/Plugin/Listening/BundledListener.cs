using SemanticEq.Inference;

namespace SemanticEq.Plugin;

/// <summary>The newest listener in the plug-in's own bundle: read once a process, on first need, and then kept. Main thread.</summary>
internal static class BundledListener
{
    private static readonly Lock Gate = new();
    private static bool _isTried;
    private static ListenerModel? _model;
    private static string? _problem;

    /// <summary>It, or null where it can't be used: then nothing is listened to, and all else is as ever.</summary>
    public static ListenerModel? Newest
    {
        get
        {
            lock (Gate)
            {
                if (!_isTried)
                    Load();
                return _model;
            }
        }
    }

    /// <summary>Why it can't be used, in one line; null where it can or nobody has asked.</summary>
    public static string? Problem
    {
        get
        {
            lock (Gate)
                return _problem;
        }
    }

    /// <summary>Reads the newest one in a folder of listeners.</summary>
    /// <returns>It, or null and why it can't be used.</returns>
    internal static (ListenerModel? Model, string? Problem) Read(string listeners)
    {
        try
        {
            return (ListenerModel.Load(ModelVersions.Newest(listeners)), null);
        }
        catch (ModelException e)
        {
            return (null, e.Message);
        }
    }

    private static void Load()
    {
        _isTried = true;
        (_model, _problem) = Read(Path.Combine(Bundle.Models, "listeners"));
    }
}
