using SemanticEq.Vst3;

namespace SemanticEq.Plugin.Tests;

public class ControlPartsTests
{
    [Fact]
    public void Whatever_can_be_automated_belongs_to_a_part_that_is_composed()
    {
        for (int i = 0; i < ParameterTable.Count; i++)
        {
            bool isPlayed = ParameterTable.At(i).Flags.HasFlag(ParameterFlags.CanAutomate);
            (ControlParts.At(i) != ControlChanges.None).ShouldBe(isPlayed, ParameterTable.At(i).Title);
        }
    }
}
