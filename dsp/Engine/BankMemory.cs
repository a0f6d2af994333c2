using System.Numerics;
using System.Runtime.Intrinsics;

namespace SemanticEq.Dsp;

/// <summary>What a bank runs on in one precision: the states of its lanes, and the pieces of the segment.</summary>
internal sealed unsafe class BankMemory<T> where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    // Some −400 dBFS: far below anything, far above denormals, which would cost many times the time.
    private const double Silence = 1e-20;
    private const int None = -1;

    private readonly AlignedMemory<T> _states = new(BankLayout.StateLength);
    private readonly AlignedMemory<T> _pieces = new(BankLayout.GlideLength);
    private int _writtenSegment = None;

    /// <summary>[s1, s2][lane].</summary>
    public Span<T> States => _states.Span;

    /// <summary>Whether all states are numbers.</summary>
    public bool IsFinite
    {
        get
        {
            var sum = Vector128<T>.Zero;
            for (int i = 0; i < BankLayout.StateLength; i += Vector128<T>.Count)
            {
                var state = Vector128.Load(_states.Pointer + i);
                sum += state - state;
            }

            return sum == Vector128<T>.Zero;
        }
    }

    /// <summary>Takes note of a new design.</summary>
    public void Follow() => _writtenSegment = None;

    /// <summary>Forgets what some bands heard; a bit for each.</summary>
    public void Forget(int bands)
    {
        for (; bands != 0; bands &= bands - 1)
        {
            int lane = 2 * BitOperations.TrailingZeroCount(bands);
            States.Slice(lane, 2).Clear();
            States.Slice(BankLayout.Lanes + lane, 2).Clear();
        }
    }

    /// <summary>Filters in place; see <see cref="Bank.Run"/>.</summary>
    public void Run(Knots knots, int segment, T* io, int frames, int from)
    {
        if (knots.Awake == 0)
            return;
        if (!knots.IsMoving)
        {
            Kernel<T>.Still(knots.At<T>(0), _states.Pointer, io, frames, knots.FirstBand, knots.BandCount);
            GC.KeepAlive(this);
            GC.KeepAlive(knots);
            return;
        }

        if (_writtenSegment != segment)
            Kernel<T>.WritePieces(knots, segment, _pieces.Pointer);
        _writtenSegment = segment;
        Kernel<T>.Glide(_pieces.Pointer, _states.Pointer, io, frames, from, knots.FirstBand, knots.BandCount);
        GC.KeepAlive(this);
    }

    /// <summary>A lane's states that have died away become 0.</summary>
    /// <returns>Whether all are 0.</returns>
    public bool Flush()
    {
        var silence = Vector128.Create(T.CreateTruncating(Silence));
        var any = Vector128<T>.Zero;
        for (int i = 0; i < BankLayout.Lanes; i += Vector128<T>.Count)
        {
            T* states = _states.Pointer + i;
            var s1 = Vector128.Load(states);
            var s2 = Vector128.Load(states + BankLayout.Lanes);
            var silent = Vector128.LessThan(Vector128.Abs(s1), silence) & Vector128.LessThan(Vector128.Abs(s2), silence);
            s1 = Vector128.AndNot(s1, silent);
            s2 = Vector128.AndNot(s2, silent);
            s1.Store(states);
            s2.Store(states + BankLayout.Lanes);
            any |= s1 | s2;
        }

        return any == Vector128<T>.Zero;
    }
}
