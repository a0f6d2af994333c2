namespace SemanticEq.Vst3.Objects;

/// <summary>The managed half of an <see cref="EffectObject"/>: the effect, the host's handler, and what the host has promised so far.</summary>
internal sealed class EffectInstance(Effect effect) : IDisposable
{
    private ComponentHandler? _handler;

    public Effect Effect => effect;

    /// <summary>The host's handler; null where it has set none. Main thread.</summary>
    public ComponentHandler? Handler => _handler;

    /// <summary>What was last set up; null before. Written on the main thread while inactive, read on the audio thread.</summary>
    public ProcessSetup? Setup { get; set; }

    /// <summary>Whether setActive(true) came last.</summary>
    public bool IsActive { get; set; }

    /// <summary>Takes the host's handler, or lets go of it where null.</summary>
    public unsafe void SetHandler(void* handler)
    {
        var old = _handler;
        _handler = handler == null ? null : new ComponentHandler(handler);
        effect.Host = _handler;
        old?.Dispose();
    }

    public int CountBuses(BusDirection direction)
    {
        int count = 0;
        for (int i = 0; i < effect.Buses.Count; i++)
            count += effect.Buses[i].Direction == direction ? 1 : 0;
        return count;
    }

    /// <summary>A bus, or null where there is none.</summary>
    public AudioBus? FindBus(int direction, int index)
    {
        for (int i = 0; i < effect.Buses.Count; i++)
        {
            if ((int)effect.Buses[i].Direction == direction && index-- == 0)
                return effect.Buses[i];
        }
        return null;
    }

    public bool HasParameter(uint id)
    {
        var parameters = effect.Parameters;
        // By index: an enumerator would be allocated at each of a host's questions.
        for (int i = 0; i < parameters.Count; i++)
        {
            if (parameters[i].Id == id)
                return true;
        }
        return false;
    }

    public unsafe void Dispose()
    {
        SetHandler(null);
        effect.Dispose();
    }
}
