using System.Runtime.CompilerServices;

namespace SemanticEq.Inference;

/// <summary>The semantic controls as they stand at one control tick: what decides the latent place, and nothing else.</summary>
/// <param name="WordA">Slot, 0 to 511.</param>
/// <param name="WordB">Slot, 0 to 511.</param>
/// <param name="Morph">0 (word A) to 1 (word B).</param>
/// <param name="Variation">0 for the main reading of the words.</param>
/// <param name="Macros">Eight values, −1 to 1, 0 neutral.</param>
/// <param name="Typed">Which typed phrases stand in slot 1: the <see cref="TypedPlaces.Serial"/> of their places.</param>
public readonly record struct ControlFrame(int WordA, int WordB, float Morph, int Variation, MacroValues Macros, int Typed = 0);

/// <summary>Eight macro values, −1 to 1.</summary>
[InlineArray(DecoderShape.Macros)]
public struct MacroValues : IEquatable<MacroValues>
{
    private float _first;

    /// <inheritdoc/>
    public readonly bool Equals(MacroValues other)
    {
        for (int i = 0; i < DecoderShape.Macros; i++)
        {
            if (this[i] != other[i])
                return false;
        }
        return true;
    }

    /// <inheritdoc/>
    public override readonly bool Equals(object? obj) => obj is MacroValues other && Equals(other);

    /// <inheritdoc/>
    public override readonly int GetHashCode() => HashCode.Combine(this[0], this[1], this[2], this[3], this[4], this[5], this[6], this[7]);
}
