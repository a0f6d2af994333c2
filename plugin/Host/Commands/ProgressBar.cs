using Spectre.Console;

namespace SemanticEq.Host.Commands;

/// <summary>A bar for whoever watches; none when nobody does.</summary>
internal static class ProgressBar
{
    /// <summary>Does some work under a bar.</summary>
    /// <param name="what">What is being done: rendering, listening.</param>
    /// <param name="frames">How many frames there are; 0 where that is not known, which shows no bar.</param>
    /// <param name="work">The work; it tells how many frames are done where it is given something to tell.</param>
    public static T Run<T>(string what, long frames, Func<Action<long>?, T> work)
    {
        if (!Output.HasTerminal || frames == 0)
            return work(null);
        T? result = default;
        Output.ForProgress().Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(progress =>
            {
                var task = progress.AddTask(Markup.Escape(what), maxValue: frames);
                result = work(done => task.Value = done);
            });
        return result!;
    }
}
