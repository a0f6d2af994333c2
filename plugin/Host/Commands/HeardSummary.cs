using System.Globalization;
using SemanticEq.Host.Listening;

namespace SemanticEq.Host.Commands;

/// <summary>What people read of asked and heard after a render.</summary>
internal static class HeardSummary
{
    private const int MostWords = 5;

    // Too little to be asked for by anyone.
    private const double LeastAsked = 0.005;

    /// <summary>Writes it.</summary>
    public static void Write(AskedAndHeard listening)
    {
        foreach (string line in Lines(listening))
            Console.WriteLine(line);
    }

    /// <summary>Its lines; none where nothing was asked.</summary>
    public static IEnumerable<string> Lines(AskedAndHeard listening)
    {
        if (listening.Asked < LeastAsked)
            yield break;
        yield return listening.Heard is { } heard
            ? Text($"{listening.What}: asked {listening.Asked:+0.00}, heard {heard:+0.00;-0.00;0.00} ({100 * listening.Share:0} %)") + Fitted(listening)
            : Text($"{listening.What}: asked {listening.Asked:+0.00}, but there is too little to hear");
        if (listening.Remark is not null)
            yield return listening.Remark;
        if (listening.Changes is { } changes)
            yield return "moved most: " + string.Join(", ", listening.English.Take(MostWords).Select(word => Text($"{word} {changes[word]:+0.00;-0.00;0.00}")));
    }

    private static string Fitted(AskedAndHeard listening) => listening.Factors is { } factors
        ? Text($", fitted by {listening.Adapt:0} %: gains ") + string.Join(' ', factors.Select(factor => Text($"×{factor:0.00}")))
        : "";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
