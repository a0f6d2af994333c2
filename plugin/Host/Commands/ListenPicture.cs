using System.Text.RegularExpressions;
using SemanticEq.Host.Hosting;
using SemanticEq.Host.Listening;
using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Pictures;
using SemanticEq.Ui.Platform;

namespace SemanticEq.Host.Commands;

/// <summary>The picture of a track over time.</summary>
internal static partial class ListenPicture
{
    // More could be told apart, but not followed.
    private const int MostLines = 4;

    /// <summary>Draws and saves it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="report">What was heard.</param>
    /// <param name="isChosen">Whether the user has chosen the words that are told.</param>
    /// <param name="bundle">Where the type is.</param>
    /// <exception cref="UserError">It can't be.</exception>
    public static void Save(string path, ListeningReport report, bool isChosen, PluginBundle bundle)
    {
        ShippedFonts.Load(bundle.FontFolder);
        try
        {
            TimelinePicture.Save(path, Data(report, isChosen ? report.Told : TimelineWords.Of(report, MostLines)));
        }
        catch (Exception e) when (e is CanvasException or IOException)
        {
            throw new UserError($"the picture is not written: {e.Message}", e);
        }
    }

    [GeneratedRegex(@"-(?=\d)")]
    private static partial Regex Minus();

    private static TimelineData Data(ListeningReport report, IReadOnlyList<int> words) => new()
    {
        Title = Path.GetFileName(report.Track.Path),
        Subtitle = Minus().Replace(ListenSummary.Loudness(report.Track), "−") + "; words: 0 is an average recording",
        Seconds = Math.Max(report.Track.Seconds, 0.1),
        TimesSeconds = [.. report.Track.Windows.Select(window => (window.StartSeconds + window.EndSeconds) / 2)],
        LevelsLufs = [.. report.Track.Windows.Select(window => double.IsFinite(window.Lufs) ? window.Lufs : double.NaN)],
        Lines = [.. words.Select(word => new TimelineLine(report.Words[word], [.. report.Windows.Select(scores => scores?[word] ?? double.NaN)]))],
        Sections = [.. report.Sections.Select(section => new TimelineSection(section.StartSeconds, section.EndSeconds, section.Top))],
    };
}
