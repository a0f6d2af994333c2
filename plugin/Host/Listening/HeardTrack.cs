namespace SemanticEq.Host.Listening;

/// <summary>A whole file, as heard.</summary>
internal sealed record HeardTrack
{
    /// <summary>Its name as given.</summary>
    public required string Path { get; init; }

    /// <summary>In Hz.</summary>
    public required int SampleRate { get; init; }

    /// <summary>Of the file; those beyond two were folded down.</summary>
    public required int Channels { get; init; }

    /// <summary>Samples a channel.</summary>
    public required long Samples { get; init; }

    /// <summary>Samples that were no number or infinite; they are silent, and what lies around them teaches nothing.</summary>
    public required long NonFinite { get; init; }

    /// <summary>How long it is, in s.</summary>
    public double Seconds => (double)Samples / SampleRate;

    /// <summary>Its level-free spectrum on the common grid, energy-weighted and gated; null where nothing was heard.</summary>
    public required float[]? SpectrumDb { get; init; }

    /// <summary>How much sound above −70 LUFS there was, in s.</summary>
    public required double SecondsHeard { get; init; }

    /// <summary>Integrated loudness; null where there is none.</summary>
    public required double? IntegratedLufs { get; init; }

    /// <summary>The highest loudness of any 3 s; null where there are none.</summary>
    public required double? HighestShortTermLufs { get; init; }

    /// <summary>Loudness range by EBU Tech 3342; null for less than 3 s of sound.</summary>
    public required double? RangeLu { get; init; }

    /// <summary>True peak in dB of full scale; null for silence.</summary>
    public required double? TruePeakDb { get; init; }

    /// <summary>Its windows, in their order.</summary>
    public required IReadOnlyList<TrackWindow> Windows { get; init; }
}
