namespace SemanticEq.Inference;

/// <summary>What was said before a target about how it is wanted.</summary>
internal sealed record Mood
{
    /// <summary>"less", "too", a reduction: how far the other way, of the word as people mean it.</summary>
    private const double Reduction = -0.7;

    /// <summary>How much, 1 for the word as people mean it; null where nothing was said.</summary>
    public double? Degree { get; set; }

    /// <summary>1 for "boost"; −0.7 for "cut", −1 for "remove"; 0 without a verb.</summary>
    public double Verb { get; set; }

    /// <summary>The verb came behind its target ("bass up"), so what follows does not stand under it.</summary>
    public bool IsVerbBehind { get; set; }

    /// <summary>"roll off": a cut filter, not a shelf.</summary>
    public bool RollsOff { get; set; }

    public bool More { get; set; }

    public bool Less { get; set; }

    /// <summary>"too": it is wrong now.</summary>
    public bool Too { get; set; }

    public bool Not { get; set; }

    /// <summary>"keep the": what else is asked for must not take it away.</summary>
    public bool Keep { get; set; }

    /// <summary>"lacks", "not … enough": more of it is wanted.</summary>
    public bool Lack { get; set; }

    public bool Opposite { get; set; }

    /// <summary>"than": what it is measured against.</summary>
    public bool Than { get; set; }

    /// <summary>Whether anything but a degree was said.</summary>
    public bool IsTouched => Verb != 0.0 || More || Less || Too || Not || Keep || Lack || Opposite || Than;

    /// <summary>
    /// The side that the rest of the phrase must not go to: −1 where the target must not come in ("not muddy"), 1 where it must not
    /// be lost ("without losing warmth"), 0 where the target is asked for itself.
    /// </summary>
    public int Constraint =>
        Lack ? 0
        : Keep || (Not && Verb < 0.0) ? 1
        : Not || Than ? -1
        : 0;

    /// <summary>How much of a word is asked for, 1 for the word as people mean it.</summary>
    /// <param name="form">The degree of the word's form, as 0.8 of "warmer"; counts where no other is given.</param>
    /// <param name="isFault">The word was stated of the sound, and names what nobody asks for.</param>
    public double Amount(double form, bool isFault) => (Degree ?? form) * Sign(isFault) * (Opposite ? -1.0 : 1.0);

    /// <summary>How many times a range's default gain is asked for.</summary>
    public double Gain(bool isFault) => (Degree ?? 1.0) * (Sign(isFault) is < 0.0 and var sign ? sign / -Reduction : 1.0);

    private double Sign(bool isFault) =>
        Lack ? 1.0
        : Verb < 0.0 ? Verb
        : Less || Too || (isFault && !More && Verb == 0.0) ? Reduction
        : 1.0;
}
