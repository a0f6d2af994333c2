namespace SemanticEq.Inference.Tests;

public class DecodeWorkerTests
{
    private const int PatienceMilliseconds = 20_000;
    private readonly ModelFolder _model = ModelFolder.Load(Repository.Model);

    [Fact]
    public void It_answers_every_request_under_its_own_tick()
    {
        using var worker = new DecodeWorker(_model, Repository.OnnxRuntime);
        var channel = worker.Open();
        channel.Offline = true;
        float[] z = Place("warm");
        for (int tick = 0; tick < 40; tick++)
            channel.TryRequest(tick, z).ShouldBeTrue();

        var ticks = Take(channel, 40).Select(answer => answer.Tick).ToArray();

        ticks.ShouldBe(Enumerable.Range(0, 40).Select(i => (long)i));
        worker.Status!.Engine.ShouldStartWith("ONNX Runtime");
    }

    [Fact]
    public void Offline_answers_are_the_same_to_the_bit_whatever_else_is_asked()
    {
        using var worker = new DecodeWorker(_model, Repository.OnnxRuntime);
        var alone = worker.Open();
        alone.Offline = true;
        alone.TryRequest(1, Place("bright"));
        float[] expected = Take(alone, 1)[0].Bands;

        var busy = worker.Open();
        busy.Offline = true;
        for (int tick = 0; tick < 30; tick++)
            busy.TryRequest(tick, Place(tick == 17 ? "bright" : "warm"));

        Take(busy, 30)[17].Bands.ShouldBe(expected);
    }

    [Fact]
    public void Without_the_ONNX_Runtime_the_twin_answers_and_says_why()
    {
        using var worker = new DecodeWorker(_model, "/nowhere/libsemanticeq_onnxruntime.so");
        var channel = worker.Open();
        channel.Offline = true;
        channel.TryRequest(5, Place("warm"));

        float[] bands = Take(channel, 1)[0].Bands;

        float[] expected = new float[DecoderShape.Output];
        new DecoderTwin(_model).Decode(Place("warm"), expected);
        bands.ShouldBe(expected);
        worker.Status!.Problem!.ShouldContain("/nowhere/");
    }

    [Fact]
    public void A_full_ring_refuses_and_loses_nothing()
    {
        using var worker = new DecodeWorker(_model, Repository.OnnxRuntime);
        var channel = worker.Open();
        worker.Close(channel);
        Thread.Sleep(50);
        int accepted = 0;
        while (accepted < 1000 && channel.TryRequest(accepted, new float[DecoderShape.Latent]))
            accepted++;
        accepted.ShouldBe(64);
    }

    [Fact]
    public void Instances_share_one_worker_and_the_last_ends_it()
    {
        var first = SharedDecoding.Join(_model, Repository.Model, Repository.OnnxRuntime);
        var second = SharedDecoding.Join(_model, Repository.Model, Repository.OnnxRuntime);
        second.ShouldBeSameAs(first);
        first.Leave();
        second.Leave();

        var third = SharedDecoding.Join(_model, Repository.Model, Repository.OnnxRuntime);
        third.ShouldNotBeSameAs(first);
        third.Leave();
    }

    private float[] Place(string word)
    {
        float[] z = new float[DecoderShape.Latent];
        LatentPlace.Locate(_model.Vocabulary, new ControlFrame(_model.Vocabulary.SlotOf(word)!.Value, 0, 0, 0, default), z);
        return z;
    }

    private static List<(long Tick, float[] Bands)> Take(DecodeChannel channel, int count)
    {
        var answers = new List<(long, float[])>();
        long until = Environment.TickCount64 + PatienceMilliseconds;
        float[] bands = new float[DecoderShape.Output];
        channel.Wake();
        while (answers.Count < count && Environment.TickCount64 < until)
        {
            if (channel.TryTakeAnswer(out long tick, bands))
                answers.Add((tick, [.. bands]));
            else
                channel.WaitForAnswer(20);
        }
        answers.Count.ShouldBe(count);
        return answers;
    }
}
