using System.Diagnostics;
using SemanticEq.Audio;
using SemanticEq.Host.Audio;
using SemanticEq.Host.Hosting;
using SemanticEq.Vst3;

namespace SemanticEq.Host.Windows;

/// <summary>What to play while an editor is open.</summary>
/// <param name="Input">An audio file; null for silence.</param>
/// <param name="Loops">Whether it begins anew at its end; else silence follows.</param>
/// <param name="Recording">Where what comes out goes; null for nowhere.</param>
/// <param name="Initial">Values from the start, 0 to 1, by parameter.</param>
internal sealed record LiveJob(string? Input, bool Loops, string? Recording, IReadOnlyDictionary<uint, double> Initial);

/// <summary>
/// A plug-in at work at the pace of real time on a thread of its own, as in a DAW; what comes out goes to no sound card. Made, started and
/// disposed of on the main thread.
/// </summary>
internal sealed class LivePlayer : IDisposable
{
    private const int BlockSamples = 512;
    private const int SilenceRate = 48000;

    private readonly PluginInstance _plugin;
    private readonly LiveJob _job;
    private readonly LevelMeter _before = new(), _after = new();
    private readonly Lock _gate = new();
    private readonly Dictionary<uint, double> _reports = [];
    private readonly AudioWriter? _recording;
    private readonly AudioBlock _block;
    private readonly Thread _thread;
    private readonly int _rate;
    private AudioReader? _reader;
    private Exception? _failure;
    private volatile bool _stops;

    /// <summary>Sets the plug-in up and switches it on; <see cref="Start"/> begins to play.</summary>
    /// <exception cref="UserError">A file or the plug-in refuses.</exception>
    public LivePlayer(PluginInstance plugin, LiveJob job)
    {
        _plugin = plugin;
        _job = job;
        _reader = job.Input is null ? null : AudioInput.Open(job.Input);
        _rate = _reader?.SampleRate ?? SilenceRate;
        int channels = _reader?.Channels ?? 2;
        var setup = new ProcessSetup(ProcessMode.Realtime, false, BlockSamples, _rate);
        if (!plugin.SetChannels(channels))
            throw new UserError($"{plugin.Class.Name} can't process {channels} channel(s)");
        plugin.Setup(setup);
        plugin.SetActive(true);
        _block = new AudioBlock(plugin, channels, setup);
        _recording = job.Recording is null ? null : AudioWriter.Open(job.Recording, channels, _rate);
        _thread = new Thread(Run) { Name = "audio", Priority = ThreadPriority.Highest };
    }

    /// <summary>Begins to play.</summary>
    public void Start() => _thread.Start();

    /// <summary>Mean-square levels in dB of full scale since the last call: what went in, and what came out.</summary>
    public (double InDb, double OutDb) TakeLevels()
    {
        lock (_gate)
            return (_before.Take(), _after.Take());
    }

    /// <summary>Brings what the processor has reported to the controller, as hosts do.</summary>
    /// <exception cref="UserError">Playing has failed.</exception>
    public void BringReports()
    {
        if (_failure is { } failure)
            throw failure as UserError ?? new UserError(failure.Message, failure);
        lock (_gate)
        {
            foreach (var (id, normalized) in _reports)
                _ = _plugin.SetNormalized(id, normalized);
            _reports.Clear();
        }
    }

    /// <summary>Stops, and finishes the recording.</summary>
    public void Dispose()
    {
        _stops = true;
        if (_thread.ThreadState != System.Threading.ThreadState.Unstarted)
            _thread.Join();
        _plugin.SetActive(false);
        if (_failure is null)
            _recording?.Commit();
        _recording?.Dispose();
        _reader?.Dispose();
        _block.Dispose();
    }

    private void Run()
    {
        try
        {
            Play();
        }
        catch (Exception e)
        {
            _failure = e;
        }
    }

    private void Play()
    {
        _plugin.SetProcessing(true);
        long began = Stopwatch.GetTimestamp();
        for (long blocks = 0; !_stops; blocks++)
        {
            Fill();
            _plugin.Listener.Queue(_block.Changes);
            for (int i = 0; blocks == 0 && i < _job.Initial.Count; i++)
                _ = _block.Changes.For(_job.Initial.Keys.ElementAt(i)).Add(0, _job.Initial.Values.ElementAt(i));
            if (!_plugin.Process(_block))
                throw new UserError($"{_plugin.Class.Name} failed to process a block");
            Note();
            double wait = ((blocks + 1.0) * BlockSamples / _rate) - Stopwatch.GetElapsedTime(began).TotalSeconds;
            if (wait >= 0.001)
                Thread.Sleep((int)(1000 * wait));
        }
        _plugin.SetProcessing(false);
    }

    private void Fill()
    {
        _block.Begin(BlockSamples);
        int got = Read(0);
        if (got < BlockSamples && _job is { Loops: true, Input: { } input } && _reader is { Frames: > 0 })
        {
            _reader.Dispose();
            _reader = AudioInput.Open(input);
            got += Read(got);
        }
        for (int channel = 0; channel < _block.Channels; channel++)
            _block.Float(BusDirection.Input, channel)[got..].Clear();
    }

    private int Read(int from) => _reader is null ? 0 : _reader.Read(
        _block.Float(BusDirection.Input, 0)[from..], _block.Channels == 2 ? _block.Float(BusDirection.Input, 1)[from..] : default);

    private void Note()
    {
        lock (_gate)
        {
            for (int channel = 0; channel < _block.Channels; channel++)
            {
                _before.Add(_block.Float(BusDirection.Input, channel));
                _after.Add(_block.Float(BusDirection.Output, channel));
            }
            for (int i = 0; i < _block.Reports.Count; i++)
            {
                if (_block.Reports[i] is { Count: > 0 } points)
                    _reports[points.Id] = points[points.Count - 1].Normalized;
            }
        }
        _recording?.Write(_block.Float(BusDirection.Output, 0), _block.Channels == 2 ? _block.Float(BusDirection.Output, 1) : default);
    }
}
