namespace SemanticEq.Inference;

/// <summary>The copy of the ONNX Runtime that lies beside the plug-in's binary.</summary>
public static class OnnxRuntimeLibrary
{
    private const float MostDifference = 1e-5f;

    /// <summary>Its file's name, which is its own: under the usual one another plug-in's copy may be in the process already.</summary>
    public static string FileName => OperatingSystem.IsWindows() ? "semanticeq_onnxruntime.dll"
        : OperatingSystem.IsMacOS() ? "libsemanticeq_onnxruntime.dylib" : "libsemanticeq_onnxruntime.so";

    /// <summary>Loads it, and has it decode beside the twin. For people who look for what is wrong; it stays loaded.</summary>
    /// <param name="path">Absolute path.</param>
    /// <param name="model">What is decoded.</param>
    /// <returns>Its version, or why it does not serve.</returns>
    public static DecoderStatus Try(string path, ModelFolder model)
    {
        try
        {
            using var decoder = new OnnxDecoder(model, path);
            float difference = DifferenceFromTwin(decoder, model);
            return new DecoderStatus(
                $"ONNX Runtime {decoder.RuntimeVersion}",
                difference <= MostDifference ? null : FormattableString.Invariant($"it decodes by {difference:g2} otherwise than the built-in decoder"));
        }
        catch (Exception e)
        {
            return DecoderStatus.Without(e);
        }
    }

    private static float DifferenceFromTwin(OnnxDecoder decoder, ModelFolder model)
    {
        Span<float> z = stackalloc float[DecoderShape.Latent];
        Span<float> heard = stackalloc float[DecoderShape.Output];
        Span<float> expected = stackalloc float[DecoderShape.Output];
        for (int i = 0; i < z.Length; i++)
            z[i] = MathF.Sin(i + 1);
        decoder.Decode(z, 1, heard);
        new DecoderTwin(model).Decode(z, expected);
        float most = 0;
        for (int i = 0; i < heard.Length; i++)
            most = Math.Max(most, Math.Abs(heard[i] - expected[i]));
        return most;
    }
}
