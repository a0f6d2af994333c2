namespace SemanticEq.Vst3;

/// <summary>What the module's binary offers; told once, from the library's module entry.</summary>
public static class PluginModule
{
    /// <summary>The class that hosts may create.</summary>
    public static PluginDescription? Description { get; set; }
}
