namespace SemanticEq.Inference.Tests.Listening;

public sealed class ListenerModelTests : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "semantic-eq-listener-" + Guid.NewGuid().ToString("N"));

    public ListenerModelTests()
    {
        Directory.CreateDirectory(_folder);
        foreach (string file in Directory.GetFiles(Repository.Listener))
            File.Copy(file, Path.Combine(_folder, Path.GetFileName(file)));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_shipped_listener_fits_its_contract_and_its_words_are_the_vocabularys()
    {
        var model = ListenerModel.Load(Repository.Listener);
        var known = ModelFolder.Load(Repository.Model).Vocabulary.Words.Select(word => word.Word).ToHashSet();

        model.Version.ShouldBe("v1");
        model.Hash.Length.ShouldBe(64);
        model.Words.ShouldBeUnique();
        model.Words.ShouldAllBe(word => known.Contains(word));
    }

    public static TheoryData<string, Func<byte[], byte[]>> Damages() => new()
    {
        { "listener.onnx", bytes => bytes[..^1] },
        { "listener.weights", bytes => [.. bytes[..100], (byte)(bytes[100] ^ 1), .. bytes[101..]] },
        { "listener.weights", _ => [] },
        { "listener.json", bytes => bytes[..(bytes.Length / 2)] },
        { "listener.json", _ => "null"u8.ToArray() },
        { "listener.json", _ => """{"contract":1,"version":"v1","files":{},"words":[null]}"""u8.ToArray() },
        { "listener.json", _ => """{"contract":2,"version":"v2","files":{},"words":[]}"""u8.ToArray() },
    };

    [Theory]
    [MemberData(nameof(Damages))]
    public void A_damaged_file_is_refused_with_its_name(string file, Func<byte[], byte[]> damage)
    {
        string path = Path.Combine(_folder, file);
        File.WriteAllBytes(path, damage(File.ReadAllBytes(path)));
        Should.Throw<ModelException>(() => ListenerModel.Load(_folder)).Message.ShouldContain(file);
    }

    [Theory]
    [InlineData("listener.onnx")]
    [InlineData("listener.weights")]
    [InlineData("listener.json")]
    public void A_missing_file_is_named(string file)
    {
        File.Delete(Path.Combine(_folder, file));
        Should.Throw<ModelException>(() => ListenerModel.Load(_folder)).Message.ShouldContain(file);
    }

    [Theory]
    [InlineData("metric")]
    [InlineData("spread")]
    [InlineData("words")]
    public void A_tensor_of_another_name_is_missed(string name)
    {
        string weights = Path.Combine(_folder, "listener.weights"), json = Path.Combine(_folder, "listener.json");
        byte[] bytes = File.ReadAllBytes(weights);
        string before = Sha256.Hex(bytes);
        int at = bytes.AsSpan().IndexOf(System.Text.Encoding.ASCII.GetBytes(name));
        bytes[at] = (byte)'x';
        File.WriteAllBytes(weights, bytes);
        File.WriteAllText(json, File.ReadAllText(json).Replace(before, Sha256.Hex(bytes)));
        Should.Throw<ModelException>(() => ListenerModel.Load(_folder)).Message.ShouldContain(name);
    }
}
