using System.Text;

namespace SemanticEq.Ui.Platform.Win32;

/// <summary>Makes letters of the UTF-16 units that WM_CHAR brings: those beyond the first 65,536 come in two.</summary>
internal struct TypedLetters
{
    private char _first;

    /// <summary>Takes a unit.</summary>
    /// <returns>The letter; default while its second half is awaited, and for what is no letter: control characters, which keys are told as.</returns>
    public Rune Take(char unit)
    {
        char first = _first;
        _first = '\0';
        if (char.IsHighSurrogate(unit))
        {
            _first = unit;
            return default;
        }

        bool isWhole = char.IsLowSurrogate(unit) ? Rune.TryCreate(first, unit, out Rune rune) : Rune.TryCreate(unit, out rune);
        return isWhole && !Rune.IsControl(rune) ? rune : default;
    }
}
