using System.Globalization;

namespace SemanticEq.Inference.Tests.Phrases;

/// <summary>
/// The small language of phrases.tsv, judged on the level-free played curve: <c>up 100-250</c>, <c>down 6k-16k</c> (more than 0.5 dB from
/// the curve's mean), <c>above A B</c> (A's mean more than 0.5 dB above B's), <c>band bell 300 -3 q 2 slope 24</c> (* for any number, + or −
/// for any gain of that sign), <c>noband</c>, <c>noword</c>, <c>nothing</c>, <c>understood</c>, <c>notunderstood TEXT</c>, <c>context TEXT</c>.
/// </summary>
internal static class Expectation
{
    private const double AudibleDb = 0.5;

    /// <summary>Null where it holds, else what came instead.</summary>
    public static string? Judge(string expected, PhraseReading reading, PlayedCurve curve)
    {
        string[] words = expected.Split(' ', 2, StringSplitOptions.TrimEntries);
        string rest = words.Length > 1 ? words[1] : "";
        var unread = reading.Parts.Where(part => part.Kind == PhrasePartKind.NotUnderstood).Select(part => part.Text).ToList();
        bool isFlat = reading.Z.All(value => value == 0f);
        return words[0] switch
        {
            "up" => Above(Mean(curve, rest), expected),
            "down" => Above(-Mean(curve, rest), expected),
            "above" => Above(Mean(curve, rest.Split(' ')[0]) - Mean(curve, rest.Split(' ')[1]), expected),
            "band" => reading.Bands.Any(band => Fits(rest.Split(' '), band)) ? null : $"{expected}: {string.Join(", ", reading.Bands)}",
            "noband" => reading.Bands.Count == 0 ? null : $"{expected}: {string.Join(", ", reading.Bands)}",
            "noword" => isFlat ? null : $"{expected}: a word was played",
            "nothing" => isFlat && reading.Bands.Count == 0 ? null : $"{expected}: something was played",
            "understood" => unread.Count == 0 ? null : $"{expected}: not {string.Join(", ", unread)}",
            "notunderstood" => unread.Contains(rest) ? null : $"{expected}: only {string.Join(", ", unread)}",
            "context" => reading.Parts.Any(part => part.Kind == PhrasePartKind.Context && part.Text == rest) ? null : $"{expected}: not named",
            _ => throw new InvalidDataException($"phrases.tsv: {expected}"),
        };
    }

    private static string? Above(double db, string expected) =>
        db > AudibleDb ? null : string.Create(CultureInfo.InvariantCulture, $"{expected}: {db:0.00} dB");

    private static double Mean(PlayedCurve curve, string range)
    {
        double[] hz = [.. range.Split('-').Select(Hz)];
        return curve.MeanDb(hz[0], hz[1]);
    }

    private static double Hz(string text) =>
        text.EndsWith('k') ? 1000.0 * Number(text[..^1]) : Number(text);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    // type Hz [dB [q Q] [slope S]]
    private static bool Fits(string[] wanted, BandRequest band)
    {
        bool fits = Dsp.BandTypes.Name((Dsp.BandType)band.Type) == wanted[0]
            && (wanted[1] == "*" || Math.Abs(band.Hz / Hz(wanted[1]) - 1.0) < 0.03);
        for (int i = 2; i < wanted.Length; i++)
        {
            fits &= wanted[i] switch
            {
                "q" => Math.Abs(band.Q - Number(wanted[++i])) < 0.02,
                "slope" => band.SlopeDbPerOctave == (int)Number(wanted[++i]),
                "+" => band.Db > 0.0,
                "-" => band.Db < 0.0,
                _ => Math.Abs(band.Db - Number(wanted[i])) < 0.06,
            };
        }
        return fits;
    }
}
