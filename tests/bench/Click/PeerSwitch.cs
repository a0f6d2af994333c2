using SemanticEq.Bench.Peers;
using SemanticEq.Clicks;

namespace SemanticEq.Bench.Click;

/// <summary>The same preset switch in a peer. LV2 controls are read between blocks, so the sine is shifted instead of the switch.</summary>
internal static class PeerSwitch
{
    private const int SwitchBlock = 47;

    /// <summary>The left channel of a stereo sine.</summary>
    /// <param name="peer">The peer.</param>
    /// <param name="switchAt">The sine's place at the switch.</param>
    public static double[] Render(InstalledPeer peer, int switchAt)
    {
        const int SwitchFrame = SwitchBlock * InstalledPeer.BlockFrames;
        using var instance = peer.Create(ClickMeasure.PresetA);
        using var stream = new PeerStream(instance, ClickMeasure.Length);
        for (int i = 0; i < ClickMeasure.Length; i++)
            stream.Left[i] = stream.Right[i] = TestSine.At(i - SwitchFrame + switchAt);
        stream.Run(at =>
        {
            if (at == SwitchFrame)
                peer.Apply(instance, ClickMeasure.PresetB);
        });
        double[] output = new double[ClickMeasure.Length];
        for (int i = 0; i < output.Length; i++)
            output[i] = stream.LeftOut[i];
        return output;
    }
}
