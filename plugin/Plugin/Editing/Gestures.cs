namespace SemanticEq.Plugin;

/// <summary>
/// Every edit of the window goes through here: to the effect, to the host in balanced gestures, and, as one step each, to whoever keeps
/// them. A gesture runs from the outermost beginning to its end; controls' gestures and groups may nest. What a host automates meanwhile
/// is no part of it. Main thread; values within a gesture allocate nothing.
/// </summary>
internal sealed class Gestures(SemanticEqEffect effect)
{
    private static readonly int Measure = ParameterTable.IndexOf(ParameterId.MeasureLoudness);
    private readonly int[] _open = new int[ParameterTable.Count];
    private readonly bool[] _isTouched = new bool[ParameterTable.Count];
    private readonly double[] _before = new double[ParameterTable.Count];
    private readonly double[] _latest = new double[ParameterTable.Count];
    private int _depth;
    private int _groups;
    private string? _name;
    private Vst3.IEffectHost? _host;
    private EditStep.Rest _restBefore;
    private TimeSpan _began;
    private bool _isToOffer;
    private bool _isKept = true;

    /// <summary>Called at the end of a gesture that has changed something: the step, and when it began.</summary>
    public Action<EditStep, TimeSpan>? Ended { get; set; }

    /// <summary>The preset that was loaded or saved last, or null; steps bring it back. Set within a gesture, it is a part of its step.</summary>
    public LoadedPreset? Preset { get; set; }

    /// <summary>Whether a gesture is under way.</summary>
    public bool IsOpen => _depth > 0;

    /// <summary>A steady clock.</summary>
    public TimeProvider Clock { get; set; } = TimeProvider.System;

    /// <summary>Now, on that clock.</summary>
    public TimeSpan Now => Clock.GetElapsedTime(0);

    /// <summary>A parameter's value as its user has it: during a gesture what was set last, whatever the audio thread has come to.</summary>
    public double Value(int index) => _open[index] > 0 && _isTouched[index] ? _latest[index] : effect.Values[index];

    /// <summary>A parameter's gesture begins.</summary>
    public void Begin(int index)
    {
        Enter(null);
        if (_open[index]++ == 0)
            _host?.BeginEdit(ParameterTable.At(index).Id);
    }

    /// <summary>A value of the gesture under way; without one, a gesture of its own.</summary>
    public void Set(int index, double normalized)
    {
        if (double.IsNaN(normalized))
            return;
        if (_open[index] == 0)
        {
            SetOnce(index, normalized);
            return;
        }
        uint id = ParameterTable.At(index).Id;
        normalized = Math.Clamp(normalized, 0.0, 1.0);
        if (!_isTouched[index])
        {
            _isTouched[index] = true;
            _before[index] = effect.Values[index];
        }
        else if (_latest[index] == normalized)
            return;
        _latest[index] = normalized;
        _ = effect.SetNormalized(id, normalized);
        if (_host is { } host)
            host.PerformEdit(id, normalized);
        else
            _isToOffer = true;
    }

    /// <summary>A parameter's gesture ends. Passed over where none has begun.</summary>
    public void End(int index)
    {
        if (_open[index] == 0)
            return;
        if (--_open[index] == 0)
            _host?.EndEdit(ParameterTable.At(index).Id);
        Leave();
    }

    /// <summary>A gesture of one value.</summary>
    public void SetOnce(int index, double normalized)
    {
        Begin(index);
        try
        {
            Set(index, normalized);
        }
        finally
        {
            End(index);
        }
    }

    /// <summary>Several gestures begin that are one step, for the host's undo too.</summary>
    /// <param name="name">For people.</param>
    public void BeginGroup(string name)
    {
        Enter(name);
        if (_groups++ == 0)
            _host?.BeginGroup();
    }

    /// <summary>Ends <see cref="BeginGroup"/>. Passed over where none has begun.</summary>
    public void EndGroup()
    {
        if (_groups == 0)
            return;
        if (--_groups == 0)
            _host?.EndGroup();
        Leave();
    }

    /// <summary>
    /// Sets values, phrases and preset as one group. Phrases come first: a word that is set to its phrase finds it there.
    /// </summary>
    /// <param name="name">For people.</param>
    /// <param name="step">What to set: each value's After.</param>
    /// <param name="isStep">Whether it is a step to be kept.</param>
    public void Apply(string name, EditStep step, bool isStep)
    {
        bool wasKept = _isKept;
        _isKept = isStep && wasKept;
        BeginGroup(name);
        try
        {
            Take(step);
        }
        finally
        {
            EndGroup();
            _isKept = wasKept;
        }
    }

    /// <summary>Without a host nobody brings values to the processor: hands over what was set since the last call.</summary>
    public void Flush()
    {
        if (_isToOffer)
            effect.OfferValues();
        _isToOffer = false;
    }

    /// <summary>Ends all that is under way, as when the window goes.</summary>
    public void EndAll()
    {
        for (int i = 0; i < _open.Length; i++)
        {
            while (_open[i] > 0)
                End(i);
        }
        while (_groups > 0)
            EndGroup();
    }

    /// <summary>What is under way is no step: other settings have come meanwhile.</summary>
    public void Forget()
    {
        Array.Clear(_isTouched);
        _restBefore = Rest();
    }

    // What the step has not changed may have been changed since without one: saving as a preset, a host's text.
    private void Take(EditStep step)
    {
        effect.RestorePhrases(step.Before.Phrases == step.After.Phrases ? effect.Phrases.Both : step.After.Phrases);
        if (step.Before.Preset != step.After.Preset)
            Preset = step.After.Preset;
        foreach (var value in step.Values.OrderBy(Turn))
            SetOnce(value.Index, value.After);
    }

    // Own bands are switched off before anything of them changes, and on after: neither what one was nor what it is on its way is heard.
    private static int Turn(EditStep.Value value)
    {
        uint id = ParameterTable.At(value.Index).Id;
        bool isSwitch = id is >= ParameterId.Own1On and < ParameterId.TwinDecodes
            && (id - ParameterId.Own1On) % ParameterId.BandStride == (uint)ParameterId.Own.On;
        return !isSwitch ? 1 : value.After < 0.5 ? 0 : 2;
    }

    private void Enter(string? name)
    {
        _name ??= name;
        if (_depth++ > 0)
            return;
        // One host for the whole of it, so that it hears the end of what it heard begin.
        _host = effect.Host;
        _began = Now;
        Forget();
    }

    private void Leave()
    {
        if (--_depth > 0)
            return;
        Flush();
        string? name = _name;
        _name = null;
        int count = 0;
        for (int i = 0; i < _isTouched.Length; i++)
            count += IsChanged(i) ? 1 : 0;
        var rest = Rest();
        if (count == 0 && rest != _restBefore)
            _host?.StateChanged();
        if (_isKept && (count > 0 || rest != _restBefore))
            Ended?.Invoke(Step(name, count, rest), _began);
        _host = null;
    }

    private EditStep Step(string? name, int count, in EditStep.Rest rest)
    {
        var values = new EditStep.Value[count];
        int next = 0;
        for (int i = 0; i < _isTouched.Length; i++)
        {
            if (IsChanged(i))
                values[next++] = new(i, _before[i], _latest[i]);
        }
        return new EditStep(name ?? (count > 0 ? HostedControl.NameOf(values[0].Index) : ""), values, _restBefore, rest);
    }

    private bool IsChanged(int index) => _isTouched[index] && index != Measure && !EffectSettings.AreSame(index, _before[index], _latest[index]);

    private EditStep.Rest Rest() => new(effect.Phrases.Both, Preset);
}
