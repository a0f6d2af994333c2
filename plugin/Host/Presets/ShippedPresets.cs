using System.Security.Cryptography;

namespace SemanticEq.Host.Presets;

/// <summary>
/// The preset files that a package brought, told from the user's own by their hashes: what `sha256sum` wrote into the bundle when it was packed.
/// Hosts save a user's presets in the same folder, also over one that was shipped.
/// </summary>
internal static class ShippedPresets
{
    private const int HashLength = 64;
    private const int NameStart = HashLength + 2;

    /// <summary>Removes those that are as they came, and the folders that are then empty.</summary>
    /// <param name="list">The list of hashes, names relative to the folder.</param>
    /// <param name="folder">Where they were put.</param>
    /// <returns>How many went, and the names of those that are there but no longer as they came.</returns>
    /// <exception cref="UserError">The list can't be read.</exception>
    public static (int Removed, IReadOnlyList<string> Kept) Remove(string list, string folder)
    {
        int removed = 0;
        var kept = new List<string>();
        var folders = new HashSet<string>();
        foreach (var (hash, name) in Read(list))
        {
            string path = Path.Combine(folder, name);
            for (string? parent = Path.GetDirectoryName(name); !string.IsNullOrEmpty(parent); parent = Path.GetDirectoryName(parent))
                folders.Add(Path.Combine(folder, parent));
            if (!File.Exists(path))
                continue;
            if (TryRemove(path, hash))
                removed++;
            else
                kept.Add(name);
        }
        foreach (string empty in folders.OrderByDescending(name => name.Length).Where(IsEmpty))
            Directory.Delete(empty);
        return (removed, kept);
    }

    private static bool TryRemove(string path, string hash)
    {
        try
        {
            if (!Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path))).Equals(hash, StringComparison.OrdinalIgnoreCase))
                return false;
            File.Delete(path);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static bool IsEmpty(string folder) => Directory.Exists(folder) && !Directory.EnumerateFileSystemEntries(folder).Any();

    private static IEnumerable<(string Hash, string Name)> Read(string list)
    {
        string[] lines;
        try
        {
            lines = File.ReadAllLines(list);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserError($"the list of the presets that came with the plug-in can't be read: {e.Message}", e);
        }
        foreach (string line in lines.Where(line => line.Length > NameStart))
        {
            // A name that leaves the folder is none of ours.
            string name = line[NameStart..].Replace('/', Path.DirectorySeparatorChar);
            if (!Path.IsPathRooted(name) && !name.Split(Path.DirectorySeparatorChar).Contains(".."))
                yield return (line[..HashLength], Path.GetRelativePath(".", name));
        }
    }
}
