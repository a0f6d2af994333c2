using System.Numerics;

namespace SemanticEq.Dsp.Tests;

/// <summary>A bank of random real designs on their way to other random ones, with states and input.</summary>
internal sealed unsafe class BankCase<T> : IDisposable where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>How many samples lie behind the frames: kernels must neither hear nor change them.</summary>
    public const int Pad = 16;

    private const double SampleRate = 48000.0;
    private readonly NativeArray<T> _input;
    private readonly NativeArray<T> _states = new(BankLayout.StateLength);

    public BankCase(int frames, Random random)
    {
        Frames = frames;
        _input = new((2 * frames) + Pad);
        Io = new(_input.Length);
        foreach (ref T sample in _input.Span)
            sample = T.CreateTruncating((2.0 * random.NextDouble()) - 1.0);
        foreach (ref T state in _states.Span)
            state = T.CreateTruncating(random.NextDouble() - 0.5);
        _input.Span[(2 * frames)..].Fill(T.NaN);
        for (int band = 0; band < BankLayout.Bands; band++)
        {
            for (int channel = 0; channel < 2; channel++)
            {
                var knots = Enumerable.Range(0, BankLayout.PiecesPerSegment + 2).Select(_ => Design(random)).ToArray();
                Write(knots, (2 * band) + channel);
            }
        }

        Restart();
    }

    public int Frames { get; }

    public NativeArray<T> Still { get; } = new(BankLayout.StillLength);

    public NativeArray<T> Pieces { get; } = new(BankLayout.GlideLength);

    public NativeArray<T> States { get; } = new(BankLayout.StateLength);

    public NativeArray<T> Io { get; }

    /// <summary>The states before.</summary>
    public ReadOnlySpan<T> FirstStates => _states.Span;

    /// <summary>What was put out, then the states.</summary>
    public T[] Result => [.. Io.Span[..(2 * Frames)], .. States.Span];

    /// <summary>Input and states as before.</summary>
    public void Restart()
    {
        _input.Span.CopyTo(Io.Span);
        _states.Span.CopyTo(States.Span);
    }

    public void Dispose()
    {
        foreach (var memory in new[] { _input, _states, Still, Pieces, States, Io })
            memory.Dispose();
    }

    private static double[] Design(Random random)
    {
        var types = Enum.GetValues<BandType>();
        var band = new Band(
            types[random.Next(types.Length)],
            Math.Exp(Math.Log(20.0) + (random.NextDouble() * Math.Log(1000.0))),
            (36.0 * random.NextDouble()) - 18.0,
            Math.Exp(Math.Log(0.1) + (random.NextDouble() * Math.Log(100.0))),
            12);
        Span<Section> sections = stackalloc Section[SectionDesign.MaxSections];
        SectionDesign.Design(band, SampleRate, sections);
        var c = SvfCoefficients.From(sections[0]);
        return [c.P, c.Q, c.R, c.D, c.C1, c.C2];
    }

    private void Write(double[][] knots, int lane)
    {
        for (int k = 0; k < BankLayout.Coefficients; k++)
        {
            int at = (k * BankLayout.Lanes) + lane;
            Still.Span[at] = T.CreateTruncating(knots[0][k]);
            for (int piece = 0; piece <= BankLayout.PiecesPerSegment; piece++)
            {
                int start = (piece * BankLayout.PieceLength) + at;
                Pieces.Span[start] = T.CreateTruncating(knots[piece][k]);
                Pieces.Span[start + BankLayout.StillLength] =
                    T.CreateTruncating((knots[piece + 1][k] - knots[piece][k]) / BankLayout.PieceSamples);
            }
        }
    }
}
