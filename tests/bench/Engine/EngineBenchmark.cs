using SemanticEq.Bench.Running;
using SemanticEq.Dsp;

namespace SemanticEq.Bench.Engine;

/// <summary>The equaliser alone, without a plug-in around it: stereo, single precision, 48 kHz.</summary>
internal sealed class EngineBenchmark : IBenchmark
{
    private const string Section = "engine";

    private readonly StillSubject _still = new("8 bands, 512", EngineBands.Targets(EngineBands.Decoder), 512);
    private readonly StillSubject _short = new("8 bands, 32", EngineBands.Targets(EngineBands.Decoder), 32);
    private readonly StillSubject _sixteen = new("16 bands, 512", EngineBands.Targets(EngineBands.Decoder, withOwn: true), 512);
    private readonly StillSubject _flat = new("flat, 512", new EqualiserTargets(), 512);
    private readonly GlidingSubject _gliding = new("8 bands gliding");
    private readonly QuietSubject _silence = new("silence", 0.0);
    private readonly QuietSubject _denormal = new("denormal", 1e-39);
    private readonly QuietSubject _normal = new("normal", 1.0);
    private readonly TextbookSubject _textbook = new("textbook, 8 bands");
    private readonly LoudnessSubject _loudness = new("loudness", isMeasured: false);
    private readonly LoudnessSubject _measuredLoudness = new("loudness, measured", isMeasured: true);
    private readonly LoudnessMeterSubject _meter = new("measuring loudness");
    private readonly DesignSubject _design = new("8 designs");

    /// <summary>What other equalisers are held against.</summary>
    public Subject EightBands => _still;

    public IReadOnlyList<Subject> Subjects =>
        [_still, _short, _sixteen, _flat, _gliding, _silence, _denormal, _normal, _textbook, _loudness, _measuredLoudness, _meter, _design];

    public IEnumerable<Measurement> Measure(Timings timings) =>
    [
        new(Section, "ns_per_frame", "8 bands still, blocks of 512", "ns/frame", timings.Nanoseconds(_still)),
        new(Section, "textbook_ns_per_frame", "textbook loop (TDF2), same bands", "ns/frame", timings.Nanoseconds(_textbook)),
        new(Section, "ratio_to_textbook", "8 bands still / textbook loop", "x", timings.Ratio(_still, _textbook)),
        new(Section, "block32_over_512", "blocks of 32 / blocks of 512", "x", timings.Ratio(_short, _still)),
        new(Section, "gliding_over_still", "all bands gliding / still", "x", timings.Ratio(_gliding, _still)),
        new(Section, "bands16_over_8", "16 bands / 8 bands", "x", timings.Ratio(_sixteen, _still)),
        new(Section, "flat_over_still", "all bands at 0 dB / 8 bands", "x", timings.Ratio(_flat, _still)),
        new(Section, "silence_over_still", "silence after the tail / 8 bands", "x", timings.Ratio(_silence, _still)),
        new(Section, "denormal_over_normal", "denormal input / normal input", "x", timings.Ratio(_denormal, _normal)),
        new(Section, "design8_ns", "coefficients of 8 gliding bands", "ns/set", timings.Nanoseconds(_design)),
        new(Section, "pink_loudness_us", "loudness of 8 new bands, pink noise", "us/call", timings.Microseconds(_loudness)),
        new(Section, "measured_loudness_us", "loudness of 8 new bands, measured track", "us/call", timings.Microseconds(_measuredLoudness)),
        new(Section, "measuring_ns_per_frame", "measuring a track's loudness", "ns/frame", timings.Nanoseconds(_meter)),
    ];
}
