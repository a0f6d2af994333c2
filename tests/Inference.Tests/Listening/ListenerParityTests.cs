using SemanticEq.Inference.Onnx;
using static SemanticEq.Inference.Tests.ParityVectors;

namespace SemanticEq.Inference.Tests.Listening;

/// <summary>Three evaluations of one listener: the training's (exported vectors), the ONNX Runtime's, and the one in C#.</summary>
public class ListenerParityTests
{
    private const int Points = ListenerModel.Points;

    // Of shares; scores are some 1 to 10 in the listener's unit, whose scale is large.
    private const float Tolerance = 1e-5f;

    // In single precision the difference of two near loudnesses, (E + E₀)^α − E₀^α, has an error of its own: 2.1e-5 measured.
    private const float OnnxTolerance = 5e-5f;

    private readonly ListenerModel _model = ListenerModel.Load(Repository.Listener);

    [Fact]
    public void Hearing_and_scores_are_the_trainings()
    {
        var hearing = new Hearing(_model);
        var listener = new Listener(_model);
        float[] heard = new float[Points], scores = new float[_model.Words.Count];
        foreach (var (spectrum, expected) in Cases("heard"))
        {
            hearing.Hear(spectrum, heard);
            Difference(heard, expected).ShouldBeLessThan(Tolerance);
            heard.Sum().ShouldBe(1.0f, 1e-5f);
        }

        foreach (var (spectrum, expected) in Cases("scores"))
        {
            listener.Score(spectrum, scores);
            Difference(scores, expected).ShouldBeLessThan(ScoreTolerance(expected));
        }
    }

    [Fact]
    public void The_ONNX_Runtime_says_the_same()
    {
        byte[] onnx = File.ReadAllBytes(Path.Combine(Repository.Listener, "listener.onnx"));
        var api = OrtApi.Load(Repository.OnnxRuntime);
        using var scores = new OrtSession(api, onnx, new TensorContract("spectrum", [-1, Points], "scores", [-1, _model.Words.Count], 0, 2), 1);
        using var heard = new OrtSession(api, onnx, new TensorContract("spectrum", [-1, Points], "heard", [-1, Points], 1, 2), 1);
        foreach (var (spectrum, expected) in Cases("scores"))
            Difference(Run(scores, spectrum), expected).ShouldBeLessThan(ScoreTolerance(expected));
        foreach (var (spectrum, expected) in Cases("heard"))
            Difference(Run(heard, spectrum), expected).ShouldBeLessThan(OnnxTolerance);
    }

    [Fact]
    public void Directions_and_what_they_ask_are_the_trainings()
    {
        var direction = new AskedDirection(_model);
        foreach (var (curve, expected) in Read(Repository.Listener, "directions", "curve", "template", 16))
        {
            direction.Aim(curve);
            float[] template = [.. direction.Weights.ToArray().Select(weight => (float)(weight / _model.Scale))];
            Difference(template, expected).ShouldBeLessThan(Tolerance * expected.Max(Math.Abs));
        }

        foreach (var (curve, asked) in Read(Repository.Listener, "directions", "curve", "asked", 16))
        {
            direction.Aim(curve);
            direction.Asked.ShouldBe(asked[0], Tolerance * Math.Max(1.0f, asked[0]));
            float[] reference = [.. _model.Reference.Select(db => (float)db)];
            float[] after = [.. reference.Zip(curve, (a, b) => a + b)];
            direction.Change(reference, after).ShouldBe(direction.Asked, 1e-4 * direction.Asked);
        }
    }

    [Fact]
    public void Level_is_not_heard_and_no_finite_spectrum_gives_anything_but_numbers()
    {
        var listener = new Listener(_model);
        float[] scores = new float[_model.Words.Count], louder = new float[_model.Words.Count];
        var (spectrum, _) = Cases("scores")[0];
        listener.Score(spectrum, scores);
        listener.Score([.. spectrum.Select(db => db + 30.0f)], louder);
        Difference(scores, louder).ShouldBeLessThan(1e-3f);
        foreach (float size in (float[])[0.0f, 200.0f, 1e9f, float.MaxValue])
        {
            listener.Score([.. Enumerable.Range(0, Points).Select(i => i % 2 == 0 ? size : -size)], scores);
            scores.ShouldAllBe(score => float.IsFinite(score), $"{size}");
        }
    }

    private static IReadOnlyList<(float[] Input, float[] Output)> Cases(string output) => Read(Repository.Listener, "cases", "spectrum", output, 32);

    private static float ScoreTolerance(float[] scores) => 1e-4f * Math.Max(1.0f, scores.Max(Math.Abs));

    private static float[] Run(OrtSession session, float[] input)
    {
        input.CopyTo(session.Input);
        session.Run(1);
        return session.Output.ToArray();
    }
}
