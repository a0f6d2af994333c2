using System.Text;

namespace SemanticEq.Inference.Tests;

/// <summary>A copy of the model to damage: the one factory of bad models.</summary>
internal sealed class ModelCopy : IDisposable
{
    public ModelCopy()
    {
        Directory.CreateDirectory(Folder);
        foreach (string file in Directory.GetFiles(Repository.Model))
            File.Copy(file, Path.Combine(Folder, Path.GetFileName(file)));
    }

    public string Folder { get; } = Path.Combine(Path.GetTempPath(), "semantic-eq-model-" + Guid.NewGuid().ToString("N"));

    public ModelCopy Change(string file, Func<byte[], byte[]> change)
    {
        string path = Path.Combine(Folder, file);
        File.WriteAllBytes(path, change(File.ReadAllBytes(path)));
        return this;
    }

    public ModelCopy ChangeText(string file, string from, string to) => Change(file, bytes =>
    {
        string text = Encoding.UTF8.GetString(bytes);
        text.ShouldContain(from);
        return Encoding.UTF8.GetBytes(text.Replace(from, to));
    });

    public ModelCopy Delete(string file)
    {
        File.Delete(Path.Combine(Folder, file));
        return this;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
