namespace SemanticEq.Inference.Tests;

/// <summary>A decoder that throws, stands still, or can't even be made, on the thread that a host's process lives or dies by.</summary>
public class DecodeWorkerFaultTests
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(1);
    private readonly ModelFolder _model = ModelFolder.Load(Repository.Model);

    [Fact]
    public void A_decoder_that_throws_is_followed_by_the_twin_and_tried_again_for_who_comes_next()
    {
        int made = 0;
        var shared = new SharedDecoding(_model, () => Worker(made++ == 0 ? new ThrowingDecoder() : new MarkedDecoder()));
        var first = Open(shared);
        float[] twin = new float[DecoderShape.Output];
        new DecoderTwin(_model).Decode(new float[DecoderShape.Latent], twin);

        // The request that it threw at is lost, as a live instance's would be.
        _ = Ask(first, 1, milliseconds: 200);
        Ask(first, 2).ShouldBe(twin);
        first.IsAnsweredByTwin.ShouldBeTrue();
        shared.Status!.IsFault.ShouldBeTrue();
        shared.Status.Problem.ShouldBe("it failed while it decoded: planted");

        var second = Open(shared);
        Ask(second, 3)![0].ShouldBe(MarkedDecoder.Mark);
        shared.Status!.Problem.ShouldBeNull();
        Ask(first, 4).ShouldBe(twin, "who is still with the first worker is served by it");
        shared.Close(first);
        shared.Close(second);
        shared.Leave();
    }

    [Fact]
    public void A_decoder_that_stands_still_is_found_lost_and_holds_nobody_up()
    {
        using var hold = new ManualResetEventSlim();
        int made = 0;
        var shared = new SharedDecoding(_model, () => Worker(made++ == 0 ? new StandingDecoder(hold) : new MarkedDecoder(), TimeSpan.FromMilliseconds(50)));
        var first = Open(shared);
        Ask(first, 1, milliseconds: 500).ShouldBeNull();
        first.IsLost.ShouldBeTrue();
        shared.Status!.Problem.ShouldBe("it has stopped answering");

        var second = Open(shared);
        Ask(second, 2)![0].ShouldBe(MarkedDecoder.Mark);
        shared.Close(first);
        shared.Close(second);
        // Ends a worker of which nothing is left to wait for; the one that stands still is not waited for.
        shared.Leave();
        hold.Set();
    }

    [Fact]
    public void One_that_was_only_slow_is_lost_no_more()
    {
        using var hold = new ManualResetEventSlim();
        using var worker = Worker(new StandingDecoder(hold));
        var channel = worker.Open();
        channel.Offline = true;
        Ask(channel, 1, milliseconds: 50).ShouldBeNull();
        channel.GiveUp();
        channel.IsLost.ShouldBeTrue();
        hold.Set();
        Ask(channel, 2).ShouldNotBeNull();
        SpinWait.SpinUntil(() => !channel.IsLost, 10_000).ShouldBeTrue();
        worker.Status!.Problem.ShouldBeNull();
    }

    [Fact]
    public void One_that_is_always_asked_and_never_rests_is_not_lost()
    {
        using var worker = Worker(new SlowDecoder(), TimeSpan.FromMilliseconds(700));
        DecodeChannel[] channels = [worker.Open(), worker.Open()];
        int lost = 0;
        Thread[] askers = [.. channels.Select(channel => new Thread(() => AskAllTheTime(channel, () => Interlocked.Increment(ref lost))))];
        foreach (var asker in askers)
            asker.Start();
        foreach (var asker in askers)
            asker.Join();
        lost.ShouldBe(0);
    }

    [Fact]
    public void One_that_fails_again_and_again_is_not_tried_for_ever()
    {
        int made = 0;
        var shared = new SharedDecoding(_model, () =>
        {
            made++;
            return Worker(new ThrowingDecoder());
        });
        for (int i = 0; i < 10; i++)
        {
            var channel = Open(shared);
            _ = Ask(channel, i, milliseconds: 200);
            Ask(channel, i).ShouldNotBeNull();
            shared.Close(channel);
        }
        made.ShouldBe(3);
        shared.Status!.Problem.ShouldBe("it has failed again and again");
        shared.Leave();
    }

    [Fact]
    public void A_worker_that_can_not_even_have_a_twin_ends_and_takes_nobody_with_it()
    {
        using var worker = new DecodeWorker(() => throw new InvalidOperationException("planted"), () => throw new InvalidOperationException("planted too"), Long);
        var channel = worker.Open();
        Ask(channel, 1, milliseconds: 100).ShouldBeNull();
        SpinWait.SpinUntil(() => channel.IsLost, 10_000).ShouldBeTrue();
    }

    private DecodeWorker Worker(IDecoder decoder, TimeSpan? stall = null) =>
        new(() => (decoder, new DecoderStatus("planted", null)), () => new DecoderTwin(_model), stall ?? Long);

    private static DecodeChannel Open(SharedDecoding shared)
    {
        var channel = shared.Open();
        channel.Offline = true;
        return channel;
    }

    private static float[]? Ask(DecodeChannel channel, long tick, int milliseconds = 20_000)
    {
        float[] bands = new float[DecoderShape.Output];
        channel.TryRequest(tick, new float[DecoderShape.Latent]).ShouldBeTrue();
        long until = Environment.TickCount64 + milliseconds;
        while (Environment.TickCount64 < until)
        {
            channel.Wake();
            if (channel.TryTakeAnswer(out _, bands))
                return bands;
            channel.WaitForAnswer(5);
        }
        return null;
    }

    // Two of these leave the worker no look without a request.
    private static void AskAllTheTime(DecodeChannel channel, Action lost)
    {
        const int Ahead = 4;
        channel.Offline = true;
        float[] bands = new float[DecoderShape.Output];
        int open = 0;
        long tick = 0;
        for (long until = Environment.TickCount64 + 2000; Environment.TickCount64 < until;)
        {
            // As one who waits for what he has asked: while this one's are decoded, the other has asked again.
            for (bool isDone = open == 0; isDone && open < Ahead && channel.TryRequest(tick, new float[DecoderShape.Latent]); tick++)
                open++;
            channel.Wake();
            channel.WaitForAnswer(5);
            while (channel.TryTakeAnswer(out _, bands))
                open--;
            if (channel.IsLost)
                lost();
        }
    }

    private sealed class SlowDecoder : IDecoder
    {
        public int MaxBatch => 16;

        public void Decode(ReadOnlySpan<float> z, int count, Span<float> bands) => Thread.Sleep(2);

        public void Dispose()
        {
        }
    }

    private sealed class ThrowingDecoder : IDecoder
    {
        public int MaxBatch => 16;

        public void Decode(ReadOnlySpan<float> z, int count, Span<float> bands) => throw new InvalidOperationException("planted");

        public void Dispose() => throw new InvalidOperationException("planted at the end");
    }

    private sealed class StandingDecoder(ManualResetEventSlim hold) : IDecoder
    {
        public int MaxBatch => 16;

        public void Decode(ReadOnlySpan<float> z, int count, Span<float> bands) => hold.Wait();

        public void Dispose()
        {
        }
    }

    private sealed class MarkedDecoder : IDecoder
    {
        public const float Mark = 42f;

        public int MaxBatch => 16;

        public void Decode(ReadOnlySpan<float> z, int count, Span<float> bands) => bands[0] = Mark;

        public void Dispose()
        {
        }
    }
}
