using SemanticEq.Ui.Accessibility;
using SemanticEq.Ui.Tests.Editor;
using SemanticEq.Ui.Tests.Widgets;

namespace SemanticEq.Ui.Tests.Accessibility;

public class DescriptionCostTests(Xunit.Abstractions.ITestOutputHelper output)
{
    // Twice a second where something plays and assistive technology is there.
    [Fact]
    public void A_description_of_the_whole_editor_costs_little()
    {
        using var stage = new Stage(new Ui.Editor.EditorView(new FakeEditorModel()), 1120, 700);
        stage.Frame();
        _ = new AccessibleTree(stage.Scene.Describe(), 0);
        long before = GC.GetAllocatedBytesForCurrentThread();
        var tree = new AccessibleTree(stage.Scene.Describe(), 0);
        long bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        output.WriteLine($"{tree.Places.Count} things, {bytes} bytes");
        bytes.ShouldBeLessThan(100_000);
    }
}
