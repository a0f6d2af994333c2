using System.Diagnostics;
using System.Globalization;
using SemanticEq.Host.Hosting;

namespace SemanticEq.Host.Windows;

/// <summary>Sound through a plug-in, and its editor on the screen, until its user closes it. Main thread.</summary>
internal sealed class EditSession : IDisposable
{
    private const int LongestWaitMilliseconds = 50;

    private readonly HostManner _manner;
    private readonly LivePlayer _player;

    /// <summary>Starts to play; the editor comes with <see cref="Open"/>.</summary>
    /// <exception cref="UserError">A file or the plug-in refuses.</exception>
    public EditSession(PluginLibrary library, PluginInstance plugin, LiveJob job, HostManner manner, RunLoop loop)
    {
        Plugins = library;
        Plugin = plugin;
        Loop = loop;
        _manner = manner;
        _player = new LivePlayer(plugin, job);
        _player.Start();
    }

    /// <summary>The plug-in's library.</summary>
    public PluginLibrary Plugins { get; }

    /// <summary>Other instances that play beside it; null for none.</summary>
    public Neighbours? Neighbours { get; init; }

    /// <summary>The plug-in.</summary>
    public PluginInstance Plugin { get; }

    /// <summary>The host's run loop.</summary>
    public RunLoop Loop { get; }

    /// <summary>What plays.</summary>
    public LivePlayer Player => _player;

    /// <summary>The editor, while it is open.</summary>
    public EditorWindow? Editor { get; private set; }

    /// <summary>The editor, which has to be open.</summary>
    /// <exception cref="UserError">It is closed.</exception>
    public EditorWindow OpenEditor => Editor ?? throw new UserError("the editor is closed");

    /// <summary>Whether it was told to end.</summary>
    public bool IsEnding { get; private set; }

    /// <summary>Opens the editor, if it is not.</summary>
    /// <exception cref="UserError">It does not come up.</exception>
    public void Open()
    {
        if (Editor is not null)
            return;
        Editor = new EditorWindow(Plugin, Loop, _manner);
        Editor.Window.KeyPressed = key => Console.WriteLine($"key {key}");
    }

    /// <summary>Says where the editor is, and how large.</summary>
    public void Describe()
    {
        if (Editor is not { } editor)
            return;
        var size = editor.View.Size;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"editor {size.Width}x{size.Height} in window {editor.Window.Id}, attached after {editor.AttachedInMilliseconds:0.0} ms, drawn after {editor.DrawnInMilliseconds:0.0} ms{(editor.View.CanResize ? ", resizable" : "")}"));
    }

    /// <summary>Closes the editor, if it is open.</summary>
    public void Close()
    {
        Editor?.Dispose();
        Editor = null;
    }

    /// <summary>Asks it to end at the next turn.</summary>
    public void End() => IsEnding = true;

    /// <summary>Opens and closes the editor again and again; tells what the process holds at each hundredth time.</summary>
    /// <exception cref="UserError">It does not come up.</exception>
    public void Reopen(int times, int openMilliseconds, CancellationToken cancellation)
    {
        var opened = new List<double>();
        for (int i = 1; i <= times && !cancellation.IsCancellationRequested; i++)
        {
            Close();
            Open();
            opened.Add(Editor!.DrawnInMilliseconds);
            Loop.TurnFor(openMilliseconds);
            Close();
            _player.BringReports();
            if (i % 100 == 0 || i == times)
                TellFigures(i, opened);
        }
    }

    /// <summary>Turns the loop until the user closes the window, time is up, or it is told to end.</summary>
    /// <exception cref="UserError">Playing has failed.</exception>
    public void Run(double? seconds, CancellationToken cancellation)
    {
        long began = Stopwatch.GetTimestamp();
        while (!IsEnding && !cancellation.IsCancellationRequested && Editor?.Window.IsClosed != true)
        {
            if (seconds is { } limit && Stopwatch.GetElapsedTime(began).TotalSeconds >= limit)
                return;
            Loop.Turn(LongestWaitMilliseconds);
            _player.BringReports();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Close();
        _player.Dispose();
    }

    private static void TellFigures(int times, List<double> opened)
    {
        opened.Sort();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"opened {times} times: {ProcessFigures.FileDescriptors} files, {ProcessFigures.ResidentMegabytes:0.0} MB, {ProcessFigures.Threads} threads; drawn after {opened[opened.Count / 2]:0.0} ms (median), {opened[opened.Count * 99 / 100]:0.0} ms (99th percentile)"));
    }
}
