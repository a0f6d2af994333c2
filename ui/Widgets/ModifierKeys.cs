using SemanticEq.Ui.Window;

namespace SemanticEq.Ui.Widgets;

/// <summary>Questions about the keys held.</summary>
public static class ModifierKeys
{
    /// <summary>Whether any of some keys is held. (Enum.HasFlag allocates until the JIT has warmed up.)</summary>
    public static bool Has(this Modifiers held, Modifiers any) => (held & any) != 0;
}
