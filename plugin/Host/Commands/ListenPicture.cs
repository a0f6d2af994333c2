using SemanticEq.Host.Hosting;
using SemanticEq.Host.Listening;
using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Pictures;
using SemanticEq.Ui.Platform;

namespace SemanticEq.Host.Commands;

/// <summary>The picture of a track over time.</summary>
internal static class ListenPicture
{
    // Two lines that go together all the way say one thing twice.
    private const double MostAlike = 0.9;

    /// <summary>Draws and saves it.</summary>
    /// <exception cref="UserError">It can't be.</exception>
    public static void Save(string path, ListeningReport report, PluginBundle bundle)
    {
        ShippedFonts.Load(bundle.FontFolder);
        try
        {
            TimelinePicture.Save(path, Data(report));
        }
        catch (Exception e) when (e is CanvasException or IOException)
        {
            throw new UserError($"the picture is not written: {e.Message}", e);
        }
    }

    private static TimelineData Data(ListeningReport report)
    {
        double[][] scores = [.. report.Words.Select((_, word) => (double[])[.. report.Windows.Select(window => window.Scores[word] ?? double.NaN)])];
        return new TimelineData
        {
            Title = Path.GetFileName(report.Track.Path),
            Subtitle = ListenSummary.Loudness(report.Track).Replace("-", "−"),
            Seconds = Math.Max(report.Track.Seconds, 0.1),
            TimesSeconds = [.. report.Windows.Select(window => (window.Window.StartSeconds + window.Window.EndSeconds) / 2)],
            LevelsLufs = [.. report.Windows.Select(window => double.IsFinite(window.Window.Lufs) ? window.Window.Lufs : double.NaN)],
            Lines = [.. Distinct(scores).Select(word => new TimelineLine(report.Words[word], scores[word]))],
            Sections = [.. report.Sections.Select(section => new TimelineSection(section.StartSeconds, section.EndSeconds, section.Top))],
        };
    }

    // In their order, and without those that go the way of one before, as long as there are others.
    private static IEnumerable<int> Distinct(double[][] scores)
    {
        List<int> chosen = [], alike = [];
        for (int word = 0; word < scores.Length; word++)
            (chosen.Exists(other => Correlation(scores[word], scores[other]) > MostAlike) ? alike : chosen).Add(word);
        return chosen.Concat(alike).Take(TimelinePicture.MostLines).Order();
    }

    private static double Correlation(double[] a, double[] b)
    {
        int[] both = [.. Enumerable.Range(0, a.Length).Where(i => double.IsFinite(a[i]) && double.IsFinite(b[i]))];
        if (both.Length < 3)
            return 0;
        double meanA = both.Average(i => a[i]), meanB = both.Average(i => b[i]);
        double ab = both.Sum(i => (a[i] - meanA) * (b[i] - meanB)), aa = both.Sum(i => (a[i] - meanA) * (a[i] - meanA)), bb = both.Sum(i => (b[i] - meanB) * (b[i] - meanB));
        return aa * bb > 0 ? ab / Math.Sqrt(aa * bb) : 0;
    }
}
