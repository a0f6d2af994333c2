namespace SemanticEq.Ui.Tests;

/// <summary>A folder of a test's own, gone afterwards.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("semantic-eq-ui-").FullName;

    public string[] Entries => [.. Directory.GetFileSystemEntries(_path).Select(entry => System.IO.Path.GetFileName(entry))];

    public string Path(string name) => System.IO.Path.Combine(_path, name);

    public void Dispose() => Directory.Delete(_path, recursive: true);
}
