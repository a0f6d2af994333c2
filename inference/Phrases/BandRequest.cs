using SemanticEq.Dsp;

namespace SemanticEq.Inference;

/// <summary>A band that a phrase asks for in plain terms ("-3 dB at 300", "more bass"): one of the user's own bands.</summary>
/// <param name="Type">The shape.</param>
/// <param name="Hz">Centre or corner in Hz, 10 to 20,000.</param>
/// <param name="Db">Gain in dB, −24 to 24; 0 for cuts and notches.</param>
/// <param name="Q">Quality factor as in <see cref="Band"/>, 0.1 to 40.</param>
/// <param name="SlopeDbPerOctave">12, 24 or 48; without meaning for types other than cuts.</param>
public sealed record BandRequest(BandType Type, double Hz, double Db, double Q, int SlopeDbPerOctave);
