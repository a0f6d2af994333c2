using System.Diagnostics;
using System.Runtime.ExceptionServices;
using SemanticEq.Audio;
using SemanticEq.Host.Audio;
using SemanticEq.Host.Hosting;
using SemanticEq.Vst3;

namespace SemanticEq.Host.Rendering;

/// <summary>How time runs while rendering.</summary>
public enum Pace
{
    /// <summary>Offline: the plug-in may wait for what it needs.</summary>
    Offline,

    /// <summary>Live: each block when its last sample would have come in.</summary>
    Live,

    /// <summary>The plug-in's live mode, as fast as it goes.</summary>
    LiveUnpaced,
}

/// <summary>What to render.</summary>
/// <param name="Input">Mono or stereo.</param>
/// <param name="Output">Opened with the input's channels and rate; null where it is only heard.</param>
/// <param name="Settings">Values from the start, 0 to 1, by parameter.</param>
/// <param name="Lanes">Values over time; they begin with their own initial values.</param>
/// <param name="Blocks">How long the blocks are.</param>
/// <param name="Pace">How time runs.</param>
public sealed record RenderJob(
    AudioReader Input,
    AudioWriter? Output,
    IReadOnlyDictionary<uint, double> Settings,
    IReadOnlyList<AutomationLane> Lanes,
    BlockSizes Blocks,
    Pace Pace)
{
    /// <summary>Hears the input.</summary>
    public ISignalListener? Before { get; init; }

    /// <summary>Hears the output.</summary>
    public ISignalListener? After { get; init; }

    /// <summary>Told how many samples are done, after each block.</summary>
    public Action<long>? Progress { get; init; }
}

/// <summary>What came of it.</summary>
/// <param name="Samples">Samples a channel, in as out.</param>
/// <param name="Blocks">Calls of process.</param>
/// <param name="ProcessSeconds">Time within them.</param>
/// <param name="TotalSeconds">Time from the first block to the last, files and analysis included.</param>
/// <param name="TwinDecodes">As the plug-in reported them.</param>
public sealed record RenderOutcome(long Samples, long Blocks, double ProcessSeconds, double TotalSeconds, long TwinDecodes);

/// <summary>Runs an audio file through a plug-in, as a DAW plays or exports it. One instance renders once.</summary>
public sealed class Renderer(PluginInstance plugin, RenderJob job, CancellationToken cancellation)
{
    private const string TwinDecodes = "Twin decodes";

    private readonly HostedParameter? _twinDecodes = plugin.Parameters.FirstOrDefault(p => p.Title == TwinDecodes);
    private long _twinCount;
    private long _processTicks;
    private long _read;
    private long _position;
    private long _written;
    private long _blocks;

    /// <summary>Renders to the end of the input; the output is not committed.</summary>
    /// <exception cref="UserError">The plug-in or a file fails.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public RenderOutcome Run()
    {
        var setup = new ProcessSetup(
            job.Pace == Pace.Offline ? ProcessMode.Offline : ProcessMode.Realtime, false, job.Blocks.Maximum, job.Input.SampleRate);
        if (!plugin.SetChannels(job.Input.Channels))
            throw new UserError($"{plugin.Class.Name} can't process {job.Input.Channels} channel(s)");
        plugin.Setup(setup);
        foreach (var (id, normalized) in Initial())
            _ = plugin.SetNormalized(id, normalized);
        plugin.SetActive(true);
        using var block = new AudioBlock(plugin, job.Input.Channels, setup);
        long began = Stopwatch.GetTimestamp();
        if (job.Pace == Pace.Offline)
            RenderAll(block);
        else
            OnAudioThread(() => RenderAll(block));
        double total = Stopwatch.GetElapsedTime(began).TotalSeconds;
        plugin.SetActive(false);
        return new RenderOutcome(_written, _blocks, (double)_processTicks / Stopwatch.Frequency, total, _twinCount);
    }

    private IEnumerable<(uint Id, double Normalized)> Initial() => job.Settings
        .Where(setting => job.Lanes.All(lane => lane.Id != setting.Key)).Select(setting => (setting.Key, setting.Value))
        .Concat(job.Lanes.Select(lane => (lane.Id, lane.Initial)));

