namespace SemanticEq.Inference.Tests;

public class ModelFolderTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void The_shipped_models_fit_their_contracts(int contract)
    {
        var model = ModelFolder.Load(contract == 1 ? Repository.FirstModel : Repository.Model);

        (model.Contract, model.Version).ShouldBe((contract, $"v{contract}"));
        model.Vocabulary.Words.Count.ShouldBeGreaterThan(200);
        model.Vocabulary.MacroNames.Count.ShouldBe(8);
    }

    public static TheoryData<string, Func<byte[], byte[]>> Damages() => new()
    {
        { "decoder.onnx", bytes => bytes[..^1] },
        { "decoder.onnx", bytes => Flip(bytes, bytes.Length / 2) },
        { "decoder.weights", bytes => Flip(bytes, 3) },
        { "decoder.weights", bytes => bytes[..(bytes.Length / 3)] },
        { "decoder.weights", _ => [] },
        { "vocabulary.json", bytes => bytes[..(bytes.Length / 2)] },
        { "vocabulary.json", _ => "null"u8.ToArray() },
        { "vocabulary.json", _ => "{}"u8.ToArray() },
        { "vocabulary.json", _ => """{"contract":1,"version":"v1","latent":32,"files":{},"words":[null],"macros":[null]}"""u8.ToArray() },
        { "vocabulary.json", _ => [0xff, 0xfe, 0x00] },
    };

    [Theory]
    [MemberData(nameof(Damages))]
    public void A_damaged_file_is_refused_with_its_name(string file, Func<byte[], byte[]> damage)
    {
        using var copy = new ModelCopy().Change(file, damage);

        Should.Throw<ModelException>(() => ModelFolder.Load(copy.Folder)).Message.ShouldContain(file);
    }

    [Theory]
    [InlineData("decoder.onnx")]
    [InlineData("decoder.weights")]
    [InlineData("vocabulary.json")]
    public void A_missing_file_is_named(string file)
    {
        using var copy = new ModelCopy().Delete(file);

        Should.Throw<ModelException>(() => ModelFolder.Load(copy.Folder)).Message.ShouldContain(file);
    }

    [Fact]
    public void A_later_contract_is_refused_with_both_numbers()
    {
        using var copy = new ModelCopy().Change("vocabulary.json", bytes =>
            System.Text.Encoding.UTF8.GetBytes(System.Text.RegularExpressions.Regex.Replace(
                System.Text.Encoding.UTF8.GetString(bytes), "\"contract\":\\s*1", "\"contract\": 3")));

        Should.Throw<ModelException>(() => ModelFolder.Load(copy.Folder)).Message.ShouldContain("contract 3");
    }

    private static byte[] Flip(byte[] bytes, int place)
    {
        bytes[place] ^= 0x40;
        return bytes;
    }
}
