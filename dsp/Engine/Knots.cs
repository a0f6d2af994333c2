using System.Numerics;
using System.Runtime.Intrinsics;

namespace SemanticEq.Dsp;

/// <summary>
/// The last four designs of a bank, one every second segment: what its coefficients run along. Knows which bands change anything at all:
/// a band asleep is exactly the identity in all four, and its states need not run.
/// </summary>
/// <remarks>
/// [coefficient][lane]; a lane is one band on one channel. A lane's mix m leaves the poles and scales the change:
/// D' = m D + (1 − m), C' = m C, so that m = 0 is exactly the identity and m = 1 exactly the design.
/// </remarks>
internal sealed unsafe class Knots
{
    /// <summary>Segments from a design to the next.</summary>
    public const int SegmentsApart = 2;

    /// <summary>Designs that are kept: three for the spline, one more for the end of the segment before.</summary>
    public const int Kept = 4;

    private const int Lanes = BankLayout.Lanes;
    private const int AllBands = (1 << BankLayout.Bands) - 1;
    private const int LowHalf = 0x0F;
    private const int HighHalf = 0xF0;

    private readonly AlignedMemory<double> _doubles = new(Kept * BankLayout.StillLength);
    private readonly AlignedMemory<float> _floats = new(Kept * BankLayout.StillLength);
    private readonly int[] _identities = new int[Kept];
    private int _newest;
    private int _equal;

    /// <summary>All bands asleep.</summary>
    public Knots() => Sleep();

    /// <summary>Whether the four designs differ, so that coefficients move in the present segment or at its end.</summary>
    public bool IsMoving => _equal < Kept - 1;

    /// <summary>Whether one more design like the newest would bring rest.</summary>
    public bool IsSettling => _equal == Kept - 2;

    /// <summary>A bit for each band that changes anything.</summary>
    public int Awake { get; private set; }

    /// <summary>The first band of the halves in which any is awake: 0 or 4.</summary>
    public int FirstBand => (Awake & LowHalf) != 0 ? 0 : BankLayout.Bands / 2;

    /// <summary>How many bands these halves have: 4 or 8.</summary>
    public int BandCount => (Awake & LowHalf) != 0 && (Awake & HighHalf) != 0 ? BankLayout.Bands : BankLayout.Bands / 2;

    /// <summary>A kept design: 0 the newest, 3 the oldest.</summary>
    public double* Double(int age) => _doubles.Pointer + Place(age);

    /// <summary>The same, rounded.</summary>
    public float* Single(int age) => _floats.Pointer + Place(age);

    /// <summary>A kept design in one precision.</summary>
    public T* At<T>(int age) where T : unmanaged => typeof(T) == typeof(float) ? (T*)Single(age) : (T*)Double(age);

    /// <summary>All bands become the identity at once.</summary>
    public void Sleep()
    {
        Awake = 0;
        _equal = Kept;
        _identities.AsSpan().Fill(AllBands);
        _doubles.Span.Clear();
        for (int age = 0; age < Kept; age++)
        {
            new Span<double>(Double(age) + (3 * Lanes), Lanes).Fill(1.0);
            Round(age);
        }
    }

    /// <summary>Adds the next design; the oldest goes.</summary>
    /// <param name="design">6 × 8, [coefficient][band].</param>
    /// <param name="mixes">16, one a lane, 0 to 1.</param>
    /// <returns>A bit for each band that fell asleep: its states are to be cleared.</returns>
    public int Push(ReadOnlySpan<double> design, ReadOnlySpan<double> mixes)
    {
        _newest = (_newest + 1) % Kept;
        Write(design, mixes);
        int before = Awake;
        _identities[_newest] = IdentityBands();
        Awake = AllBands & ~(_identities[0] & _identities[1] & _identities[2] & _identities[3]);
        Wake(Awake & ~before);
        int fell = before & ~Awake;
        for (int age = 0; age < Kept; age++)
            Rest(age, age == 0 ? ~Awake & AllBands : fell);
        Round(0);
        const int Bytes = BankLayout.StillLength * sizeof(double);
        bool same = new ReadOnlySpan<byte>(Double(0), Bytes).SequenceEqual(new ReadOnlySpan<byte>(Double(1), Bytes));
        _equal = Awake == 0 ? Kept : same ? Math.Min(_equal + 1, Kept) : 0;
        return fell;
    }

    private int Place(int age) => (_newest + Kept - age) % Kept * BankLayout.StillLength;

    private void Write(ReadOnlySpan<double> design, ReadOnlySpan<double> mixes)
    {
        double* knot = Double(0);
        fixed (double* bands = design)
        fixed (double* mix = mixes)
        {
            for (int band = 0; band < BankLayout.Bands; band++)
            {
                int lane = 2 * band;
                var m = Vector128.Load(mix + lane);
                Vector128.Create(bands[band]).Store(knot + lane);
                Vector128.Create(bands[BankLayout.Bands + band]).Store(knot + Lanes + lane);
                Vector128.Create(bands[(2 * BankLayout.Bands) + band]).Store(knot + (2 * Lanes) + lane);
                var d = Vector128.Create(bands[(3 * BankLayout.Bands) + band]);
                ((m * d) + (Vector128<double>.One - m)).Store(knot + (3 * Lanes) + lane);
                (m * Vector128.Create(bands[(4 * BankLayout.Bands) + band])).Store(knot + (4 * Lanes) + lane);
                (m * Vector128.Create(bands[(5 * BankLayout.Bands) + band])).Store(knot + (5 * Lanes) + lane);
            }
        }
    }

    private int IdentityBands()
    {
        double* knot = Double(0) + (3 * Lanes);
        int bands = 0;
        for (int band = 0; band < BankLayout.Bands; band++, knot += 2)
        {
            var change = (Vector128.Load(knot) - Vector128<double>.One)
                | Vector128.Load(knot + Lanes) | Vector128.Load(knot + (2 * Lanes));
            if (change == Vector128<double>.Zero)
                bands |= 1 << band;
        }

        return bands;
    }

    // A band that wakes comes from where it goes to, at mix 0: its poles stand, only its change grows.
    private void Wake(int bands)
    {
        for (; bands != 0; bands &= bands - 1)
        {
            int lane = 2 * BitOperations.TrailingZeroCount(bands);
            for (int age = 1; age < Kept; age++)
            {
                for (int i = lane; i < 3 * Lanes; i += Lanes)
                {
                    Vector128.Load(Double(0) + i).Store(Double(age) + i);
                    (Single(age)[i], Single(age)[i + 1]) = ((float)Double(0)[i], (float)Double(0)[i + 1]);
                }
            }
        }
    }

    // Without poles, states that are zero stay so.
    private void Rest(int age, int bands)
    {
        for (; bands != 0; bands &= bands - 1)
        {
            int lane = 2 * BitOperations.TrailingZeroCount(bands);
            for (int i = lane; i < 3 * Lanes; i += Lanes)
            {
                Vector128<double>.Zero.Store(Double(age) + i);
                Single(age)[i] = Single(age)[i + 1] = 0.0f;
            }
        }
    }

    private void Round(int age)
    {
        double* from = Double(age);
        float* to = Single(age);
        for (int i = 0; i < BankLayout.StillLength; i += Vector128<float>.Count)
            Vector128.Narrow(Vector128.Load(from + i), Vector128.Load(from + i + 2)).Store(to + i);
    }
}
