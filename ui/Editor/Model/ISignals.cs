namespace SemanticEq.Ui.Editor;

/// <summary>What is heard, as the audio thread hands it over while a window looks. Main thread, no allocation.</summary>
public interface ISignals
{
    /// <summary>Frequencies of the spectra in Hz, ascending, logarithmic.</summary>
    ReadOnlySpan<double> FrequenciesHz { get; }

    /// <summary>Level of the input in dB full scale at these, smoothed, with the tilt of <see cref="IEditorSettings.SpectrumTilt"/>.</summary>
    ReadOnlySpan<double> InputDb { get; }

    /// <summary>The same of the output.</summary>
    ReadOnlySpan<double> OutputDb { get; }

    /// <summary>The same of the side-chain; empty where the host has not switched it on.</summary>
    ReadOnlySpan<double> SideChainDb { get; }

    /// <summary>The highest of the output since peak hold was switched on; empty where it is off.</summary>
    ReadOnlySpan<double> HeldDb { get; }

    /// <summary>Grows with each new spectrum; stands still in silence that has settled.</summary>
    int Serial { get; }

    /// <summary>Whether the spectra stand still.</summary>
    bool IsFrozen { get; set; }

    /// <summary>Channels, 1 or 2.</summary>
    int Channels { get; }

    /// <summary>A channel's newest sample peak in dB full scale, falling back at 20 dB/s (IEC 60268-18); −∞ for silence.</summary>
    double PeakDb(bool output, int channel);

    /// <summary>The highest since the meter was clicked, or the window opened.</summary>
    double HighestDb(bool output);

    /// <summary>Forgets the highest.</summary>
    void ResetHighest();

    /// <summary>Short-term loudness (3 s) in LUFS, ITU-R BS.1770 and EBU Tech 3341; −∞ for silence.</summary>
    double ShortTermLufs(bool output);

    /// <summary>In Hz; 0 while not active.</summary>
    double SampleRate { get; }

    /// <summary>Decodes that came late and were done in place.</summary>
    int LateDecodes { get; }

    /// <summary>
    /// Lets one band's surroundings be heard alone until it is called with −1: a band-pass at the band's frequency and Q. Not saved, not
    /// heard when a host renders offline, and off when the window closes.
    /// </summary>
    void Solo(bool own, int band);

    /// <summary>The band that is heard alone, or −1.</summary>
    int SoloBand { get; }

    /// <summary>Whether <see cref="SoloBand"/> is one of the user's own.</summary>
    bool IsSoloOwn { get; }

    /// <summary>Whether the track's loudness is being measured, and for how long something was heard, in s.</summary>
    (bool IsMeasuring, double HeardSeconds, bool IsEnough) Measuring { get; }
}
