using SemanticEq.Inference;

namespace SemanticEq.Plugin.Tests;

/// <summary>A bundle that is replaced while a host has it open.</summary>
public sealed class LostTableTests : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "semantic-eq-lost-" + Guid.NewGuid().ToString("N"));

    [Fact]
    public void Without_its_table_of_words_no_phrase_is_read_and_sessions_are_still_placed()
    {
        Directory.CreateDirectory(_folder);
        foreach (string file in Directory.GetFiles(BundledModel.Newest!.Path))
            File.Copy(file, Path.Combine(_folder, Path.GetFileName(file)));
        var model = new BundledModel(_folder);
        model.Folder.WordTablePath.ShouldNotBeNull();
        File.Delete(model.Folder.WordTablePath);
        var phrases = new TypedPhrases();

        phrases.TryRead(0, "warm and bright", model).ShouldBeFalse();
        phrases.Load(new SessionState { PhraseA = new TypedPhrase { Text = "warm and bright", ModelHash = "another's", Z = new float[DecoderShape.Latent] } });

        phrases[0].ShouldNotBeNull("kept for a machine that can read it");
        phrases.Places(model).A.Length.ShouldBe(0);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
