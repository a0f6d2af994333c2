using SemanticEq.Dsp;

namespace SemanticEq.Plugin;

/// <summary>All bands that are to play, from the parameters and a decode; composed anew only where something has changed. Audio
/// thread, no allocation.</summary>
internal sealed class Composition
{
    private static readonly int ChannelMode = ParameterTable.IndexOf(ParameterId.ChannelMode);

    /// <summary>The bands.</summary>
    public EqualiserTargets Targets { get; } = new();

    /// <summary>Composes what has changed.</summary>
    /// <param name="plain">Plain parameter values in the table's order.</param>
    /// <param name="decode">24 values: log₂(Hz), dB, log₂(Q) band by band.</param>
    /// <param name="changes">What has.</param>
    public void Compose(ReadOnlySpan<double> plain, ReadOnlySpan<float> decode, ControlChanges changes)
    {
        if (changes.HasFlag(ControlChanges.Bands))
        {
            BandPlan.Compose(plain, decode, Targets.DecoderLog2Hz, Targets.DecoderGainDb, Targets.DecoderLog2Q);
            Targets.DecoderChannel = (BandChannel)(int)plain[ChannelMode];
        }
        if (changes.HasFlag(ControlChanges.OwnBands))
            OwnBandPlan.Compose(plain, Targets.Own);
    }
}
