using System.Runtime.Intrinsics;

namespace SemanticEq.Dsp;

/// <summary>
/// The glides of a bank's eight bands, stepped together: what <see cref="Glide"/> does for one value, for log₂ of frequency,
/// gain, log₂ Q and mix of each band at once. Integers as there, so that a value at rest is the same to the last bit whatever
/// came before it.
/// </summary>
internal sealed unsafe class GlideBank
{
    private readonly int _columns;
    private readonly long[] _targets;
    private readonly long[] _inputSums;
    private readonly long[] _averageSums;
    private readonly double[] _values;
    private long[] _inputs;
    private long[] _averages;
    private int _length = 1;
    private int _oldest;
    private int _stepsLeft;

    /// <summary>All values are 0.</summary>
    /// <param name="hasMix">Whether <see cref="GlideRow.Mix"/> glides too.</param>
    public GlideBank(bool hasMix)
    {
        _columns = (hasMix ? 4 : 3) * BankLayout.Bands;
        _targets = new long[_columns];
        _inputSums = new long[_columns];
        _averageSums = new long[_columns];
        _values = new double[_columns];
        _inputs = new long[_columns];
        _averages = new long[_columns];
    }

    /// <summary>Whether any value has yet to arrive.</summary>
    public bool IsMoving => _stepsLeft > 0;

    /// <summary>log₂ of each band's frequency in Hz.</summary>
    public ReadOnlySpan<double> Log2Hz => Row(GlideRow.Log2Hz);

    /// <summary>Each band's gain in dB.</summary>
    public ReadOnlySpan<double> GainDb => Row(GlideRow.GainDb);

    /// <summary>log₂ of each band's Q.</summary>
    public ReadOnlySpan<double> Log2Q => Row(GlideRow.Log2Q);

    /// <summary>How much of each band's change sounds, 0 to 1.</summary>
    public ReadOnlySpan<double> Mix => Row(GlideRow.Mix);

    /// <summary>Allocates for glides that arrive after 2 · length − 1 steps; all values are 0.</summary>
    public void Prepare(int length)
    {
        _length = length;
        _inputs = new long[_columns * length];
        _averages = new long[_columns * length];
        _oldest = 0;
        _stepsLeft = 0;
        foreach (var values in new[] { _targets, _inputSums, _averageSums })
            values.AsSpan().Clear();
        _values.AsSpan().Clear();
    }

    /// <summary>Sets where a value is to go. One that is not finite is ignored.</summary>
    public void Aim(GlideRow row, int band, double target)
    {
        int column = ColumnOf(row, band);
        if (!Glide.TryFix(target, out long units) || units == _targets[column])
            return;
        _targets[column] = units;
        _stepsLeft = 2 * _length - 1;
    }

    /// <summary>Jumps to a value, or where it is not finite to the last target.</summary>
    public void Snap(GlideRow row, int band, double target)
    {
        int column = ColumnOf(row, band);
        if (Glide.TryFix(target, out long units))
            _targets[column] = units;
        units = _targets[column];
        _inputSums[column] = units * _length;
        _averageSums[column] = units * _length * _length;
        for (int i = column; i < _inputs.Length; i += _columns)
        {
            _inputs[i] = units;
            _averages[i] = units * _length;
        }

        _values[column] = Glide.ValueOf(_averageSums[column], _length);
    }

    /// <summary>All values jump to where they were last aimed.</summary>
    public void Finish()
    {
        for (int i = 0; i < _columns; i++)
            Finish((GlideRow)(i / BankLayout.Bands), i % BankLayout.Bands);
        _stepsLeft = 0;
    }

    /// <summary>A value jumps to where it was last aimed.</summary>
    public void Finish(GlideRow row, int band) => Snap(row, band, double.NaN);

    /// <summary>Goes on by one step.</summary>
    public void Step()
    {
        if (_stepsLeft == 0)
            return;
        _stepsLeft--;
        fixed (long* inputs = &_inputs[_oldest * _columns], averages = &_averages[_oldest * _columns])
            StepSums(inputs, averages);
        if (++_oldest == _length)
            _oldest = 0;
    }

    private void StepSums(long* inputs, long* averages)
    {
        var square = Vector128.Create((double)_length * _length);
        var perUnit = Vector128.Create(1.0 / Glide.UnitsPerOne);
        fixed (long* targets = _targets, inputSums = _inputSums, averageSums = _averageSums)
        fixed (double* values = _values)
        {
            for (int i = 0; i < _columns; i += Vector128<long>.Count)
            {
                var target = Vector128.Load(targets + i);
                var inputSum = Vector128.Load(inputSums + i) + target - Vector128.Load(inputs + i);
                var averageSum = Vector128.Load(averageSums + i) + inputSum - Vector128.Load(averages + i);
                target.Store(inputs + i);
                inputSum.Store(averages + i);
                inputSum.Store(inputSums + i);
                averageSum.Store(averageSums + i);
                var sums = Vector128.Create((double)averageSum.ToScalar(), averageSum.GetElement(1));
                (sums / square * perUnit).Store(values + i);
            }
        }
    }

    private static int ColumnOf(GlideRow row, int band) => ((int)row * BankLayout.Bands) + band;

    private ReadOnlySpan<double> Row(GlideRow row) => _values.AsSpan((int)row * BankLayout.Bands, BankLayout.Bands);
}
