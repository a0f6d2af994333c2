namespace SemanticEq.Ui.Editor;

/// <summary>What can be set on one of the decoder's bands: trims on what the word asks for.</summary>
/// <param name="On">Whether it plays.</param>
/// <param name="Frequency">In octaves, added.</param>
/// <param name="Gain">In dB, added.</param>
/// <param name="Q">A factor.</param>
public sealed record TrimControls(IControl On, IControl Frequency, IControl Gain, IControl Q);

/// <summary>What can be set on one of the user's own bands.</summary>
/// <param name="On">Whether it plays.</param>
/// <param name="Type">Low shelf, bell, high shelf, low cut, high cut, notch, tilt, in this order.</param>
/// <param name="Channel">Stereo, mid, side, left, right.</param>
/// <param name="Frequency">In Hz.</param>
/// <param name="Gain">In dB.</param>
/// <param name="Q">Quality factor.</param>
/// <param name="Slope">Of cuts: 12, 24, 48 dB/oct.</param>
public sealed record OwnBandControls(
    IControl On, IControl Type, IControl Channel, IControl Frequency, IControl Gain, IControl Q, IControl Slope);
