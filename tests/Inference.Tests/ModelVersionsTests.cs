namespace SemanticEq.Inference.Tests;

public sealed class ModelVersionsTests : IDisposable
{
    private readonly DirectoryInfo _models = Directory.CreateTempSubdirectory("semantic-eq-models-");

    [Fact]
    public void The_newest_has_the_highest_number_and_what_is_no_version_does_not_count()
    {
        foreach (string name in new[] { "v1", "v10", "v9", "v2-draft", "v", "v-3", "v0", "old", "v 7" })
            _models.CreateSubdirectory(name);

        ModelVersions.In(_models.FullName).ShouldBe(["v10", "v9", "v1"]);
        ModelVersions.Newest(_models.FullName).ShouldBe(Path.Combine(_models.FullName, "v10"));
    }

    [Fact]
    public void Without_models_the_first_one_is_what_is_missing()
    {
        string nowhere = Path.Combine(_models.FullName, "nowhere");

        ModelVersions.In(nowhere).ShouldBeEmpty();
        Should.Throw<ModelException>(() => ModelFolder.Load(ModelVersions.Newest(nowhere))).Message.ShouldContain("vocabulary.json");
    }

    public void Dispose() => _models.Delete(recursive: true);
}
