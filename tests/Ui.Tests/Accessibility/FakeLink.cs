using SemanticEq.Ui.Accessibility;

namespace SemanticEq.Ui.Tests.Accessibility;

/// <summary>Assistive technology as a scene meets it, without a bus.</summary>
internal sealed class FakeLink : IAssistiveLink
{
    private readonly Queue<AccessibleRequest> _asked = [];

    public bool IsListening { get; set; } = true;

    public List<AccessibleTree> Published { get; } = [];

    public AccessibleTree Newest => Published[^1];

    public void Ask(long target, AccessibleRequestKind kind, double number = 0, string text = "") =>
        _asked.Enqueue(new AccessibleRequest(target, kind, number, text));

    public void Publish(AccessibleTree tree) => Published.Add(tree);

    public bool TryTake(out AccessibleRequest request) => _asked.TryDequeue(out request);

    public void Dispose()
    {
    }
}
