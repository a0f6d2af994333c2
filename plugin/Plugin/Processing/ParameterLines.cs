using SemanticEq.Vst3;

namespace SemanticEq.Plugin;

/// <summary>
/// The parameters' plain values at any sample of a block. VST3's queues are lines: a continuous value runs straight from the
/// last block's end (the sample before this block) through the points, and then holds; a stepped value jumps at its point.
/// Audio thread; no allocation, however many points a host brings.
/// </summary>
internal sealed class ParameterLines
{
    // A host that tells of more counts wrongly, and looking for them would not end.
    private const int MostQueues = 1024;
    private const int MostPoints = 1 << 16;
    private readonly double[] _plain = new double[ParameterTable.Count];
    private readonly double[] _normalized = new double[ParameterTable.Count];
    private readonly Line[] _lines = new Line[ParameterTable.Count];
    private readonly bool[] _hasLine = new bool[ParameterTable.Count];
    private readonly int[] _active = new int[ParameterTable.Count];
    private int _activeCount;
    private ControlChanges _changes;

    /// <summary>All parameters' plain values at the sample last asked for, in the table's order.</summary>
    public ReadOnlySpan<double> Plain => _plain;

    /// <summary>Sets a value at once, outside any block.</summary>
    public void Set(int index, double normalized)
    {
        _normalized[index] = normalized;
        double plain = ParameterTable.At(index).ToPlain(normalized);
        if (plain == _plain[index])
            return;
        _plain[index] = plain;
        _changes |= ControlParts.At(index);
    }

    /// <summary>What has changed since this was last asked.</summary>
    public ControlChanges TakeChanges()
    {
        var changes = _changes;
        _changes = ControlChanges.None;
        return changes;
    }

    /// <summary>Takes the queues of a block.</summary>
    public void Begin(in ParameterChanges changes)
    {
        // A block that ended by an exception has not let its lines go.
        Array.Clear(_hasLine);
        _activeCount = 0;
        int queues = Math.Min(changes.Count, MostQueues);
        for (int i = 0; i < queues; i++)
        {
            var queue = changes[i];
            int points = Math.Min(queue.Points, MostPoints);
            int index = points > 0 ? ParameterTable.IndexOf(queue.Id) : -1;
            // A host that brings two queues for one parameter breaks VST3's contract: the first one counts.
            if (index < 0 || _hasLine[index])
                continue;
            _hasLine[index] = true;
            _lines[index] = new Line(queue, points, _normalized[index]);
            _active[_activeCount++] = index;
        }
    }

    /// <summary>Moves all values to a sample of the block; samples must not go back.</summary>
    public void MoveTo(int sample)
    {
        for (int i = 0; i < _activeCount; i++)
        {
            int index = _active[i];
            if (_lines[index].HasEnded)
                continue;
            double normalized = _lines[index].At(sample, ParameterTable.At(index).Scale == ParameterScale.Steps);
            if (normalized != _normalized[index])
                Set(index, normalized);
        }
    }

    /// <summary>Ends the block: every value is at its line's last point.</summary>
    /// <param name="newest">Where the controller finds them.</param>
    public void End(ParameterValues newest)
    {
        MoveTo(int.MaxValue);
        for (int i = 0; i < _activeCount; i++)
        {
            _hasLine[_active[i]] = false;
            newest[_active[i]] = _normalized[_active[i]];
        }
        _activeCount = 0;
    }

    private struct Line(ParameterQueue queue, int points, double start)
    {
        private int _next;
        private int _fromSample = -1;
        private double _from = start;
        private int _toSample = -1;
        private double _to = start;

        /// <summary>Whether its value was told and stays.</summary>
        public bool HasEnded { get; private set; }

        public double At(int sample, bool steps)
        {
            while (_toSample <= sample && _next < points)
            {
                _fromSample = _toSample;
                _from = _to;
                if (queue.TryGetPoint(_next++, out int offset, out double value) && !double.IsNaN(value))
                {
                    _toSample = Math.Max(offset, _fromSample);
                    _to = Math.Clamp(value, 0.0, 1.0);
                }
            }
            HasEnded = sample >= _toSample;
            if (HasEnded)
                return _to;
            return steps ? _from : _from + ((_to - _from) * (sample - _fromSample) / (_toSample - _fromSample));
        }
    }
}
