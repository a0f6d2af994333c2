namespace SemanticEq.Ui.Tests;

/// <summary>Where tests leave pictures for eyes: out/pictures in the repository's root, which git ignores.</summary>
internal static class Out
{
    public static string Picture(string name)
    {
        string folder = Path.Combine(RepositoryRoot(), "out", "pictures");
        Directory.CreateDirectory(folder);
        return Path.Combine(folder, name);
    }

    public static string RepositoryRoot()
    {
        for (string? folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "SemanticEqPlugin.sln")))
                return folder;
        }

        throw new InvalidOperationException("The tests must run from within the repository.");
    }
}
