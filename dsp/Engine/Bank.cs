namespace SemanticEq.Dsp;

/// <summary>
/// Eight second-order sections one after the other on two channels: their designs, and what they heard, once for each
/// precision.
/// </summary>
internal sealed class Bank
{
    private readonly Knots _knots = new();
    private readonly BankMemory<float> _single = new();
    private readonly BankMemory<double> _double = new();

    /// <summary>Whether coefficients move in the present segment.</summary>
    public bool IsMoving => _knots.IsMoving;

    /// <summary>Whether one more design like the newest would bring rest.</summary>
    public bool IsSettling => _knots.IsSettling;

    /// <summary>Whether any band changes anything.</summary>
    public bool IsAwake => _knots.Awake != 0;

    /// <summary>The designs.</summary>
    public Knots Knots => _knots;

    /// <summary>What it runs on in one precision.</summary>
    public BankMemory<T> Memory<T>() where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T> =>
        typeof(T) == typeof(float) ? (BankMemory<T>)(object)_single : (BankMemory<T>)(object)_double;

    /// <summary>Goes on to the next design; see <see cref="Dsp.Knots.Push"/>.</summary>
    public void Push(ReadOnlySpan<double> design, ReadOnlySpan<double> mixes)
    {
        int asleep = _knots.Push(design, mixes);
        _single.Follow();
        _double.Follow();
        Forget(asleep);
    }

    /// <summary>Jumps to a design. States stay.</summary>
    public void Snap(ReadOnlySpan<double> design, ReadOnlySpan<double> mixes)
    {
        for (int i = 0; i < Knots.Kept; i++)
            Push(design, mixes);
    }

    /// <summary>Filters interleaved frames in place.</summary>
    /// <param name="io">The frames.</param>
    /// <param name="frames">How many; while it moves not beyond the segment's end.</param>
    /// <param name="from">The first frame's place in the segment.</param>
    /// <param name="segment">Which segment since the newest design, 0 or 1.</param>
    public unsafe void Run<T>(T* io, int frames, int from, int segment) where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T> =>
        Memory<T>().Run(_knots, segment, io, frames, from);

    /// <summary>States that have died away become 0.</summary>
    /// <returns>Whether all are 0.</returns>
    public bool Flush<T>() where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T> =>
        !IsAwake || Memory<T>().Flush();

    /// <summary>Whether all states are numbers.</summary>
    public bool IsFinite<T>() where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T> =>
        !IsAwake || Memory<T>().IsFinite;

    /// <summary>Forgets what some bands heard; a bit for each.</summary>
    public void Forget(int bands)
    {
        _single.Forget(bands);
        _double.Forget(bands);
    }

    /// <summary>Forgets what was heard.</summary>
    public void Clear()
    {
        _single.States.Clear();
        _double.States.Clear();
    }

    /// <summary>Goes on in the other precision from the same states.</summary>
    public void GoOnIn<T>() where T : unmanaged
    {
        if (typeof(T) == typeof(float))
            System.Numerics.Tensors.TensorPrimitives.ConvertTruncating<double, float>(_double.States, _single.States);
        else
            System.Numerics.Tensors.TensorPrimitives.ConvertTruncating<float, double>(_single.States, _double.States);
    }
}
