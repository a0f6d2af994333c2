using System.Numerics;

namespace SemanticEq.Dsp.Tests;

/// <summary>The vector kernels against their scalar twin, and the twin's two roundings against each other.</summary>
public sealed unsafe class KernelTests
{
    private static readonly (int First, int Count)[] Ranges = [(0, 4), (4, 4), (0, 8)];

    private unsafe delegate void StillForm<T>(T* coefficients, T* states, T* io, int frames, int firstBand, int bandCount) where T : unmanaged;

    private unsafe delegate void GlideForm<T>(T* pieces, T* states, T* io, int frames, int from, int firstBand, int bandCount) where T : unmanaged;

    public static TheoryData<int, int> BandRanges => new() { { 0, 4 }, { 4, 4 }, { 0, 8 } };

    [SkippableTheory]
    [MemberData(nameof(BandRanges))]
    public void Still_single_precision_equals_its_twin(int first, int count)
    {
        Skip.IfNot(FloatKernel.IsSupported);
        StillEqual<float>(FloatKernel.Still, ScalarKernel<float, Fused<float>>.Still, first, count);
    }

    [SkippableTheory]
    [MemberData(nameof(BandRanges))]
    public void Still_double_precision_equals_its_twin(int first, int count)
    {
        Skip.IfNot(DoubleKernel.IsSupported);
        StillEqual<double>(DoubleKernel.Still, ScalarKernel<double, Fused<double>>.Still, first, count);
    }

    [SkippableTheory]
    [MemberData(nameof(BandRanges))]
    public void Gliding_single_precision_equals_its_twin(int first, int count)
    {
        Skip.IfNot(FloatKernel.IsSupported);
        GlideEqual<float>(FloatKernel.Glide, ScalarKernel<float, Fused<float>>.Glide, first, count);
    }

    [SkippableTheory]
    [MemberData(nameof(BandRanges))]
    public void Gliding_double_precision_equals_its_twin(int first, int count)
    {
        Skip.IfNot(DoubleKernel.IsSupported);
        GlideEqual<double>(DoubleKernel.Glide, ScalarKernel<double, Fused<double>>.Glide, first, count);
    }

    [Fact]
    public void A_segment_cut_anywhere_is_the_same_in_single_precision() => CutsEqual<float>(SemanticEq.Dsp.Kernels.Glide, Dsp.Kernels.Still);

    [Fact]
    public void A_segment_cut_anywhere_is_the_same_in_double_precision() => CutsEqual<double>(SemanticEq.Dsp.Kernels.Glide, Dsp.Kernels.Still);

    [Fact]
    public void Rounding_twice_is_close_to_rounding_once_in_single_precision() =>
        RoundingsClose<float>(ScalarKernel<float, Fused<float>>.Glide, ScalarKernel<float, Plain<float>>.Glide, 1e-4);

    [Fact]
    public void Rounding_twice_is_close_to_rounding_once_in_double_precision() =>
        RoundingsClose<double>(ScalarKernel<double, Fused<double>>.Glide, ScalarKernel<double, Plain<double>>.Glide, 1e-12);

    [Fact]
    public void An_idle_bank_passes_everything_exactly()
    {
        using var bank = new BankCase<float>(200, new(5));
        bank.Still.Span.Clear();
        bank.Still.Span.Slice(3 * BankLayout.Lanes, BankLayout.Lanes).Fill(1.0f);
        bank.States.Span.Clear();
        float[] input = bank.Io.Span[..400].ToArray();
        SemanticEq.Dsp.Kernels.Still(bank.Still.Pointer, bank.States.Pointer, bank.Io.Pointer, 200, 0, 8);
        bank.Io.Span[..400].ToArray().ShouldBe(input);
    }

    [Fact]
    public void A_band_plays_what_its_section_says()
    {
        // An impulse through sections one after the other, in double precision, against the recursion written out.
        using var bank = new BankCase<double>(300, new(6));
        bank.States.Span.Clear();
        bank.Io.Span.Clear();
        bank.Io.Span[0] = 1.0;
        SemanticEq.Dsp.Kernels.Still(bank.Still.Pointer, bank.States.Pointer, bank.Io.Pointer, 300, 0, 8);
        double[] expected = Signals.Impulse(300);
        for (int band = 0; band < BankLayout.Bands; band++)
            Recursion(expected, k => bank.Still.Span[(k * BankLayout.Lanes) + (2 * band)]);
        double peak = expected.Max(Math.Abs);
        for (int i = 0; i < 300; i++)
            bank.Io.Span[2 * i].ShouldBe(expected[i], 1e-12 * peak);
        for (int i = 0; i < 300; i++)
            bank.Io.Span[(2 * i) + 1].ShouldBe(0.0);
    }

