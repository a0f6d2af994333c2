using SemanticEq.Host.Hosting;

namespace SemanticEq.Host.Commands;

/// <summary>A bundle, its library and one instance, for the length of a command.</summary>
internal sealed class PluginSession : IDisposable
{
    private PluginSession(PluginBundle bundle, PluginLibrary library)
    {
        Bundle = bundle;
        Library = library;
        Plugin = PluginInstance.Create(library);
    }

    public PluginBundle Bundle { get; }

    public PluginLibrary Library { get; }

    public PluginInstance Plugin { get; }

    /// <summary>Opens the bundle named, or the one that is found.</summary>
    /// <exception cref="UserError">There is none, or it can't be used.</exception>
    public static PluginSession Open(string? named)
    {
        var bundle = PluginBundle.Find(named);
        var library = PluginLibrary.Open(bundle);
        try
        {
            return new PluginSession(bundle, library);
        }
        catch
        {
            library.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        Plugin.Dispose();
        Library.Dispose();
    }
}