    // As in a DAW: a thread of its own, above the others, that does nothing else.
    private static void OnAudioThread(Action render)
    {
        ExceptionDispatchInfo? failure = null;
        var thread = new Thread(() =>
        {
            try
            {
                render();
            }
            catch (Exception e)
            {
                failure = ExceptionDispatchInfo.Capture(e);
            }
        })
        {
            Name = "audio",
            Priority = ThreadPriority.Highest,
        };
        thread.Start();
        thread.Join();
        failure?.Throw();
    }

    private void RenderAll(AudioBlock block)
    {
        plugin.SetProcessing(true);
        var clock = Stopwatch.StartNew();
        int skip = plugin.LatencySamples;
        bool ended = false;
        while (!ended || _written < _read)
        {
            cancellation.ThrowIfCancellationRequested();
            int wanted = job.Blocks.Next();
            int samples = ended ? (int)Math.Min(wanted, _read - _written + skip) : Read(block, wanted);
            if (samples == 0)
            {
                ended = true;
                continue;
            }
            if (ended)
                BeginSilence(block, samples);
            Process(block, samples, clock);
            int dropped = Math.Min(skip, samples);
            skip -= dropped;
            Write(block, dropped, samples);
            job.Progress?.Invoke(_written);
        }
        plugin.SetProcessing(false);
    }

    private int Read(AudioBlock block, int wanted)
    {
        block.Begin(wanted);
        int samples = job.Input.Read(block.Float(BusDirection.Input, 0), Right(block, BusDirection.Input));
        block.Begin(samples);
        if (samples > 0)
            job.Before?.Listen(block.Float(BusDirection.Input, 0), Right(block, BusDirection.Input));
        _read += samples;
        return samples;
    }

    private static void BeginSilence(AudioBlock block, int samples)
    {
        block.Begin(samples);
        for (int channel = 0; channel < block.Channels; channel++)
            block.Float(BusDirection.Input, channel).Clear();
    }

    private void Process(AudioBlock block, int samples, Stopwatch clock)
    {
        plugin.Listener.Queue(block.Changes);
        if (_blocks == 0)
        {
            foreach (var (id, normalized) in Initial())
                _ = block.Changes.For(id).Add(0, normalized);
        }
        foreach (var lane in job.Lanes)
            lane.Fill(block.Changes, _position, samples);
        _position += samples;
        if (job.Pace == Pace.Live)
            WaitUntil(_position / (double)job.Input.SampleRate, clock);
        long began = Stopwatch.GetTimestamp();
        bool ok = plugin.Process(block);
        _processTicks += Stopwatch.GetTimestamp() - began;
        _blocks++;
        if (!ok)
            throw new UserError($"{plugin.Class.Name} failed to process a block of {samples} samples");
        NoteReports(block.Reports);
    }

    private static void WaitUntil(double seconds, Stopwatch clock)
    {
        double left = seconds - clock.Elapsed.TotalSeconds;
        if (left >= 0.001)
            Thread.Sleep((int)(1000 * left));
    }

    private void NoteReports(ParameterChangeList reports)
    {
        for (int i = 0; i < reports.Count && _twinDecodes is not null; i++)
        {
            if (reports[i].Id == _twinDecodes.Id && reports[i].Count > 0)
                _twinCount = (long)Math.Round(plugin.ToPlain(_twinDecodes.Id, reports[i][reports[i].Count - 1].Normalized));
        }
    }

    private void Write(AudioBlock block, int from, int to)
    {
        // The tail's silence makes up for the latency: never more than came in.
        int count = (int)Math.Min(to - from, _read - _written);
        if (count <= 0)
            return;
        var left = block.Float(BusDirection.Output, 0).Slice(from, count);
        var right = block.Channels == 2 ? Right(block, BusDirection.Output).Slice(from, count) : default;
        job.After?.Listen(left, right);
        job.Output?.Write(left, right);
        _written += count;
    }

    private static Span<float> Right(AudioBlock block, BusDirection direction) => block.Channels == 2 ? block.Float(direction, 1) : default;
}