    private static void Recursion(double[] samples, Func<int, double> c)
    {
        double s1 = 0.0;
        double s2 = 0.0;
        for (int i = 0; i < samples.Length; i++)
        {
            double u = samples[i] - s2;
            samples[i] = (c(3) * samples[i]) + (c(4) * s1) + (c(5) * s2);
            (s1, s2) = (s1 - (c(0) * s1) + (c(1) * u), s2 + (c(1) * s1) + (c(2) * u));
        }
    }

    private static void StillEqual<T>(StillForm<T> form, StillForm<T> twin, int first, int count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var random = new Random(1);
        foreach (int frames in Enumerable.Range(0, 71).Append(512))
        {
            using var bank = new BankCase<T>(frames, random);
            form(bank.Still.Pointer, bank.States.Pointer, bank.Io.Pointer, frames, first, count);
            var result = bank.Result;
            OthersUntouched(bank, first, count);
            bank.Restart();
            twin(bank.Still.Pointer, bank.States.Pointer, bank.Io.Pointer, frames, first, count);
            result.ShouldBe(bank.Result, $"{frames} frames");
        }
    }

    private static void GlideEqual<T>(GlideForm<T> form, GlideForm<T> twin, int first, int count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var random = new Random(2);
        for (int frames = 0; frames <= BankLayout.SegmentSamples; frames++)
        {
            int room = BankLayout.SegmentSamples - frames;
            foreach (int from in new[] { 0, room, random.Next(room + 1), random.Next(room + 1) })
            {
                using var bank = new BankCase<T>(frames, random);
                form(bank.Pieces.Pointer, bank.States.Pointer, bank.Io.Pointer, frames, from, first, count);
                var result = bank.Result;
                OthersUntouched(bank, first, count);
                bank.Restart();
                twin(bank.Pieces.Pointer, bank.States.Pointer, bank.Io.Pointer, frames, from, first, count);
                result.ShouldBe(bank.Result, $"{frames} frames from {from}");
            }
        }
    }

    private static void OthersUntouched<T>(BankCase<T> bank, int first, int count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int i = 0; i < BankLayout.StateLength; i++)
        {
            int band = i % BankLayout.Lanes / 2;
            if (band < first || band >= first + count)
                bank.States.Span[i].ShouldBe(bank.FirstStates[i]);
        }

        foreach (T beyond in bank.Io.Span[(2 * bank.Frames)..])
            T.IsNaN(beyond).ShouldBeTrue();
    }

    private static void CutsEqual<T>(GlideForm<T> glide, StillForm<T> still)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var random = new Random(3);
        for (int trial = 0; trial < 300; trial++)
        {
            using var bank = new BankCase<T>(BankLayout.SegmentSamples, random);
            var (first, count) = Ranges[random.Next(Ranges.Length)];
            glide(bank.Pieces.Pointer, bank.States.Pointer, bank.Io.Pointer, bank.Frames, 0, first, count);
            var whole = bank.Result;
            bank.Restart();
            InParts(bank, random, (io, frames, from) => glide(bank.Pieces.Pointer, bank.States.Pointer, io, frames, from, first, count));
            bank.Result.ShouldBe(whole, "gliding");

            bank.Restart();
            still(bank.Still.Pointer, bank.States.Pointer, bank.Io.Pointer, bank.Frames, first, count);
            whole = bank.Result;
            bank.Restart();
            InParts(bank, random, (io, frames, _) => still(bank.Still.Pointer, bank.States.Pointer, io, frames, first, count));
            bank.Result.ShouldBe(whole, "still");
        }
    }

    // Each part in a buffer of its own: what lies behind it must not be heard.
    private static void InParts<T>(BankCase<T> bank, Random random, Part<T> process)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using var part = new NativeArray<T>((2 * bank.Frames) + BankCase<T>.Pad);
        int longest = 1 + random.Next(bank.Frames);
        for (int at = 0, frames; at < bank.Frames; at += frames)
        {
            frames = Math.Min(1 + random.Next(longest), bank.Frames - at);
            var samples = bank.Io.Span.Slice(2 * at, 2 * frames);
            part.Span.Fill(T.NaN);
            samples.CopyTo(part.Span);
            process(part.Pointer, frames, at);
            part.Span[..samples.Length].CopyTo(samples);
        }
    }

    private static void RoundingsClose<T>(GlideForm<T> once, GlideForm<T> twice, double tolerance)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using var bank = new BankCase<T>(BankLayout.SegmentSamples, new(4));
        once(bank.Pieces.Pointer, bank.States.Pointer, bank.Io.Pointer, bank.Frames, 0, 0, BankLayout.Bands);
        double[] expected = [.. bank.Result.Select(double.CreateTruncating)];
        bank.Restart();
        twice(bank.Pieces.Pointer, bank.States.Pointer, bank.Io.Pointer, bank.Frames, 0, 0, BankLayout.Bands);
        double peak = expected.Max(Math.Abs);
        expected.Zip(bank.Result, (a, b) => Math.Abs(a - double.CreateTruncating(b))).Max().ShouldBeLessThan(tolerance * peak);
    }

    private unsafe delegate void Part<T>(T* io, int frames, int from) where T : unmanaged;
}
