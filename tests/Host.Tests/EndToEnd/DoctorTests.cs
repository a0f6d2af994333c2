using System.Text.Json;

namespace SemanticEq.Host.Tests.EndToEnd;

/// <summary>What <c>doctor</c> finds in a bundle that is whole, and in such as are not.</summary>
public class DoctorTests
{
    public DoctorTests() => BuiltBundle.Require();

    [Fact]
    public void A_whole_bundle_is_well_from_its_file_to_its_sound()
    {
        var (code, found) = Examine(BuiltBundle.Path);
        code.ShouldBe(0);
        foreach (string what in new[] { "system", "processor", "audio files", "bundle", "model", "listener", "decoder", "plug-in", "sound", "drawing" })
            found[what].Health.ShouldNotBe("Bad", what);
        found["decoder"].Text.ShouldStartWith("ONNX Runtime 1.");
        found["decoder"].Health.ShouldBe("Ok");
        found["sound"].Health.ShouldBe("Ok");
        found["sound"].Text.ShouldContain(" dB");
    }

    [Fact]
    public void Without_its_runtime_it_is_well_and_told_so()
    {
        using var folder = new Folder();
        string bundle = BuiltBundle.CopyTo(folder["SemanticEq.vst3"]);
        foreach (string runtime in Directory.GetFiles(bundle, "*semanticeq_onnxruntime*", SearchOption.AllDirectories))
            File.Delete(runtime);
        var (code, found) = Examine(bundle);
        code.ShouldBe(0);
        found["decoder"].Health.ShouldBe("Note");
        found["decoder"].Text.ShouldContain("missing");
        found["sound"].Health.ShouldBe("Ok");
    }

    [Fact]
    public void A_damaged_model_is_named_and_ends_with_1()
    {
        using var folder = new Folder();
        string bundle = BuiltBundle.CopyTo(folder["SemanticEq.vst3"]);
        string newest = Directory.GetDirectories(Path.Combine(bundle, "Contents", "Resources", "models"), "v*").Order().Last();
        File.WriteAllText(Path.Combine(newest, "vocabulary.json"), "{");
        var (code, found) = Examine(bundle);
        code.ShouldBe(1);
        found["model"].Health.ShouldBe("Bad");
        found["plug-in"].Health.ShouldBe("Ok", "it plays without words");
    }

    [Fact]
    public void No_bundle_is_said_in_a_line_and_the_rest_looked_at()
    {
        var (code, found) = Examine("/nowhere/SemanticEq.vst3");
        code.ShouldBe(1);
        found["bundle"].Health.ShouldBe("Bad");
        found["bundle"].Text.ShouldContain("there is no such folder");
        found["audio files"].Health.ShouldBe("Ok");
    }

    private static (int Code, Dictionary<string, (string Health, string Text)> Found) Examine(string bundle)
    {
        var (code, output, error) = BuiltBundle.Run("doctor", "--plugin", bundle, "--json");
        error.ShouldBeEmpty();
        return (code, JsonDocument.Parse(output).RootElement.EnumerateArray().ToDictionary(
            finding => finding.GetProperty("what").GetString()!,
            finding => (finding.GetProperty("health").GetString()!, finding.GetProperty("text").GetString()!)));
    }
}
