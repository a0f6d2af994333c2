namespace SemanticEq.Dsp.Tests;

public unsafe class PieceTableTests
{
    private static readonly double[] Whole = [.. Enumerable.Repeat(1.0, BankLayout.Lanes)];

    [Fact]
    public void At_rest_every_piece_is_exactly_the_design()
    {
        var knots = new Knots();
        double[] design = Design(1);
        for (int i = 0; i < Knots.Kept; i++)
            knots.Push(design, Whole);
        knots.IsMoving.ShouldBeFalse();
        foreach (var (value, slope, lane) in Pieces(knots, 0).SelectMany(piece => piece))
        {
            value.ShouldBe((float)design[lane / BankLayout.Lanes * BankLayout.Bands + (lane % BankLayout.Lanes / 2)]);
            slope.ShouldBe(0.0f);
        }
    }

    [Fact]
    public void Pieces_join_and_stay_between_the_designs()
    {
        var knots = new Knots();
        double[][] designs = [.. Enumerable.Range(1, 12).Select(Design)];
        (float Value, float Slope, int Lane)[]? last = null;
        for (int i = 0; i < 2 * designs.Length; i++)
        {
            if (i % 2 == 0)
                knots.Push(designs[i / 2], Whole);
            var pieces = Pieces(knots, i % 2);
            if (i >= 2 * Knots.Kept)
            {
                // The segment before ended with the same piece as this one says.
                for (int lane = 0; lane < BankLayout.StillLength; lane++)
                {
                    pieces[0][lane].Value.ShouldBe(last![lane].Value, 1e-5f);
                    pieces[0][lane].Slope.ShouldBe(last[lane].Slope, 1e-6f);
                }

                for (int piece = 0; piece < BankLayout.PiecesPerSegment; piece++)
                {
                    for (int lane = 0; lane < BankLayout.StillLength; lane++)
                    {
                        var (value, slope, _) = pieces[piece][lane];
                        (value + (BankLayout.PieceSamples * slope)).ShouldBe(pieces[piece + 1][lane].Value, 1e-5f);
                        double[] around = [.. Enumerable.Range(0, 4).Select(age => designs[(i / 2) - age][(lane / BankLayout.Lanes * BankLayout.Bands) + (lane % BankLayout.Lanes / 2)])];
                        ((double)value).ShouldBeInRange(around.Min() - 1e-5, around.Max() + 1e-5);
                    }
                }
            }

            last = pieces[^1];
        }
    }

    [Fact]
    public void The_fast_form_is_the_plain_one()
    {
        var knots = new Knots();
        for (int i = 1; i < 9; i++)
            knots.Push(Design(i), Whole);
        var fast = new AlignedMemory<float>(BankLayout.GlideLength);
        var plain = new AlignedMemory<float>(BankLayout.GlideLength);
        var wide = new AlignedMemory<double>(BankLayout.GlideLength);
        var plainWide = new AlignedMemory<double>(BankLayout.GlideLength);
        for (int segment = 0; segment < Knots.SegmentsApart; segment++)
        {
            PieceTable.Write(knots, segment, fast.Pointer);
            PieceTable.WriteByVectors(knots, segment, plain.Pointer);
            PieceTable.Write(knots, segment, wide.Pointer);
            PieceTable.WriteByVectors(knots, segment, plainWide.Pointer);
            for (int i = 0; i < fast.Length; i++)
            {
                fast.Span[i].ShouldBe(plain.Span[i], 1e-6f);
                ((double)fast.Span[i]).ShouldBe(wide.Span[i], 1e-6);
                wide.Span[i].ShouldBe(plainWide.Span[i], 1e-14);
            }
        }
    }

    // Nobody but its spans and pointers uses the memory here: a compiler is free to drop its owner, and .NET 10 does.
    [Fact]
    public void Memory_lives_while_it_is_used()
    {
        using var end = new CancellationTokenSource();
        var collector = new Thread(() => CollectAndOverwrite(end.Token));
        collector.Start();
        try
        {
            for (int i = 0; i < 300; i++)
                The_fast_form_is_the_plain_one();
        }
        finally
        {
            end.Cancel();
            collector.Join();
        }
    }

    [Fact]
    public void A_band_wakes_at_mix_0_and_falls_asleep_when_all_kept_designs_are_the_identity()
    {
        var knots = new Knots();
        knots.Awake.ShouldBe(0);
        double[] design = Design(3);
        double[] mixes = new double[BankLayout.Lanes];
        mixes[4] = 0.25;
        knots.Push(design, mixes).ShouldBe(0);
        knots.Awake.ShouldBe(1 << 2);
        for (int age = 0; age < Knots.Kept; age++)
        {
            knots.Double(age)[4].ShouldBe(design[2]);
            knots.Double(age)[(3 * BankLayout.Lanes) + 5].ShouldBe(1.0);
            knots.Double(age)[(3 * BankLayout.Lanes) + 4].ShouldBe(age == 0 ? (0.25 * design[(3 * BankLayout.Bands) + 2]) + 0.75 : 1.0);
        }

        mixes[4] = 0.0;
        for (int i = 1; i < Knots.Kept; i++)
            knots.Push(design, mixes).ShouldBe(0);
        knots.Push(design, mixes).ShouldBe(1 << 2);
        knots.Awake.ShouldBe(0);
        knots.IsMoving.ShouldBeFalse();
        knots.Double(0)[4].ShouldBe(0.0);
    }

    private static (float Value, float Slope, int Lane)[][] Pieces(Knots knots, int segment)
    {
        var memory = new AlignedMemory<float>(BankLayout.GlideLength);
        PieceTable.Write(knots, segment, memory.Pointer);
        return [.. Enumerable.Range(0, 1 + BankLayout.PiecesPerSegment).Select(piece => Enumerable.Range(0, BankLayout.StillLength)
            .Select(lane => (
                memory.Span[(piece * BankLayout.PieceLength) + lane],
                memory.Span[(piece * BankLayout.PieceLength) + BankLayout.StillLength + lane],
                lane)).ToArray())];
    }

    private static void CollectAndOverwrite(CancellationToken end)
    {
        for (int round = 0; !end.IsCancellationRequested; round++)
        {
            for (int i = 0; i < 200; i++)
                GC.AllocateUninitializedArray<byte>(512 << (i % 8), pinned: true).AsSpan().Fill(0x7F);
            GC.Collect(round % 3, GCCollectionMode.Forced, blocking: true);
        }
    }

    private static double[] Design(int seed)
    {
        var random = new Random(seed);
        double[] log2Hz = [.. Enumerable.Range(0, 8).Select(_ => 5.0 + (9.0 * random.NextDouble()))];
        double[] gainDb = [.. Enumerable.Range(0, 8).Select(_ => (36.0 * random.NextDouble()) - 18.0)];
        double[] log2Q = [.. Enumerable.Range(0, 8).Select(_ => (4.0 * random.NextDouble()) - 2.0)];
        var design = new double[BankLayout.Coefficients * BankLayout.Bands];
        BankDesign.Design([.. Enumerable.Range(0, 8).Select(Equaliser.DecoderBandType)], log2Hz, gainDb, log2Q, 48000.0, design);
        return design;
    }
}
