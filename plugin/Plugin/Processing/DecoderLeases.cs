using SemanticEq.Inference;

namespace SemanticEq.Plugin;

/// <summary>
/// One instance's share of the decode workers: of each model that it plays a lease, and while it is active a channel and a pipeline.
/// A state that brings another model finds its pipeline made; the one before stays open until the instance is switched off, since the
/// audio thread may still be in it. Any thread but the audio thread: not all hosts load states on their main thread.
/// </summary>
/// <param name="errand">What the workers do once when the audio thread asks.</param>
internal sealed class DecoderLeases(Action errand) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<BundledModel, SharedDecoding> _shared = [];
    private readonly Dictionary<BundledModel, (DecodeChannel Channel, DecodePipeline Pipeline)> _open = [];

    /// <summary>A model's pipeline for this activation.</summary>
    /// <param name="model">The model.</param>
    /// <param name="isOffline">Whether its answers are waited for.</param>
    public DecodePipeline Open(BundledModel model, bool isOffline)
    {
        lock (_gate)
        {
            if (!_shared.TryGetValue(model, out var shared))
                _shared[model] = shared = SharedDecoding.Join(model.Folder, model.Path, Bundle.OnnxRuntime);
            if (!_open.TryGetValue(model, out var open))
            {
                // A channel of its own for each activation: nothing of the last one's lies in its rings, and none is looked at while inactive.
                var channel = shared.Open();
                channel.Errand = errand;
                _open[model] = open = (channel, new DecodePipeline(model.Vocabulary, channel, new DecoderTwin(model.Folder)));
            }
            open.Channel.Offline = isOffline;
            return open.Pipeline;
        }
    }

    /// <summary>What decodes a model's places; null before its first pipeline was opened and looked at.</summary>
    public DecoderStatus? StatusOf(BundledModel model)
    {
        lock (_gate)
            return _shared.TryGetValue(model, out var shared) ? shared.Status : null;
    }

    /// <summary>Closes all channels. While inactive.</summary>
    public void Close()
    {
        lock (_gate)
        {
            foreach (var (model, open) in _open)
                _shared[model].Close(open.Channel);
            _open.Clear();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Close();
        lock (_gate)
        {
            foreach (var shared in _shared.Values)
                shared.Leave();
            _shared.Clear();
        }
    }
}
