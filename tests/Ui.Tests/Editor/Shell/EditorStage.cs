using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Editor;
using SemanticEq.Ui.Tests.Widgets;
using SemanticEq.Ui.Widgets;

namespace SemanticEq.Ui.Tests.Editor.Shell;

/// <summary>The whole editor on a stage, used by the names of its controls.</summary>
internal sealed class EditorStage : IDisposable
{
    public EditorStage(double width = 1120, double height = 700, Action<FakeEditorModel>? prepare = null)
    {
        prepare?.Invoke(Model);
        View = new EditorView(Model);
        Stage = new Stage(View, width, height) { MinimumSize = EditorLayout.Least };
        Stage.Frame();
    }

    public FakeEditorModel Model { get; } = new();

    public FakePresets Presets => (FakePresets)Model.Presets;

    public FakeHistory History => (FakeHistory)Model.History;

    public Stage Stage { get; }

    public EditorView View { get; }

    /// <summary>All that is shown.</summary>
    public IEnumerable<AccessibleNode> All => Stage.Scene.Describe().All();

    /// <summary>The one thing of a name.</summary>
    public AccessibleNode this[string name] => Stage.Find(name);

    public bool Shows(string name) => All.Any(node => node.Name == name);

    public void Click(string name)
    {
        Stage.Click(this[name].Bounds.Centre);
        Stage.Frame();
    }

    /// <summary>Clicks an item of a list, a menu or a choice.</summary>
    public void ClickItem(string name) => ClickAt(Line(name).Bounds.Centre);

    public AccessibleNode Line(string name) =>
        All.Where(node => node.Role == WidgetRole.Item && node.Name == name).ShouldHaveSingleItem();

    /// <summary>What a pointer that rests there is told.</summary>
    public string TipAt(Point at) => View.HitTest(at)?.Tooltip(at) ?? "";

    public void ClickAt(Point at)
    {
        Stage.Click(at);
        Stage.Frame();
    }

    public void Dispose()
    {
        Stage.Dispose();
        Model.ShouldBeBalanced();
    }
}
