using SemanticEq.Dsp;

namespace SemanticEq.Ui.Editor;

/// <summary>
/// The equaliser as it plays now: the decoder's bands with Amount and trims, then the user's own. Looked at once a frame. Main thread,
/// no allocation.
/// </summary>
public interface IPlaying
{
    /// <summary>Grows whenever any band or the curve is another one.</summary>
    int Serial { get; }

    /// <summary>The decoder's bands, eight, in order of their numbers, as played.</summary>
    ReadOnlySpan<Band> Decoded { get; }

    /// <summary>The decoder's bands without trims: where alt-click would put them.</summary>
    ReadOnlySpan<Band> Untrimmed { get; }

    /// <summary>The user's own bands, eight; one that is off has its settings all the same.</summary>
    ReadOnlySpan<Band> Own { get; }

    /// <summary>Whether a decoder's band is switched on.</summary>
    bool IsDecodedOn(int band);

    /// <summary>Whether one of the user's own bands is switched on.</summary>
    bool IsOwnOn(int band);

    /// <summary>One band's gain in dB at ascending frequencies in Hz; exactly the engine's response.</summary>
    void ResponseDb(bool own, int band, ReadOnlySpan<double> frequenciesHz, Span<double> decibels);

    /// <summary>The whole equaliser's gain in dB, on the stereo (or left, or mid) signal.</summary>
    void CurveDb(ReadOnlySpan<double> frequenciesHz, Span<double> decibels);

    /// <summary>
    /// The whole equaliser's gain in dB as it would be without Adapt: the word's own curve. False where Adapt changes nothing, or too little
    /// to be seen.
    /// </summary>
    bool PlainCurveDb(ReadOnlySpan<double> frequenciesHz, Span<double> decibels) => false;

    /// <summary>
    /// How far people's settings of the word in force lie around its curve, standard deviation in dB to either side, at ascending frequencies,
    /// scaled as Amount scales the word. False where there is no word, or nobody has set it.
    /// </summary>
    bool SpreadDb(ReadOnlySpan<double> frequenciesHz, Span<double> decibels);
}
