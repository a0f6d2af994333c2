using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SemanticEq.Dsp;

/// <summary>
/// The glides of a bank's eight bands, stepped together: what <see cref="Glide"/> does for one value, for log₂ of frequency,
/// gain, log₂ Q and mix of each band at once. Integers as there, so that a value at rest is the same to the last bit whatever
/// came before it.
/// </summary>
internal sealed class GlideBank
{
    private const int Columns = 4 * BankLayout.Bands;

    private readonly long[] _targets = new long[Columns];
    private readonly long[] _inputSums = new long[Columns];
    private readonly long[] _averageSums = new long[Columns];
    private readonly double[] _values = new double[Columns];
    private long[] _inputs = new long[Columns];
    private long[] _averages = new long[Columns];
    private int _length = 1;
    private int _oldest;
    private int _stepsLeft;

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
        _inputs = new long[Columns * length];
        _averages = new long[Columns * length];
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
        for (int i = column; i < _inputs.Length; i += Columns)
        {
            _inputs[i] = units;
            _averages[i] = units * _length;
        }

        _values[column] = Glide.ValueOf(_averageSums[column], _length);
    }

    /// <summary>All values jump to where they were last aimed.</summary>
    public void Finish()
    {
        for (int i = 0; i < Columns; i++)
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
        StepSums(
            MemoryMarshal.Cast<long, Vector128<long>>(_inputs.AsSpan(_oldest * Columns, Columns)),
            MemoryMarshal.Cast<long, Vector128<long>>(_averages.AsSpan(_oldest * Columns, Columns)));
        TakeValues(MemoryMarshal.Cast<double, Vector128<double>>(_values.AsSpan()));
        if (++_oldest == _length)
            _oldest = 0;
    }

    private void StepSums(Span<Vector128<long>> inputs, Span<Vector128<long>> averages)
    {
        var targets = MemoryMarshal.Cast<long, Vector128<long>>(_targets);
        var inputSums = MemoryMarshal.Cast<long, Vector128<long>>(_inputSums.AsSpan());
        var averageSums = MemoryMarshal.Cast<long, Vector128<long>>(_averageSums.AsSpan());
        for (int i = 0; i < inputs.Length; i++)
        {
            var inputSum = inputSums[i] + targets[i] - inputs[i];
            averageSums[i] += inputSum - averages[i];
            inputs[i] = targets[i];
            averages[i] = inputSum;
            inputSums[i] = inputSum;
        }
    }

    private void TakeValues(Span<Vector128<double>> values)
    {
        var square = Vector128.Create((double)_length * _length);
        for (int i = 0; i < values.Length; i++)
        {
            var sums = Vector128.Create((double)_averageSums[2 * i], (double)_averageSums[(2 * i) + 1]);
            values[i] = sums / square * (1.0 / Glide.UnitsPerOne);
        }
    }

    private static int ColumnOf(GlideRow row, int band) => ((int)row * BankLayout.Bands) + band;

    private ReadOnlySpan<double> Row(GlideRow row) => _values.AsSpan((int)row * BankLayout.Bands, BankLayout.Bands);
}
