using System.Diagnostics;
using System.Globalization;
using SemanticEq.Host.Rendering;

namespace SemanticEq.Host.Windows;

/// <summary>Questions about a session, answered by a line on standard output each. Main thread.</summary>
internal sealed class EditQuestions(EditSession session)
{
    private readonly ProcessFigures _figures = new();
    private long _framesAsked = Stopwatch.GetTimestamp();
    private long _framesDrawn;
    private long _bytesAllocated;

    /// <summary>A parameter's value, as the controller knows it.</summary>
    public void Value(string name)
    {
        var parameter = new ParameterSettings(session.Plugin).Find(name);
        double normalized = session.Plugin.GetNormalized(parameter.Id);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"value {parameter.Id} \"{parameter.Title}\" {normalized:0.000000} \"{session.Plugin.Format(parameter.Id, normalized)}\""));
    }

    /// <summary>The parameter under a point of the editor.</summary>
    public void ParameterAt(string[] at)
    {
        uint? id = at.Length == 2
            ? session.OpenEditor.View.ParameterAt(int.Parse(at[0], CultureInfo.InvariantCulture), int.Parse(at[1], CultureInfo.InvariantCulture))
            : throw new UserError("write it as: find X Y");
        Console.WriteLine(id is null ? "found nothing" : $"found {id} \"{session.Plugin.Parameters.FirstOrDefault(p => p.Id == id)?.Title}\"");
    }

    /// <summary>The middle of where the editor says that a parameter is.</summary>
    public void Place(string name)
    {
        const int Step = 5;
        var parameter = new ParameterSettings(session.Plugin).Find(name);
        var size = session.OpenEditor.View.Size;
        var hits = new List<(int X, int Y)>();
        for (int y = Step / 2; y < size.Height; y += Step)
        {
            for (int x = Step / 2; x < size.Width; x += Step)
            {
                if (session.OpenEditor.View.ParameterAt(x, y) == parameter.Id)
                    hits.Add((x, y));
            }
        }
        if (hits.Count == 0)
            throw new UserError($"the editor shows no control of {parameter.Title}");
        double middleX = hits.Average(hit => hit.X), middleY = hits.Average(hit => hit.Y);
        var (atX, atY) = hits.MinBy(hit => Math.Pow(hit.X - middleX, 2) + Math.Pow(hit.Y - middleY, 2));
        Console.WriteLine($"where {parameter.Id} \"{parameter.Title}\" {atX} {atY}");
    }

    /// <summary>Levels since the last time.</summary>
    public void Levels()
    {
        var (before, after) = session.Player.TakeLevels();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"level {before:0.00} dB in, {after:0.00} dB out"));
    }

    /// <summary>Frames that all editors in this process have drawn since the last time, by the plug-in's own count, and what they cost.</summary>
    public void Frames()
    {
        long drawn = session.Plugins.FramesDrawn ?? throw new UserError("this plug-in does not count its frames");
        long allocated = session.Plugins.AllocatedBytes ?? 0;
        double seconds = Stopwatch.GetElapsedTime(_framesAsked).TotalSeconds;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"frames {drawn - _framesDrawn} drawn in {seconds:0.000} s, {_figures.TakeProcessPercent():0.00} % of a core used by the process, {_figures.TakeBusyPercent():0.00} % by this thread, {allocated - _bytesAllocated} bytes allocated by the plug-in"));
        (_framesAsked, _framesDrawn, _bytesAllocated) = (Stopwatch.GetTimestamp(), drawn, allocated);
    }

    /// <summary>What the process holds, and how busy this thread was since the last time.</summary>
    public void Figures() => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"figures {ProcessFigures.FileDescriptors} files, {ProcessFigures.ResidentMegabytes:0.0} MB, {ProcessFigures.Threads} threads, {session.Loop.Handlers} handlers, {_figures.TakeBusyPercent():0.00} % busy"));
}
