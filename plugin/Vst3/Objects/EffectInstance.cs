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

    /// <summary>The unit that the host or the user looks at; <see cref="Abi.UnitInfo.Root"/> at first. Main thread.</summary>
    public int SelectedUnit { get; set; }

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

    public bool HasParameter(uint id) => FindParameter(id) is not null;

    /// <summary>A unit with programs, or null where there is none.</summary>
    public ProgramUnit? FindUnit(int id)
    {
        for (int i = 0; i < effect.ProgramUnits.Count; i++)
        {
            if (effect.ProgramUnits[i].Id == id)
                return effect.ProgramUnits[i];
        }
        return null;
    }

    /// <summary>How many programs a unit's list has.</summary>
    public int CountPrograms(ProgramUnit unit) => FindParameter(unit.Parameter) is { } parameter ? parameter.StepCount + 1 : 0;

    /// <summary>The value that a program stands for, or null where there is none.</summary>
    public (uint Parameter, double Normalized)? FindProgram(int list, int program)
    {
        if (FindUnit(list) is not { } unit || CountPrograms(unit) is var count && (uint)program >= (uint)count)
            return null;
        return (unit.Parameter, count == 1 ? 0.0 : program / (count - 1.0));
    }

    private ParameterDescription? FindParameter(uint id)
    {
        var parameters = effect.Parameters;
        // By index: an enumerator would be allocated at each of a host's questions.
        for (int i = 0; i < parameters.Count; i++)
        {
            if (parameters[i].Id == id)
                return parameters[i];
        }
        return null;
    }

    public unsafe void Dispose()
    {
        SetHandler(null);
        effect.Dispose();
    }
}
