using SemanticEq.Host.Hosting;
using SemanticEq.Host.Rendering;
using Spectre.Console;

namespace SemanticEq.Host.Commands;

/// <summary>Renders with a bar for whoever watches; without one when nobody does.</summary>
internal static class RenderProgress
{
    public static RenderOutcome Run(RenderJob job, PluginInstance plugin, long frames, CancellationToken cancellation)
    {
        if (!Output.HasTerminal || frames == 0)
            return new Renderer(plugin, job, cancellation).Run();
        RenderOutcome? outcome = null;
        Output.ForProgress().Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(progress =>
            {
                var task = progress.AddTask("rendering", maxValue: frames);
                outcome = new Renderer(plugin, job with { Progress = done => task.Value = done }, cancellation).Run();
            });
        return outcome!;
    }
}
