namespace SemanticEq.Inference;

/// <summary>What the tokeniser found.</summary>
internal enum TokenKind
{
    Word,
    Number,
    Comma,
    Stop,
    Dash,
    Symbol,
}

/// <summary>What a number is measured in, as far as the text says.</summary>
internal enum NumberUnit
{
    None,
    Hz,
    Kilohertz,
    Db,
    DbPerOctave,
    Percent,
}

/// <summary>A piece of a phrase.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Lower case, accents folded.</param>
/// <param name="Start">Where it begins in the phrase.</param>
/// <param name="End">Where it ends, exclusive.</param>
/// <param name="IsHyphened">A hyphen ties the next word to this one.</param>
/// <param name="Value">A number's value, as written.</param>
/// <param name="IsSigned">A number with + or − before it.</param>
/// <param name="Unit">A number's unit.</param>
internal readonly record struct PhraseToken(
    TokenKind Kind,
    string Text,
    int Start,
    int End,
    bool IsHyphened = false,
    double Value = 0.0,
    bool IsSigned = false,
    NumberUnit Unit = NumberUnit.None);
