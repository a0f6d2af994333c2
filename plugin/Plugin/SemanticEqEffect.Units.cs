using SemanticEq.Inference;
using SemanticEq.Vst3;

namespace SemanticEq.Plugin;

/// <summary>The words as a list of programs: word A is a unit of its own, and its slots are the unit's programs. Main thread.</summary>
internal sealed partial class SemanticEqEffect
{
    private const int AllPrograms = -1;

    // Word A is not flagged kIsProgramChange: hosts take such a parameter for a preset switch, and Ardour then lists no such parameter
    // at all, so that the main control could neither be seen nor automated there.
    private static readonly ProgramUnit WordUnit = new(1, "Word A", "Words", ParameterId.WordA);
    private static readonly ProgramUnit[] Units = [WordUnit];

    /// <inheritdoc/>
    public override IReadOnlyList<ProgramUnit> ProgramUnits => Units;

    // Slot 1 is called what was typed for word A; the others are called as the session's model has them.
    private void TellProgramNames(string? phraseBefore, BundledModel? modelBefore)
    {
        if ((modelBefore ?? BundledModel.Newest) != Model)
            Host?.ProgramNamesChanged(WordUnit.Id, AllPrograms);
        else if (_phrases[0]?.Text != phraseBefore)
            Host?.ProgramNamesChanged(WordUnit.Id, Vocabulary.Phrase);
    }
}
