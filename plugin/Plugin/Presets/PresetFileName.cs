using System.Text;

namespace SemanticEq.Plugin;

/// <summary>File names for presets, that every system takes: whatever a preset is called, its file lies in the folder of presets.</summary>
internal static class PresetFileName
{
    private const int MostBytes = 120;
    private const string NotInNames = "/\\:*?\"<>|";
    private static readonly string[] Devices = ["con", "prn", "aux", "nul", .. Numbered("com"), .. Numbered("lpt")];

    /// <summary>A name without the end ".json".</summary>
    public static string For(string name)
    {
        var stem = new StringBuilder();
        int bytes = 0;
        foreach (var rune in name.EnumerateRunes())
        {
            bool isFit = !Rune.IsControl(rune) && !NotInNames.Contains(rune.ToString(), StringComparison.Ordinal) && rune != Rune.ReplacementChar;
            string letters = isFit ? rune.ToString() : "_";
            bytes += Encoding.UTF8.GetByteCount(letters);
            if (bytes > MostBytes)
                break;
            stem.Append(letters);
        }
        // A leading dot hides a file, and "." and ".." are folders; Windows drops what ends in dots or spaces.
        string safe = stem.ToString().Trim('.', ' ');
        return safe.Length == 0 ? "Preset" : NoDevice(safe);
    }

    /// <summary>A name that none of these is, letter case aside: not all systems tell it apart.</summary>
    public static string Unused(string stem, IEnumerable<string> taken)
    {
        var used = taken.ToHashSet(StringComparer.OrdinalIgnoreCase);
        string free = stem;
        for (int number = 2; used.Contains(free); number++)
            free = $"{stem} {number}";
        return free;
    }

    // Windows takes what stands before the first dot for the device, whatever follows: "nul.txt" is "nul".
    private static string NoDevice(string name)
    {
        string first = name.Split('.')[0];
        return Devices.Contains(first.TrimEnd(' ').ToLowerInvariant()) ? $"{first}_{name[first.Length..]}" : name;
    }

    private static IEnumerable<string> Numbered(string device) => Enumerable.Range(1, 9).Select(number => $"{device}{number}");
}
