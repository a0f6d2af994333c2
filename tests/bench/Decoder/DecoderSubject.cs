using SemanticEq.Bench.Running;
using SemanticEq.Inference;

namespace SemanticEq.Bench.Decoder;

/// <summary>One of the two evaluations of the decoder, in batches of one size. It owns its decoder.</summary>
internal sealed class DecoderSubject(string name, IDecoder decoder, ModelFolder model, int batch) : Subject(name, Rows)
{
    private const int Rows = 32;

    private readonly float[] _z = WordLatents.Rows(model, Rows);
    private readonly float[] _bands = new float[Rows * DecoderShape.Output];

    public override void Run()
    {
        for (int row = 0; row < Rows; row += batch)
            decoder.Decode(_z.AsSpan(row * DecoderShape.Latent), batch, _bands.AsSpan(row * DecoderShape.Output));
    }

    public override void Check()
    {
        float[] expected = new float[DecoderShape.Output];
        var twin = new DecoderTwin(model);
        for (int row = 0; row < Rows; row++)
        {
            twin.Decode(_z.AsSpan(row * DecoderShape.Latent, DecoderShape.Latent), expected);
            for (int i = 0; i < expected.Length; i++)
            {
                if (!(Math.Abs(expected[i] - _bands[row * DecoderShape.Output + i]) < 1e-4f))
                    throw new InvalidOperationException($"{Name}: row {row} is decoded wrongly");
            }
        }
    }

    public override void Dispose() => decoder.Dispose();
}
