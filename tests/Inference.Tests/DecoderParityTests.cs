using static SemanticEq.Inference.Tests.ParityVectors;

namespace SemanticEq.Inference.Tests;

/// <summary>Three evaluations of one network: PyTorch's (exported vectors), the ONNX Runtime's, and the twin's.</summary>
public class DecoderParityTests
{
    private const float Tolerance = 1e-5f;
    private readonly ModelFolder _model = ModelFolder.Load(Repository.Model);

    [Fact]
    public void The_twin_equals_PyTorch()
    {
        var twin = new DecoderTwin(_model);
        float[] bands = new float[DecoderShape.Output];
        foreach (var (z, expected) in Read("cases", "z", "bands"))
        {
            twin.Decode(z, bands);
            Difference(bands, expected).ShouldBeLessThan(ToleranceAt(z), $"|z| = {Norm(z)}");
        }
    }

    [Fact]
    public void The_ONNX_Runtime_equals_PyTorch()
    {
        using var onnx = new OnnxDecoder(_model, Repository.OnnxRuntime);
        float[] bands = new float[DecoderShape.Output];
        foreach (var (z, expected) in Read("cases", "z", "bands"))
        {
            onnx.Decode(z, 1, bands);
            Difference(bands, expected).ShouldBeLessThan(ToleranceAt(z), $"|z| = {Norm(z)}");
        }
    }

    [Fact]
    public void The_twin_equals_the_ONNX_Runtime_at_every_word_and_between_words()
    {
        using var onnx = new OnnxDecoder(_model, Repository.OnnxRuntime);
        var twin = new DecoderTwin(_model);
        float[] z = new float[DecoderShape.Latent];
        float[] fromOnnx = new float[DecoderShape.Output];
        float[] fromTwin = new float[DecoderShape.Output];
        var words = _model.Vocabulary.Words;
        for (int i = 0; i < words.Count; i++)
        {
            var frame = new ControlFrame(words[i].Slot, words[(i * 7) % words.Count].Slot, i % 11 / 10f, 0, default);
            LatentPlace.Locate(_model.Vocabulary, frame, z);
            onnx.Decode(z, 1, fromOnnx);
            twin.Decode(z, fromTwin);
            Difference(fromOnnx, fromTwin).ShouldBeLessThan(Tolerance, words[i].Word);
        }
    }

    [Fact]
    public void No_words_and_neutral_macros_decode_to_exactly_flat()
    {
        using var onnx = new OnnxDecoder(_model, Repository.OnnxRuntime);
        float[] fromOnnx = new float[DecoderShape.Output];
        float[] fromTwin = new float[DecoderShape.Output];

        onnx.Decode(new float[DecoderShape.Latent], 1, fromOnnx);
        new DecoderTwin(_model).Decode(new float[DecoderShape.Latent], fromTwin);

        for (int band = 0; band < DecoderShape.Bands; band++)
        {
            fromOnnx[(3 * band) + 1].ShouldBe(0f);
            fromTwin[(3 * band) + 1].ShouldBe(0f);
        }
    }

    [Fact]
    public void Any_finite_place_decodes_to_finite_ordered_bands()
    {
        var twin = new DecoderTwin(_model);
        float[] bands = new float[DecoderShape.Output];
        var random = new Random(1);
        for (int trial = 0; trial < 2000; trial++)
        {
            float size = MathF.Pow(10, (random.NextSingle() * 12) - 3);
            float[] z = [.. Enumerable.Range(0, DecoderShape.Latent).Select(_ => ((random.NextSingle() * 2) - 1) * size)];
            twin.Decode(z, bands);
            bands.ShouldAllBe(value => float.IsFinite(value));
            for (int band = 0; band < DecoderShape.Bands; band++)
                MathF.Abs(bands[(3 * band) + 1]).ShouldBeLessThan(24f);
        }
    }

    [Fact]
    public void Decoding_allocates_nothing()
    {
        using var onnx = new OnnxDecoder(_model, Repository.OnnxRuntime);
        var twin = new DecoderTwin(_model);
        float[] z = new float[16 * DecoderShape.Latent];
        float[] bands = new float[16 * DecoderShape.Output];
        void Once()
        {
            onnx.Decode(z, 16, bands);
            onnx.Decode(z, 1, bands);
            twin.Decode(z.AsSpan(0, DecoderShape.Latent), bands);
        }

        for (int i = 0; i < 100; i++)
            Once();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1000; i++)
            Once();
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    // Words have norms of 14 to 31, all macros at their ends add some 70. Far outside, the rounding of the first product alone
    // is above 1e-5, in every implementation.
    private static float ToleranceAt(float[] z) => Tolerance * MathF.Max(1f, Norm(z) / 128f);
}
