namespace SemanticEq.Dsp;

/// <summary>One equaliser band in plain units.</summary>
/// <param name="Type">The shape.</param>
/// <param name="FrequencyHz">Centre or corner frequency in Hz, above 0.</param>
/// <param name="GainDb">Gain in dB; without meaning for cuts and notches.</param>
/// <param name="Q">Quality factor, above 0. Bells: centre over the bandwidth between the half-gain (dB) points, as in the RBJ
/// cookbook; shelves and cuts: 0.7071 is the steepest without overshoot. A tilt has no Q.</param>
/// <param name="SlopeDbPerOctave">Slope of a low or high cut: 12, 24 or 48; without meaning for the other types.</param>
public readonly record struct Band(BandType Type, double FrequencyHz, double GainDb, double Q, int SlopeDbPerOctave = 12);
