using System.Text.Json;
using SemanticEq.Host.Hosting;
using SemanticEq.Inference;

namespace SemanticEq.Host.Commands;

/// <summary>The models inside a bundle.</summary>
internal static class Models
{
    private static readonly string[] Positions = [". Path: ", " Path: ", ". LineNumber: ", " LineNumber: "];

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
            throw new UserError($"the model in {bundle.Path} can't be used: {WithoutPositions(e)}", e);
        }
    }

    /// <summary>Reads and checks the listener.</summary>
    /// <exception cref="UserError">It can't be used.</exception>
    public static ListenerModel LoadListener(PluginBundle bundle)
    {
        try
        {
            return ListenerModel.Load(bundle.ListenerFolder);
        }
        catch (ModelException e)
        {
            throw new UserError($"the listener in {bundle.Path} can't be used: {WithoutPositions(e)}", e);
        }
    }

    // Bytes and lines of a file that nobody edits by hand help nobody; a JSON reader ends its message with them.
    private static string WithoutPositions(ModelException e)
    {
        int end = e.InnerException is JsonException ? Positions.Select(word => e.Message.IndexOf(word, StringComparison.Ordinal)).Where(at => at >= 0).DefaultIfEmpty(-1).Min() : -1;
        return end < 0 ? e.Message : e.Message[..end] + ". Install the bundle again";
    }
}
