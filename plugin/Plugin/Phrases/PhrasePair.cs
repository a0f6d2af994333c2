namespace SemanticEq.Plugin;

/// <summary>The typed phrases of word A and word B. Never changed.</summary>
/// <param name="A">Word A's, or null.</param>
/// <param name="B">Word B's, or null.</param>
internal readonly record struct PhrasePair(TypedPhrase? A, TypedPhrase? B)
{
    /// <summary>No phrases.</summary>
    public static PhrasePair None => default;

    /// <summary>Whether both say the same: phrases are taken apart by what was typed, heard, and who read it, since a file's are other objects.</summary>
    public bool SameAs(PhrasePair other) => Same(A, other.A) && Same(B, other.B);

    private static bool Same(TypedPhrase? one, TypedPhrase? other) =>
        ReferenceEquals(one, other) || (one is not null && other is not null && one.Text == other.Text && one.ModelHash == other.ModelHash
            && (one.Sounds?.SameAs(other.Sounds) ?? other.Sounds is null));
}
