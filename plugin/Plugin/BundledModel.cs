using SemanticEq.Inference;

namespace SemanticEq.Plugin;

/// <summary>
/// The model in the plug-in's own bundle: read once a process, on first need, and then kept (some 200 kB). Main thread.
/// </summary>
internal static class BundledModel
{
    private static readonly Lock Gate = new();
    private static bool _tried;
    private static ModelFolder? _model;

    /// <summary>The model, or null where it can't be used; <see cref="Problem"/> then says why.</summary>
    public static ModelFolder? Current
    {
        get
        {
            lock (Gate)
            {
                if (_tried)
                    return _model;
                _tried = true;
                try
                {
                    _model = ModelFolder.Load(Bundle.ModelFolder);
                    // A process's first collection, which sorts what lives long from reading's rubbish, holds every thread four times as
                    // long as later ones: better now, before anything of ours plays.
                    GC.Collect();
                }
                catch (ModelException e)
                {
                    Problem = e.Message;
                }
                return _model;
            }
        }
    }

    /// <summary>Why there is no model, in one line; null where there is one.</summary>
    public static string? Problem { get; private set; }
}
