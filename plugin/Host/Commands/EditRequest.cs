using SemanticEq.Host.Rendering;
using SemanticEq.Host.Windows;
using SemanticEq.Ui.Platform;

namespace SemanticEq.Host.Commands;

/// <summary>What a user asked of <c>edit</c>, as typed.</summary>
internal sealed record EditRequest
{
    private const int ReopenedForMilliseconds = 30;

    public string? Input { get; init; }

    public string[] Sets { get; init; } = [];

    public string? State { get; init; }

    public string? SaveState { get; init; }

    public string? Record { get; init; }

    public string? Picture { get; init; }

    public string? Size { get; init; }

    public double Scale { get; init; } = 1;

    public double? Seconds { get; init; }

    public bool Loops { get; init; }

    public bool LogsEdits { get; init; }

    public bool TakesCommands { get; init; }

    public string? Bundle { get; init; }

    public int Reopen { get; init; }

    public bool HasNoRunLoop { get; init; }

    public int SlownessMilliseconds { get; init; }

    public bool DestroysParentFirst { get; init; }

    public int Neighbours { get; init; }

    /// <summary>Plays, shows, and saves what was asked for at the end.</summary>
    /// <exception cref="UserError">Something asked for can't be done.</exception>
    public void Run(CancellationToken cancellation)
    {
        if (Scale is not (>= 0.5 and <= 4))
            throw new UserError("--scale goes from 0.5 to 4");
        var manner = new HostManner
        {
            Size = Size is null ? null : EditCommands.ParseSize(Size),
            Scale = Scale,
            HasNoRunLoop = HasNoRunLoop,
            DestroysParentFirst = DestroysParentFirst,
        };
        byte[]? state = State is null ? null : ReadState(State);
        using var plugin = PluginSession.Open(Bundle);
        if (state is not null && !plugin.Plugin.LoadState(state))
            throw new UserError($"{State} is no state that {plugin.Plugin.Class.Name} reads");
        var settings = new ParameterSettings(plugin.Plugin);
        foreach (string assignment in Sets)
            settings.Set(assignment);
        settings.Apply();
        if (LogsEdits)
            plugin.Plugin.Listener.Log = new EditLog(plugin.Plugin, Console.Out);
        using var loop = new RunLoop { SlownessMilliseconds = Math.Max(0, SlownessMilliseconds) };
        using (var neighbours = Neighbours > 0 ? new Neighbours(plugin.Library, loop, Neighbours) : null)
        using (var session = new EditSession(plugin.Library, plugin.Plugin, new LiveJob(Input, Loops, Record, settings.Values), manner, loop)
        {
            Neighbours = neighbours,
        })
            Show(session, cancellation);
        if (SaveState is not null)
            Written(() => AtomicFile.Write(SaveState, plugin.Plugin.SaveState()));
    }

    private void Show(EditSession session, CancellationToken cancellation)
    {
        if (Reopen > 0)
            session.Reopen(Reopen, ReopenedForMilliseconds, cancellation);
        else
            session.Open();
        session.Describe();
        using var input = TakesCommands ? session.Loop.OpenInput() : null;
        if (input is not null)
            new EditCommands(session, input, cancellation).Listen(SystemWait.Input);
        if (Reopen == 0 || TakesCommands)
            session.Run(Seconds, cancellation);
        if (Picture is not null)
            Written(() => session.Editor?.Window.SavePicture(Picture));
    }

    private static void Written(Action write)
    {
        try
        {
            write();
        }
        catch (IOException e)
        {
            throw new UserError(e.Message, e);
        }
    }

    private static byte[] ReadState(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserError($"{path} can't be read: {e.Message}", e);
        }
    }
}
