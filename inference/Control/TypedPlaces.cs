namespace SemanticEq.Inference;

/// <summary>
/// Where the typed phrases of word A and word B lie in latent space. Never changed once made: the main thread makes another one and
/// hands it over whole. Any thread.
/// </summary>
/// <param name="a">32 values, or null where there is no phrase: exactly flat.</param>
/// <param name="b">The same for word B.</param>
/// <param name="serial">Another one for each that one instance makes: it tells a <see cref="ControlFrame"/> that a phrase was replaced.</param>
public sealed class TypedPlaces(float[]? a, float[]? b, int serial)
{
    /// <summary>No phrases.</summary>
    public static TypedPlaces None { get; } = new(null, null, 0);

    /// <summary>Word A's, 32 values or none.</summary>
    public ReadOnlySpan<float> A => a;

    /// <summary>Word B's, 32 values or none.</summary>
    public ReadOnlySpan<float> B => b;

    /// <summary>Which places these are.</summary>
    public int Serial => serial;
}
