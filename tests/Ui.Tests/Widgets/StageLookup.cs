using SemanticEq.Ui.Widgets;

namespace SemanticEq.Ui.Tests.Widgets;

/// <summary>Finds what is on a stage as assistive technology does.</summary>
internal static class StageLookup
{
    /// <summary>The one thing that is called so.</summary>
    public static AccessibleNode Find(this Stage stage, string name) =>
        stage.Scene.Describe().All().Where(node => node.Name == name && node.Role != WidgetRole.Group).ShouldHaveSingleItem();
}
