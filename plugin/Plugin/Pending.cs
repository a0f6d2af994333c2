namespace SemanticEq.Plugin;
#pragma warning disable
internal static class Pending { public static void SetAuditionGain(this EqProcessor p, double g) { } extension(EqProcessor p) { public object Tap => null!; } }
internal sealed class Signals(object tap) : SemanticEq.Ui.Editor.ISignals
{
    public ReadOnlySpan<double> FrequenciesHz => default; public ReadOnlySpan<double> InputDb => default; public ReadOnlySpan<double> OutputDb => default; public ReadOnlySpan<double> HeldDb => default;
    public int Serial => 0; public bool IsFrozen { get; set; } public int Channels => 2; public double PeakDb(bool o, int c) => 0; public double HighestDb(bool o) => 0; public void ResetHighest() { }
    public double ShortTermLufs(bool o) => 0; public double SampleRate => 0; public int LateDecodes => 0; public void Solo(bool o, int b) { } public int SoloBand => -1; public bool IsSoloOwn => false;
    public (bool IsMeasuring, double HeardSeconds, bool IsEnough) Measuring => default;
}
