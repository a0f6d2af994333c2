using System.Globalization;
using System.Numerics.Tensors;
using SemanticEq.Dsp;

namespace SemanticEq.Inference;

/// <summary>
/// The phrases "like the side-chain" and "like FILE": two sounds make their place in latent space, where other phrases are made of words. Main
/// thread; allocates.
/// </summary>
public static class MatchPhrase
{
    /// <summary>As it stands in the prompt and in a session.</summary>
    public const string Text = "like the side-chain";

    private static readonly HashSet<string> Folded =
    [
        "like the sidechain", "like sidechain", "as the sidechain", "match the sidechain", "match sidechain",
        "como el sidechain", "como la sidechain", "como la cadena lateral",
    ];

    /// <summary>The phrase for a file's sound.</summary>
    public static string TextFor(string file) => $"like {file}";

    /// <summary>Whether a text asks for the side-chain's.</summary>
    public static bool IsAsked(string text)
    {
        string folded = Folding.Fold(text.Trim()).Replace("side-chain", "sidechain", StringComparison.Ordinal).Replace("side chain", "sidechain", StringComparison.Ordinal);
        return Folded.Contains(folded);
    }

    /// <summary>Its reading while no two sounds are known: what is to be done for it.</summary>
    public static PhraseReading Unheard(string text) => new(text, new float[DecoderShape.Latent], [],
        [new PhrasePart(text.Trim(), PhrasePartKind.NotUnderstood, "has to be heard: send a sound to the side-chain input, and play both", null)]);

    /// <summary>Its reading by two sounds.</summary>
    /// <param name="model">Whose decoder is to play it.</param>
    /// <param name="sounds">Both.</param>
    /// <param name="text">What it is called.</param>
    /// <returns>Null where the two have next to nothing in common.</returns>
    public static PhraseReading? Read(ModelFolder model, SoundPair sounds, string text = Text)
    {
        if (MatchCurve.Between(sounds.FromDb, sounds.ToDb) is not { } curve)
            return null;
        var fit = new CurveFit(model);
        float[] z = fit.Fit(curve), after = new float[CommonGrid.Count];
        TensorPrimitives.ConvertTruncating<double, float>(fit.Curve(z), after);
        TensorPrimitives.Add<float>(after, sounds.FromDb, after);
        string says = string.Create(
            CultureInfo.InvariantCulture, $"{curve.DistanceDb(sounds.FromDb, sounds.ToDb):0.0} → {curve.DistanceDb(after, sounds.ToDb):0.0} dB apart");
        return new PhraseReading(text, z, [], [new PhrasePart(text, PhrasePartKind.Match, says, null)]) { Sounds = sounds };
    }
}
