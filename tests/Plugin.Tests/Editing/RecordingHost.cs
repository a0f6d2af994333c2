using SemanticEq.Vst3;

namespace SemanticEq.Plugin.Tests.Editing;

/// <summary>A host that writes down what it is told, and what breaks the rules of telling.</summary>
internal sealed class RecordingHost : IEffectHost
{
    private readonly HashSet<uint> _open = [];
    private int _groups;

    public List<(uint Id, double Normalized)> Edits { get; } = [];

    public List<string> Offences { get; } = [];

    public int Groups { get; private set; }

    public int StateChanges { get; private set; }

    public List<(int Unit, int Program)> ProgramNames { get; } = [];

    public bool IsAtRest => _open.Count == 0 && _groups == 0;

    /// <summary>Whether edits are written down; what is written down is allocated.</summary>
    public bool IsRecording { get; set; } = true;

    /// <summary>Whether values are refused by an exception.</summary>
    public bool Failing { get; set; }

    public void BeginEdit(uint id) => Check(_open.Add(id), "begin within its gesture");

    public void PerformEdit(uint id, double normalized)
    {
        Check(_open.Contains(id), "edit outside a gesture");
        if (Failing)
            throw new InvalidOperationException("the host fails");
        if (IsRecording)
            Edits.Add((id, normalized));
    }

    public void EndEdit(uint id) => Check(_open.Remove(id), "end without beginning");

    public void BeginGroup()
    {
        Check(_groups == 0, "group within a group");
        _groups++;
        Groups++;
    }

    public void EndGroup()
    {
        _groups--;
        Check(_groups == 0, "group ended without beginning");
        Check(_open.Count == 0, "gesture beyond its group's end");
    }

    public void StateChanged() => StateChanges++;

    public void ProgramNamesChanged(int unit, int program) => ProgramNames.Add((unit, program));

    public void ParameterValuesChanged()
    {
    }

    private void Check(bool isGood, string offence)
    {
        if (!isGood)
            Offences.Add(offence);
    }
}
