using SemanticEq.Dsp;
using SemanticEq.Inference.Onnx;
using static SemanticEq.Inference.Tests.ParityVectors;

namespace SemanticEq.Inference.Tests;

/// <summary>encoder.onnx in the ONNX Runtime: equal to PyTorch's encoder, blind to level, and the decoder's way back.</summary>
public sealed class EncoderParityTests : IDisposable
{
    private const float Tolerance = 1e-5f;

    private readonly ModelFolder _model = ModelFolder.Load(Repository.Model);
    private readonly OrtSession _encoder = new(
        OrtApi.Load(Repository.OnnxRuntime),
        File.ReadAllBytes(Path.Combine(Repository.Model, "encoder.onnx")),
        new TensorContract("curve", [1, CommonGrid.Count], "z", [1, DecoderShape.Latent]),
        maxBatch: 1);

    public void Dispose() => _encoder.Dispose();

    [Fact]
    public void The_ONNX_Runtime_equals_PyTorch()
    {
        foreach (var (curveDb, expected) in Read("encoder_cases", "curve", "z"))
            Difference(Encode(curveDb), expected).ShouldBeLessThan(ToleranceAt(expected), $"|z| = {Norm(expected)}");
    }

    [Fact]
    public void A_flat_curve_is_the_neutral_place_at_any_level()
    {
        Encode(new float[CommonGrid.Count]).ShouldAllBe(value => value == 0f);
        foreach (float levelDb in (float[])[0.1f, -3.3f, 24f])
            Norm(Encode(Enumerable.Repeat(levelDb, CommonGrid.Count))).ShouldBeLessThan(1e-4f, $"{levelDb} dB");
    }

    [Fact]
    public void A_curves_level_does_not_move_its_place()
    {
        using var decoder = new OnnxDecoder(_model, Repository.OnnxRuntime);
        foreach (var word in _model.Vocabulary.Words)
        {
            float[] curveDb = [.. Curve(decoder, _model.Vocabulary.Latents(word.Slot, 0)).Select(db => (float)db)];
            float[] place = Encode(curveDb);
            foreach (float offsetDb in (float[])[-24f, -3f, 0.1f, 6f, 24f])
                Difference(Encode(curveDb.Select(db => db + offsetDb)), place).ShouldBeLessThan(1e-4f, $"{word.Word} {offsetDb:+0.0;-0.0} dB");
        }
    }

    [Fact]
    public void A_words_curve_comes_back_from_the_place_that_the_encoder_gives_it()
    {
        using var decoder = new OnnxDecoder(_model, Repository.OnnxRuntime);
        var back = _model.Vocabulary.Words.Select(word =>
        {
            double[] first = Curve(decoder, _model.Vocabulary.Latents(word.Slot, 0));
            double[] second = Curve(decoder, Encode(first.Select(db => (float)db)));
            double squares = first.Zip(second, (a, b) => (a - b) * (a - b)).Sum();
            return (word.Word, Cosine: CommonGrid.Cosine(first, second), RmsDb: Math.Sqrt(squares / CommonGrid.Count));
        }).OrderBy(item => item.Cosine).ToList();
        // Measured: median .99985, lowest .9972 (bueno), 0.11 dB at most. Eight bands say many curves in more than one way, so the
        // place itself need not come back.
        back[back.Count / 2].Cosine.ShouldBeGreaterThan(0.999);
        back[0].Cosine.ShouldBeGreaterThan(0.99, back[0].Word);
        var farthest = back.MaxBy(item => item.RmsDb);
        farthest.RmsDb.ShouldBeLessThan(0.2, farthest.Word);
    }

    private float[] Encode(IEnumerable<float> curveDb)
    {
        curveDb.ToArray().CopyTo(_encoder.Input);
        _encoder.Run(1);
        return _encoder.Output.ToArray();
    }

    private static double[] Curve(OnnxDecoder decoder, ReadOnlySpan<float> z)
    {
        float[] values = new float[DecoderShape.Output];
        decoder.Decode(z, 1, values);
        double[] curveDb = new double[CommonGrid.Count];
        DecodedCurve.LevelFree(values, curveDb);
        return curveDb;
    }

    // z has no bound: some 10 for each dB RMS of the curve, 14 to 31 for words, thousands for the largest test curves, where one
    // step of a float32 alone is above 1e-5. So the error is told relative to |z| (measured: 3e-7 of it at most).
    private static float ToleranceAt(float[] z) => Tolerance * MathF.Max(1f, Norm(z));
}
