using SemanticEq.Dsp;

namespace SemanticEq.Inference;

/// <summary>What has been read of a wish so far: a word or a frequency range, or a band's numbers, in any order.</summary>
internal sealed class BandDraft(Mood mood, int start)
{
    private const double DefaultGainDb = 3.0;
    private const double MaxGainDb = 24.0;

    public Mood Mood { get; set; } = mood;

    /// <summary>Where it begins in the phrase.</summary>
    public int Start { get; set; } = start;

    /// <summary>Where it ends, exclusive.</summary>
    public int End { get; set; } = start;

    /// <summary>The word or range that it is about.</summary>
    public Term? Target { get; set; }

    /// <summary>The target is a fault that was stated.</summary>
    public bool IsFault { get; set; }

    public string? Shape { get; set; }

    public double? Hz { get; set; }

    /// <summary>The upper end of a range.</summary>
    public double? HzTo { get; set; }

    /// <summary>−1 below the frequency, 1 above it, 0 around it.</summary>
    public int Side { get; set; }

    public double? Db { get; set; }

    public bool IsDbSigned { get; set; }

    public double? Q { get; set; }

    public int? Slope { get; set; }

    /// <summary>A tilt's direction, where a word or range gave it.</summary>
    public double TiltSign { get; set; } = 1.0;

    /// <summary>"and" or a comma came after it.</summary>
    public bool IsParted { get; set; }

    /// <summary>Whether it is a band by its numbers or shape rather than a word or a named range.</summary>
    public bool IsBand => Hz is not null || Shape is not null;

    private GrammarEntry? Region => Target is { Kind: TermKind.Region } ? Target.Entry : null;

    /// <summary>The band, or null where it says too little.</summary>
    /// <param name="why">What is missing then.</param>
    public BandRequest? Build(out string why)
    {
        double centre = Hz is { } low && HzTo is { } high ? Math.Sqrt(low * high) : Hz ?? DefaultHz();
        why = "which frequency?";
        if (centre is not (>= 10.0 and <= 20_000.0))
            return null;
        var type = Type(centre);
        bool hasGain = type is not (BandType.LowCut or BandType.HighCut or BandType.Notch);
        why = "a frequency, but not what to do there";
        bool saysWhatToDo = Db is not null || Mood.IsTouched || Mood.Degree is not null || Target is not null || IsFault;
        if (hasGain && !saysWhatToDo && type != BandType.Tilt)
            return null;
        return new BandRequest(type, centre, hasGain ? GainDb() : 0.0, QualityOf(type, centre), hasGain ? 12 : NearestSlope());
    }

    /// <summary>The gain asked for, in dB.</summary>
    public double GainDb()
    {
        double times = Mood.Gain(IsFault) * (Mood.Opposite ? -1.0 : 1.0);
        double db = Db is not { } given ? DefaultGainDb * times
            : IsDbSigned ? given
            : Math.CopySign(given, times);
        return Math.Clamp(db * (IsDbSigned ? 1.0 : TiltSign), -MaxGainDb, MaxGainDb);
    }

    private BandType Type(double hz) => Shape switch
    {
        "low-shelf" => BandType.LowShelf,
        "high-shelf" => BandType.HighShelf,
        "shelf" => Side < 0 || (Side == 0 && hz < 1000.0) ? BandType.LowShelf : BandType.HighShelf,
        "low-cut" or "band-pass" => BandType.LowCut,
        "high-cut" => BandType.HighCut,
        "notch" => BandType.Notch,
        "tilt" => BandType.Tilt,
        "bell" => BandType.Bell,
        _ when Side != 0 || Mood.RollsOff => Edge(hz),
        _ => Region?.Name switch
        {
            "low-shelf" => BandType.LowShelf,
            "high-shelf" => BandType.HighShelf,
            _ => BandType.Bell,
        },
    };

    // "cut below 80" is a low cut; with a gain, or upwards, a shelf.
    private BandType Edge(double hz)
    {
        bool below = Side < 0 || (Side == 0 && (Region?.Value ?? hz) < 1000.0);
        bool cuts = Mood.RollsOff || (Db is null && Mood.Verb < 0.0);
        return below
            ? cuts ? BandType.LowCut : BandType.LowShelf
            : cuts ? BandType.HighCut : BandType.HighShelf;
    }

    private double DefaultHz() => Shape switch
    {
        "low-cut" => 80.0,
        "high-cut" => 10_000.0,
        "low-shelf" => 120.0,
        "high-shelf" => 8000.0,
        "tilt" => 1000.0,
        _ when Region is { } region => Mood.RollsOff ? (region.Value < 1000.0 ? 80.0 : 10_000.0) : region.Value,
        _ => double.NaN,
    };

    private double QualityOf(BandType type, double centre)
    {
        const double butterworth = 0.7071;
        const double widest = 0.1;
        const double narrowest = 40.0;
        double q = Q is { } given ? given
            : type is BandType.LowCut or BandType.HighCut ? butterworth
            : Hz is { } low && HzTo is { } high && high > low ? Math.Clamp(centre / (high - low), 0.3, 8.0)
            : type == BandType.Notch ? 10.0
            : type != BandType.Bell ? butterworth
            : Hz is null && Region is { } region ? region.Q
            : 1.0;
        return Math.Clamp(q, widest, narrowest);
    }

    private int NearestSlope() => (Slope ?? 12) switch
    {
        < 18 => 12,
        < 36 => 24,
        _ => 48,
    };
}
