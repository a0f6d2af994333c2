using SemanticEq.Host.Hosting;
using SemanticEq.Inference;

namespace SemanticEq.Host.Commands;

/// <summary>The model inside a bundle.</summary>
internal static class Models
{
    /// <summary>Reads and checks it.</summary>
    /// <exception cref="UserError">It can't be used.</exception>
    public static ModelFolder Load(PluginBundle bundle)
    {
        try
        {
            return ModelFolder.Load(bundle.ModelFolder);
        }
        catch (ModelException e)
        {
            throw new UserError($"the model in {bundle.Path} can't be used: {e.Message}", e);
        }
    }
}
