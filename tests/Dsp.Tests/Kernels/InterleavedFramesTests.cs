namespace SemanticEq.Dsp.Tests;

/// <summary>Every length, so that vectors and what is left over both run.</summary>
public sealed unsafe class InterleavedFramesTests
{
    private const int Longest = 21;

    [Fact]
    public void Joined_and_split_gives_the_same_samples_and_nothing_beyond()
    {
        for (int frames = 0; frames <= Longest; frames++)
        {
            double[] left = Signals.Noise(Longest, 1);
            double[] right = Signals.Noise(Longest, 2);
            float[] left32 = [.. left.Select(x => (float)x)];
            float[] right32 = [.. right.Select(x => (float)x)];
            var io = new double[2 * (Longest + 1)];
            var io32 = new float[2 * (Longest + 1)];
            var ioWide = new double[2 * (Longest + 1)];
            double[] backLeft = new double[Longest], backRight = new double[Longest];
            float[] back32Left = new float[Longest], back32Right = new float[Longest];
            float[] narrowLeft = new float[Longest], narrowRight = new float[Longest];
            fixed (double* l = left, r = right, w = io, wide = ioWide, bl = backLeft, br = backRight)
            fixed (float* l32 = left32, r32 = right32, w32 = io32, bl32 = back32Left, br32 = back32Right, nl = narrowLeft, nr = narrowRight)
            {
                InterleavedFrames.Join(l, r, w, frames);
                InterleavedFrames.Join(l32, r32, w32, frames);
                InterleavedFrames.Join(l32, r32, wide, frames);
                InterleavedFrames.Split(w, bl, br, frames);
                InterleavedFrames.Split(w32, bl32, br32, frames);
                InterleavedFrames.Split(w, nl, nr, frames);
            }

            io.ShouldBe(Expected(left, right, frames));
            io32.ShouldBe(Expected(left32, right32, frames));
            ioWide.ShouldBe(Expected([.. left32.Select(x => (double)x)], [.. right32.Select(x => (double)x)], frames));
            backLeft.ShouldBe(Head(left, frames));
            backRight.ShouldBe(Head(right, frames));
            back32Left.ShouldBe(Head(left32, frames));
            back32Right.ShouldBe(Head(right32, frames));
            narrowLeft.ShouldBe(Head(left32, frames));
            narrowRight.ShouldBe(Head(right32, frames));
        }
    }

    [Fact]
    public void Mid_and_side_are_half_of_sum_and_difference_and_lead_back()
    {
        for (int frames = 0; frames <= Longest; frames++)
        {
            double[] io = Signals.Noise(2 * (Longest + 1), 3);
            float[] io32 = [.. io.Select(x => (float)x)];
            double[] before = [.. io];
            float[] before32 = [.. io32];
            fixed (double* p = io)
                MidSide.Encode(p, frames);
            fixed (float* p = io32)
                MidSide.Encode(p, frames);
            for (int i = 0; i <= Longest; i++)
            {
                bool encoded = i < frames;
                io[2 * i].ShouldBe(encoded ? 0.5 * (before[2 * i] + before[(2 * i) + 1]) : before[2 * i]);
                io[(2 * i) + 1].ShouldBe(encoded ? 0.5 * (before[2 * i] - before[(2 * i) + 1]) : before[(2 * i) + 1]);
                io32[2 * i].ShouldBe(encoded ? 0.5f * (before32[2 * i] + before32[(2 * i) + 1]) : before32[2 * i]);
                io32[(2 * i) + 1].ShouldBe(encoded ? 0.5f * (before32[2 * i] - before32[(2 * i) + 1]) : before32[(2 * i) + 1]);
            }

            fixed (double* p = io)
                MidSide.Decode(p, frames);
            fixed (float* p = io32)
                MidSide.Decode(p, frames);
            for (int i = 0; i < io.Length; i++)
            {
                io[i].ShouldBe(before[i], 1e-15);
                io32[i].ShouldBe(before32[i], 1e-6f);
            }
        }
    }

    private static T[] Head<T>(T[] samples, int frames) => [.. samples[..frames], .. new T[samples.Length - frames]];

    private static T[] Expected<T>(T[] left, T[] right, int frames)
    {
        var io = new T[2 * (Longest + 1)];
        for (int i = 0; i < frames; i++)
            (io[2 * i], io[(2 * i) + 1]) = (left[i], right[i]);
        return io;
    }
}
