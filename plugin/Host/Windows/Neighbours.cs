using System.Diagnostics;
using SemanticEq.Host.Hosting;
using SemanticEq.Vst3;

namespace SemanticEq.Host.Windows;

/// <summary>
/// More instances of a plug-in in the same process, as in a session with an equaliser on every track: all process on one thread at the pace of
/// real time, and some have their editors open where nobody looks. Most hear noise; two hear nothing, and show it. Made and disposed of on the main thread.
/// </summary>
internal sealed class Neighbours : IDisposable
{
    // Of every ten: windows that are open but hidden, that lie behind what is opened next, and that are seen but silent.
    private const int Hidden = 5, Covered = 3, Silent = 2;
    private const int BlockSamples = 512, Rate = 48000, Channels = 2;
    private const int Beyond = 710;
    private static readonly EditorSize WindowSize = new(640, 400);

    private readonly List<(PluginInstance Plugin, AudioBlock Block, bool IsSilent)> _instances = [];
    private readonly List<EditorWindow> _windows = [];
    private readonly Thread _thread;
    private readonly float[] _noise = new float[Rate];
    private volatile bool _stops;

    /// <summary>Opens them and begins to play.</summary>
    /// <param name="library">The plug-in's.</param>
    /// <param name="loop">The host's.</param>
    /// <param name="count">How many; the first ten have windows.</param>
    /// <exception cref="UserError">The plug-in refuses.</exception>
    public Neighbours(PluginLibrary library, RunLoop loop, int count)
    {
        _thread = new Thread(Play) { Name = "neighbours", Priority = ThreadPriority.Highest };
        var random = new Random(1);
        for (int i = 0; i < _noise.Length; i++)
            _noise[i] = 0.2f * ((2 * random.NextSingle()) - 1);
        try
        {
            for (int i = 0; i < count; i++)
                Add(library, isSilent: i is >= Hidden + Covered and < Hidden + Covered + Silent);
            _thread.Start();
            for (int i = 0; i < Math.Min(count, Hidden + Covered + Silent); i++)
                OpenWindow(_instances[i].Plugin, loop, i);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Shows one of their windows, or hides it.</summary>
    /// <exception cref="UserError">It has none.</exception>
    public void Show(int number, bool isShown)
    {
        var window = number >= 0 && number < _windows.Count ? _windows[number].Window : throw new UserError($"neighbour {number} has no window");
        if (isShown)
            window.Show();
        else
            window.Hide();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var window in _windows)
            window.Dispose();
        _stops = true;
        if (_thread.ThreadState != System.Threading.ThreadState.Unstarted)
            _thread.Join();
        foreach (var (plugin, block, _) in _instances)
        {
            plugin.SetActive(false);
            block.Dispose();
            plugin.Dispose();
        }
    }

    private void Add(PluginLibrary library, bool isSilent)
    {
        var plugin = PluginInstance.Create(library);
        var setup = new ProcessSetup(ProcessMode.Realtime, false, BlockSamples, Rate);
        if (!plugin.SetChannels(Channels))
            throw new UserError($"{plugin.Class.Name} can't process {Channels} channels");
        plugin.Setup(setup);
        plugin.SetActive(true);
        _instances.Add((plugin, new AudioBlock(plugin, Channels, setup), isSilent));
    }

    private void OpenWindow(PluginInstance plugin, RunLoop loop, int number)
    {
        bool isSilent = number >= Hidden + Covered;
        var manner = new HostManner { Size = WindowSize, Place = isSilent ? ((number - Hidden - Covered) * WindowSize.Width, Beyond) : (0, 0) };
        _windows.Add(new EditorWindow(plugin, loop, manner));
        if (number < Hidden)
            _windows[^1].Window.Hide();
    }

    private void Play()
    {
        foreach (var (plugin, _, _) in _instances)
            plugin.SetProcessing(true);
        long began = Stopwatch.GetTimestamp();
        for (long blocks = 0; !_stops; blocks++)
        {
            var noise = _noise.AsSpan((int)(blocks * BlockSamples % (Rate - BlockSamples)), BlockSamples);
            foreach (var (plugin, block, isSilent) in _instances)
            {
                block.Begin(BlockSamples);
                for (int channel = 0; channel < Channels; channel++)
                {
                    var input = block.Float(BusDirection.Input, channel);
                    if (isSilent)
                        input.Clear();
                    else
                        noise.CopyTo(input);
                }
                _ = plugin.Process(block);
            }
            double wait = ((blocks + 1.0) * BlockSamples / Rate) - Stopwatch.GetElapsedTime(began).TotalSeconds;
            if (wait >= 0.001)
                Thread.Sleep((int)(1000 * wait));
        }
        foreach (var (plugin, _, _) in _instances)
            plugin.SetProcessing(false);
    }
}
