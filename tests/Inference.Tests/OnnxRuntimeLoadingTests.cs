using SemanticEq.Inference.Onnx;

namespace SemanticEq.Inference.Tests;

public class OnnxRuntimeLoadingTests
{
    [Fact]
    public void A_missing_library_is_named()
    {
        Should.Throw<OnnxException>(() => OrtApi.Load("/nowhere/libsemanticeq_onnxruntime.so")).Message.ShouldContain("/nowhere/");
    }

    [Fact]
    public void A_bare_name_is_refused_since_another_plugins_copy_could_answer()
    {
        Should.Throw<OnnxException>(() => OrtApi.Load("libonnxruntime.so.1"));
    }

    [Fact]
    public void A_file_that_is_no_library_is_refused()
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, "not a library");
            Should.Throw<OnnxException>(() => OrtApi.Load(path)).Message.ShouldContain(path);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Theory]
    [InlineData(0.99)]
    [InlineData(0.5)]
    [InlineData(0.000001)]
    public void A_library_that_was_cut_short_is_refused_before_it_can_end_the_process(double share)
    {
        string path = Path.GetTempFileName();
        try
        {
            using (var whole = File.OpenRead(Repository.OnnxRuntime))
            using (var cut = File.Create(path))
            {
                byte[] bytes = new byte[(int)(whole.Length * share)];
                whole.ReadExactly(bytes);
                cut.Write(bytes);
            }
            // Windows' own loader sees it.
            Should.Throw<OnnxException>(() => OrtApi.Load(path)).Message.ShouldContain(OperatingSystem.IsWindows() ? "can't be loaded" : "damaged");
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void A_damaged_model_is_refused()
    {
        var api = OrtApi.Load(Repository.OnnxRuntime);
        Should.Throw<OnnxException>(() => new OrtSession(api, [1, 2, 3], new TensorContract("z", [-1, 32], "bands", [-1, 8, 3]), 1));
    }

    [Theory]
    [InlineData("x", 32, "bands")]
    [InlineData("z", 16, "bands")]
    [InlineData("z", 32, "curve")]
    public void A_model_of_another_shape_is_refused(string input, int latent, string output)
    {
        var api = OrtApi.Load(Repository.OnnxRuntime);
        byte[] model = File.ReadAllBytes(Path.Combine(Repository.Model, "decoder.onnx"));
        var contract = new TensorContract(input, [-1, latent], output, [-1, 8, 3]);

        Should.Throw<OnnxException>(() => new OrtSession(api, model, contract, 1));
    }

    [Fact]
    public void The_encoder_fits_its_contract()
    {
        var api = OrtApi.Load(Repository.OnnxRuntime);
        byte[] model = File.ReadAllBytes(Path.Combine(Repository.Model, "encoder.onnx"));
        using var session = new OrtSession(api, model, new TensorContract("curve", [1, 64], "z", [1, 32]), 1);

        session.Input.Clear();
        session.Run(1);
        session.Output.ToArray().ShouldAllBe(value => float.IsFinite(value));
    }
}
