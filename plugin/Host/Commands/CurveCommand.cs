using System.CommandLine;
using System.CommandLine.Invocation;
using System.Globalization;
using SemanticEq.Dsp;
using SemanticEq.Host.Rendering;
using SemanticEq.Inference;

namespace SemanticEq.Host.Commands;

/// <summary><c>curve</c>: what words really play, measured through the plug-in.</summary>
internal static class CurveCommand
{
    private const double SampleRate = 48000;

    public static Command Make()
    {
        var words = new Argument<string[]>("WORD", "A word, or a phrase in quotes: \"a bit warmer but not muddy\".") { Arity = ArgumentArity.OneOrMore };
        var amount = SharedOptions.Amount();
        var variation = SharedOptions.Variation();
        var set = SharedOptions.Set();
        var plugin = SharedOptions.Plugin();
        var json = SharedOptions.Json();
        var command = new Command("curve", "Measures what words play: how a phrase was read, the curve on 64 frequencies from 20 Hz to 20 kHz, and the bands.")
        {
            words, amount, variation, set, plugin, json,
        };
        command.SetHandler(context =>
        {
            var result = context.ParseResult;
            using var session = PluginSession.Open(result.GetValueForOption(plugin));
            ParameterSettings Settings()
            {
                var settings = new ParameterSettings(session.Plugin);
                SharedOptions.Apply(
                    settings, result.GetValueForOption(amount), result.GetValueForOption(variation), result.GetValueForOption(set) ?? []);
                return settings;
            }
            Run(context, session, Settings, result.GetValueForArgument(words), result.GetValueForOption(json));
        });
        return command;
    }

    private static void Run(InvocationContext context, PluginSession session, Func<ParameterSettings> read, string[] words, bool json)
    {
        byte[] untouched = session.Plugin.SaveState();
        var probe = new CurveProbe(session.Plugin, SampleRate, CommonGrid.FrequenciesHz.ToArray());
        int known = 0;
        foreach (string word in words)
        {
            // Nothing of the phrase before plays on, nor do its own bands.
            _ = session.Plugin.LoadState(untouched);
            var settings = read();
            var report = Measure(session, settings, probe, word);
            bool isKnown = report.CurveDb is not null;
            known += isKnown ? 1 : 0;
            if (json)
                JsonOutput.Write(report, CurveJson.Default.CurveReport);
            else if (isKnown)
                Show(report);
            if (!isKnown)
                Output.Complain(settings.ExplainUnknownWord(word));
            foreach (string line in report.Reading is { } reading ? ReadingTable.Warnings(reading) : [])
                Output.Complain(line);
        }
        context.ExitCode = known > 0 ? 0 : UserError.ExitCode;
    }

    private static CurveReport Measure(PluginSession session, ParameterSettings settings, CurveProbe probe, string word)
    {
        uint wordA = settings.Find(ParameterSettings.WordA).Id;
        if (!session.Plugin.TryParse(wordA, word, out double normalized))
        {
            // Where the model itself can't be used, no word is known: that is what must be said then.
            _ = Models.Load(session.Bundle);
            return new CurveReport(word, UnknownParts(session, wordA, word), null, null, null, null);
        }
        var values = new Dictionary<uint, double>(settings.Values) { [wordA] = normalized };
        var (curve, state) = probe.Measure(values);
        var reading = (int)session.Plugin.ToPlain(wordA, normalized) == Vocabulary.Phrase ? SavedState.Phrase(state) : null;
        string[]? unknown = reading?.NotUnderstood().ToArray() is { Length: > 0 } parts ? parts : null;
        return new CurveReport(word, unknown, reading, SavedState.Bands(state), CommonGrid.FrequenciesHz.ToArray(), curve);
    }

    // Of a phrase, the words that are not known; all of it where each one is, but not together.
    private static string[] UnknownParts(PluginSession session, uint wordA, string phrase)
    {
        string[] parts = phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        string[] unknown = [.. parts.Where(part => !session.Plugin.TryParse(wordA, part, out _))];
        return unknown.Length > 0 ? unknown : [phrase];
    }

    private static void Show(CurveReport report)
    {
        Console.WriteLine(report.Word);
        if (report.Reading is { } reading)
            ReadingTable.Write(reading);
        var bands = Output.Table("band", "Hz ", "dB ", "Q ");
        foreach (var band in report.Bands ?? [])
            Output.Row(bands, band.Type, Number(band.Hz, "0"), Number(band.Db, "+0.00;-0.00;0.00"), Number(band.Q, "0.00"));
        foreach (var band in report.Reading?.OwnBands ?? [])
            Output.Row(bands, $"own {band.Own}: {Describe(band)}", Number(band.Hz, "0"), Number(band.Db, "+0.00;-0.00;0.00"), Number(band.Q, "0.00"));
        Output.Write(bands);
        var curve = Output.Table("Hz ", "dB ", "");
        for (int i = 0; i < report.CurveDb!.Count; i += 3)
        {
            double db = report.CurveDb[i];
            Output.Row(curve, Number(report.GridHz![i], "0"), Number(db, "+0.00;-0.00;0.00"), Bar(db));
        }
        Output.Write(curve);
    }

    private static string Describe(SavedOwnBand band) => band.Type.EndsWith("cut", StringComparison.Ordinal) ? $"{band.Type}, {band.SlopeDbPerOctave} dB/oct" : band.Type;

    // A bar from the middle, half a dB a character.
    private static string Bar(double db)
    {
        const int half = 24;
        int length = (int)Math.Min(half, Math.Round(2 * Math.Abs(db)));
        return db < 0 ? new string(' ', half - length) + new string('▒', length) + "│" : new string(' ', half) + "│" + new string('█', length);
    }

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
