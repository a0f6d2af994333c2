namespace SemanticEq.Dsp;

/// <summary>
/// How a bank lies in memory: eight second-order sections, one after the other in the signal's way, for two channels. A lane is a
/// section of a channel: lane 2b is band b on the first channel, lane 2b + 1 band b on the second. All memory is aligned to 32 bytes.
/// </summary>
internal static class BankLayout
{
    /// <summary>Sections of a bank.</summary>
    public const int Bands = 8;

    /// <summary>Sections times channels.</summary>
    public const int Lanes = 2 * Bands;

    /// <summary>P, Q, R, D, C1, C2: <see cref="SvfCoefficients"/>' order.</summary>
    public const int Coefficients = 6;

    /// <summary>Length of coefficients at rest: [coefficient][lane].</summary>
    public const int StillLength = Coefficients * Lanes;

    /// <summary>Length of the states: [s1 or s2][lane].</summary>
    public const int StateLength = 2 * Lanes;

    /// <summary>Samples of a linear piece of the coefficients' way.</summary>
    public const int PieceSamples = 8;

    /// <summary>Pieces of a segment.</summary>
    public const int PiecesPerSegment = 8;

    /// <summary>Samples of a segment.</summary>
    public const int SegmentSamples = PieceSamples * PiecesPerSegment;

    /// <summary>Length of a piece: [value at its start or slope a sample][coefficient][lane].</summary>
    public const int PieceLength = 2 * StillLength;

    /// <summary>Length of a segment's pieces: the last of the segment before, then this one's.</summary>
    public const int GlideLength = (1 + PiecesPerSegment) * PieceLength;

    /// <summary>
    /// Samples by which the first band's coefficients trail its segment. Band j works on the sample j before the first band's,
    /// so that with a lead of 7 − j all bands are at the same place of the same piece at a time.
    /// </summary>
    public const int Lead = Bands - 1;

    /// <summary>The piece that holds a place in the segment; 0 is the last of the segment before.</summary>
    /// <param name="place">Samples after the segment's beginning, −7 to 63.</param>
    public static int Piece(int place) => (place + PieceSamples) / PieceSamples;

    /// <summary>Samples after the beginning of <see cref="Piece"/>, 0 to 7.</summary>
    /// <param name="place">As above.</param>
    public static int PlaceInPiece(int place) => (place + PieceSamples) % PieceSamples;
}
