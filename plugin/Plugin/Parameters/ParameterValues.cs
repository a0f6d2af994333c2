namespace SemanticEq.Plugin;

/// <summary>
/// The newest normalised value of every parameter, as the controller and sessions see it. Written by the main thread and, at
/// the end of a block that brought automation, by the audio thread; a 64-bit store is whole, so neither waits for the other.
/// </summary>
public sealed class ParameterValues
{
    private readonly double[] _normalized = new double[ParameterTable.Count];
    private int _serial;

    /// <summary>All at their defaults.</summary>
    public ParameterValues()
    {
        for (int i = 0; i < _normalized.Length; i++)
            _normalized[i] = ParameterTable.At(i).ToNormalized(ParameterTable.At(i).Default);
    }

    /// <summary>A value by its place in the table, 0 to 1. Any thread.</summary>
    public double this[int index]
    {
        get => Volatile.Read(ref _normalized[index]);
        set
        {
            Volatile.Write(ref _normalized[index], value);
            // Two writers at once may count as one: it is another number all the same.
            Volatile.Write(ref _serial, _serial + 1);
        }
    }

    /// <summary>Another number whenever a value has been written. Any thread.</summary>
    public int Serial => Volatile.Read(ref _serial);

    /// <summary>All values, 0 to 1, in the table's order. Main thread.</summary>
    public double[] ToArray() => [.. Enumerable.Range(0, _normalized.Length).Select(i => this[i])];

    /// <summary>All values in plain units, in the table's order. Main thread.</summary>
    public double[] ToPlain() => [.. Enumerable.Range(0, _normalized.Length).Select(i => ParameterTable.At(i).ToPlain(this[i]))];
}
