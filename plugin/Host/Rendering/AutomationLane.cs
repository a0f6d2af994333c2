using SemanticEq.Host.Hosting;

namespace SemanticEq.Host.Rendering;

/// <summary>One parameter's values over time, each holding until the next, and their way into VST3's queues.</summary>
public sealed class AutomationLane
{
    private readonly List<(long Sample, double Normalized)> _steps;
    private double _current;
    private int _next;

    /// <summary>Sorts the steps; of several at one sample the last given wins.</summary>
    /// <param name="id">The parameter.</param>
    /// <param name="initial">Its value before the first step, 0 to 1.</param>
    /// <param name="steps">Samples from the start, and values from 0 to 1.</param>
    public AutomationLane(uint id, double initial, IEnumerable<(long Sample, double Normalized)> steps)
    {
        Id = id;
        _current = initial;
        _steps = [];
        foreach (var step in steps.OrderBy(step => step.Sample))
        {
            if (_steps.Count > 0 && _steps[^1].Sample == step.Sample)
                _steps[^1] = step;
            else
                _steps.Add(step);
        }
        // Steps at or before the start are the value that it starts with.
        while (_next < _steps.Count && _steps[_next].Sample <= 0)
            _current = _steps[_next++].Normalized;
        Initial = _current;
    }

    /// <summary>The parameter.</summary>
    public uint Id { get; }

    /// <summary>The value at the first sample, 0 to 1.</summary>
    public double Initial { get; }

    /// <summary>
    /// Adds the block's steps to its queue. VST3's queues are straight lines from point to point, from the value at the end of the last
    /// block on: a step at sample s is the old value at s − 1 and the new one at s.
    /// </summary>
    /// <param name="changes">The block's queues.</param>
    /// <param name="start">The block's first sample from the start.</param>
    /// <param name="samples">The block's length.</param>
    public void Fill(ParameterChangeList changes, long start, int samples)
    {
        while (_next < _steps.Count && _steps[_next].Sample < start + samples)
        {
            var (sample, normalized) = _steps[_next++];
            int offset = (int)(sample - start);
            var points = changes.For(Id);
            if (offset > 0)
                _ = points.Add(offset - 1, _current);
            _ = points.Add(offset, normalized);
            _current = normalized;
        }
    }
}
