using System.Globalization;

namespace SemanticEq.Host.Listening;

/// <summary>How long the windows of a timeline are, and how far apart they begin, both in whole tenths of a second.</summary>
/// <param name="Seconds">0.4 to 60: loudness is that of 400 ms at least.</param>
/// <param name="HopSeconds">0.1 to 60.</param>
internal readonly record struct WindowLength(double Seconds, double HopSeconds)
{
    private const double Longest = 60;

    /// <summary>Reads the two options.</summary>
    /// <exception cref="UserError">One is not such a number.</exception>
    public static WindowLength Parse(string window, string hop) => new(Parse("--window", window, 0.4), Parse("--hop", hop, 0.1));

    private static double Parse(string option, string text, double least)
    {
        bool isNumber = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double seconds);
        double tenths = Math.Round(10 * seconds);
        return isNumber && seconds >= least && seconds <= Longest && Math.Abs((10 * seconds) - tenths) < 1e-6
            ? tenths / 10
            : throw new UserError(string.Create(CultureInfo.InvariantCulture, $"{option} {text}: use {least} to {Longest} seconds, in tenths"));
    }
}
