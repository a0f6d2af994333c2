using SemanticEq.Inference;

namespace SemanticEq.Plugin.Tests;

public sealed class DecodePipelineTests : IDisposable
{
    private readonly ModelFolder _model = ModelFolder.Load(ModelVersions.Newest(Bundle.Models));
    private readonly SharedDecoding _shared;
    private readonly DecodeChannel _channel;

    public DecodePipelineTests()
    {
        // No ONNX Runtime here: its worker then decodes by the twin, which makes all answers comparable to the bit.
        _shared = SharedDecoding.Join(_model, ModelVersions.Newest(Bundle.Models), "/nowhere/onnxruntime.so");
        _channel = _shared.Open();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_change_is_applied_exactly_eight_ticks_later_offline_by_the_worker_and_live_in_a_burst_by_whoever_is_there(bool offline)
    {
        _channel.Offline = offline;
        var pipeline = New();
        pipeline.Jump(default, wait: true);
        for (long tick = 0; tick < 40; tick++)
        {
            bool applied = pipeline.Tick(tick, tick < 5 ? default : Frame("warm"));
            applied.ShouldBe(tick == 13);
        }
        pipeline.Bands.ToArray().ShouldBe(Twin("warm"));
        // The jump and the change: without the ONNX Runtime both are the twin's, wherever it ran.
        pipeline.TwinDecodes.ShouldBe(2);
    }

    [Fact]
    public void Continuous_automation_is_answered_tick_by_tick_in_order()
    {
        foreach (bool offline in new[] { true, false })
        {
            _channel.Offline = offline;
            var pipeline = New();
            pipeline.Jump(Morph(0), wait: true);
            for (long tick = 1; tick < 300; tick++)
            {
                pipeline.Tick(tick, Morph(tick / 300f)).ShouldBe(tick > 8);
                if (tick > 8)
                    pipeline.Bands.ToArray().ShouldBe(Decode(Morph((tick - 8) / 300f)), $"tick {tick}, offline {offline}");
            }
        }
    }

    [Fact]
    public void A_jump_forgets_what_was_under_way()
    {
        var pipeline = New();
        pipeline.Jump(default, wait: true);
        pipeline.Tick(0, Frame("warm"));
        pipeline.Jump(Frame("bright"), wait: false);
        for (long tick = 0; tick < 20; tick++)
            pipeline.Tick(tick, Frame("bright")).ShouldBeFalse();
        pipeline.Bands.ToArray().ShouldBe(Twin("bright"));
    }

    [Fact]
    public void A_jump_after_live_requests_that_nobody_answered_neither_hangs_nor_falls_back()
    {
        _shared.Close(_channel);
        Thread.Sleep(20);
        var pipeline = New();
        for (long tick = 0; tick < 200; tick++)
            pipeline.Tick(tick, Morph(tick / 200f));
        var fresh = _shared.Open();
        fresh.Offline = true;
        pipeline = new DecodePipeline(_model.Vocabulary, fresh, new DecoderTwin(_model));
        long before = Environment.TickCount64;

        pipeline.Jump(Frame("bright"), wait: true);

        (Environment.TickCount64 - before).ShouldBeLessThan(5_000);
        pipeline.Bands.ToArray().ShouldBe(Twin("bright"));
        _shared.Close(fresh);
    }

    [Fact]
    public void A_worker_that_is_gone_is_waited_for_once_and_not_at_every_tick()
    {
        _shared.Close(_channel);
        _channel.Offline = true;
        var pipeline = new DecodePipeline(_model.Vocabulary, _channel, new DecoderTwin(_model), patienceMilliseconds: 200);
        pipeline.Jump(default, wait: true);
        long before = Environment.TickCount64;
        for (long tick = 0; tick < 50; tick++)
            pipeline.Tick(tick, Morph(tick / 50f));
        (Environment.TickCount64 - before).ShouldBeLessThan(2_000);
        pipeline.TwinDecodes.ShouldBeGreaterThan(40);
    }

    [Fact]
    public void Ticks_allocate_nothing()
    {
        var pipeline = New();
        pipeline.Jump(default, wait: true);
        long least = long.MaxValue;
        // Which ticks the worker answers and which the twin does is chance; code is compiled when it is first met. Garbage of a tick's
        // own would come in every round.
        for (int round = 0; round < 4; round++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (long tick = 0; tick < 5000; tick++)
                pipeline.Tick((round * 5000) + tick, Morph(tick / 5000f));
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }
        least.ShouldBe(0);
    }

    public void Dispose()
    {
        _shared.Close(_channel);
        _shared.Leave();
    }

    private DecodePipeline New() => new(_model.Vocabulary, _channel, new DecoderTwin(_model));

    private ControlFrame Frame(string word) => new(_model.Vocabulary.SlotOf(word)!.Value, 0, 0, 0, default);

    private ControlFrame Morph(float morph) =>
        new(_model.Vocabulary.SlotOf("warm")!.Value, _model.Vocabulary.SlotOf("bright")!.Value, morph, 0, default);

    private float[] Twin(string word) => Decode(Frame(word));

    private float[] Decode(ControlFrame frame)
    {
        float[] z = new float[DecoderShape.Latent];
        float[] bands = new float[DecoderShape.Output];
        LatentPlace.Locate(_model.Vocabulary, frame, z);
        new DecoderTwin(_model).Decode(z, bands);
        return bands;
    }
}
