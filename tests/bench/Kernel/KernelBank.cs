using System.Numerics;
using System.Runtime.InteropServices;
using SemanticEq.Bench.Engine;
using SemanticEq.Bench.Running;
using SemanticEq.Dsp;

namespace SemanticEq.Bench.Kernel;

/// <summary>
/// What a kernel works on, in native memory: a bank of the engine's eight bands, at rest and on its way to other bands and back (a
/// segment each), its states, and interleaved noise.
/// </summary>
internal sealed unsafe class KernelBank<T> : IDisposable where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Frames of a timed run.</summary>
    public const int Frames = EngineBands.RunFrames;

    private static readonly StereoNoise Noise = new(Frames);

    /// <summary>Makes it.</summary>
    public KernelBank()
    {
        double[][] here = [.. EngineBands.Decoder.Select(Design)];
        double[][] there = [.. EngineBands.DecoderElsewhere.Select(Design)];
        Write(Still, here, here);
        WriteWay(Pieces, here, there);
        WriteWay(Pieces + BankLayout.GlideLength, there, here);
        Restart();
    }

    /// <summary>Coefficients at rest.</summary>
    public T* Still { get; } = Allocate(BankLayout.PieceLength);

    /// <summary>Two segments' pieces, there and back.</summary>
    public T* Pieces { get; } = Allocate(2 * BankLayout.GlideLength);

    /// <summary>States.</summary>
    public T* States { get; } = Allocate(BankLayout.StateLength);

    /// <summary>Frames in place.</summary>
    public T* Io { get; } = Allocate(2 * Frames);

    /// <summary>What was put out, then the states.</summary>
    public T[] Result => [.. new Span<T>(Io, 2 * Frames), .. new Span<T>(States, BankLayout.StateLength)];

    /// <summary>Fresh noise, no states.</summary>
    public void Restart()
    {
        new Span<T>(States, BankLayout.StateLength).Clear();
        for (int i = 0; i < Frames; i++)
        {
            Io[2 * i] = T.CreateTruncating(Noise.Left[i]);
            Io[(2 * i) + 1] = T.CreateTruncating(Noise.Right[i]);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (nint memory in (nint[])[(nint)Still, (nint)Pieces, (nint)States, (nint)Io])
            NativeMemory.AlignedFree((void*)memory);
    }

    private static T* Allocate(int length)
    {
        nuint bytes = (nuint)(length * sizeof(T));
        void* memory = NativeMemory.AlignedAlloc(bytes, 64);
        NativeMemory.Clear(memory, bytes);
        return (T*)memory;
    }

    private static double[] Design(Band band)
    {
        Span<Section> sections = stackalloc Section[SectionDesign.MaxSections];
        SectionDesign.Design(band, EngineBands.SampleRate, sections);
        var c = SvfCoefficients.From(sections[0]);
        return [c.P, c.Q, c.R, c.D, c.C1, c.C2];
    }

    private static void WriteWay(T* pieces, double[][] from, double[][] to)
    {
        for (int piece = 0; piece <= BankLayout.PiecesPerSegment; piece++)
            Write(pieces + (piece * BankLayout.PieceLength), Between(from, to, piece - 1), Between(from, to, piece));
    }

    private static double[][] Between(double[][] from, double[][] to, int piece)
    {
        double share = Math.Max(piece, 0) / (double)BankLayout.PiecesPerSegment;
        return [.. from.Zip(to, (a, b) => a.Zip(b, (x, y) => x + (share * (y - x))).ToArray())];
    }

    private static void Write(T* piece, double[][] from, double[][] to)
    {
        for (int k = 0; k < BankLayout.Coefficients; k++)
        {
            for (int lane = 0; lane < BankLayout.Lanes; lane++)
            {
                int at = (k * BankLayout.Lanes) + lane;
                double start = from[lane / 2][k];
                piece[at] = T.CreateTruncating(start);
                piece[BankLayout.StillLength + at] = T.CreateTruncating((to[lane / 2][k] - start) / BankLayout.PieceSamples);
            }
        }
    }
}
