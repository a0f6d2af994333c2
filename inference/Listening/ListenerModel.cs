using SemanticEq.Dsp;

namespace SemanticEq.Inference;

/// <summary>
/// A listener version on disk, checked against its contract (models/README.md): hashes first, then shapes. Immutable; loaded on the main
/// thread or a worker.
/// </summary>
public sealed class ListenerModel
{
    /// <summary>Points of a spectrum.</summary>
    public const int Points = CommonGrid.Count;

    private const int NewestContract = 1;

    private ListenerModel(ListenerFile file, string hash, Dictionary<string, (int[] Shape, float[] Values)> tensors)
    {
        Version = file.Version;
        Hash = hash;
        Words = file.Words;
        Rank = tensors.TryGetValue("metric", out var metric) && metric.Shape.Length == 2 ? metric.Shape[0] : 0;
        if (Rank < 1)
            throw new ModelException("listener.weights: metric is missing or of the wrong shape");
        double[] Take(string name, params int[] shape) =>
            tensors.TryGetValue(name, out var tensor) && tensor.Shape.SequenceEqual(shape)
                ? [.. tensor.Values.Select(value => (double)value)]
                : throw new ModelException($"listener.weights: {name} is missing or not [{string.Join(", ", shape)}]");
        Spread = Take("spread", Points, Points);
        Quiet = Take("quiet", Points);
        Exponent = Take("exponent", 1)[0];
        Reference = Take("reference", Points);
        Mean = Take("mean", Points);
        Metric = Take("metric", Rank, Points);
        Templates = Take("words", Words.Count, Points);
        Scale = Take("scale", 1)[0];
        // Without these no sound could be heard.
        if (Exponent is <= 0.0 or > 1.0 || !(Scale > 0.0) || !Array.TrueForAll(Quiet, x => x > 0.0) || !Array.TrueForAll(Spread, x => x >= 0.0))
            throw new ModelException("listener.weights: a value is out of range");
    }

    /// <summary>For example v1.</summary>
    public string Version { get; }

    /// <summary>SHA-256 of listener.json, which itself holds the other files' hashes: it names the whole listener.</summary>
    public string Hash { get; }

    /// <summary>The anchors: words whose direction is stored.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>Excitation of each point by the power at each, row by row.</summary>
    internal double[] Spread { get; }

    /// <summary>The quiet threshold's excitation.</summary>
    internal double[] Quiet { get; }

    /// <summary>Of loudness over excitation.</summary>
    internal double Exponent { get; }

    /// <summary>The average recording's level-free spectrum in dB.</summary>
    internal double[] Reference { get; }

    /// <summary>The mean of what is heard of recordings.</summary>
    internal double[] Mean { get; }

    /// <summary>Rows of <see cref="Metric"/>.</summary>
    internal int Rank { get; }

    /// <summary>L of the metric LᵀL, row by row.</summary>
    internal double[] Metric { get; }

    /// <summary>The words' directions, row by row.</summary>
    internal double[] Templates { get; }

    /// <summary>What makes 1 of a word of middling strength.</summary>
    internal double Scale { get; }

    /// <summary>Reads and checks a listener's folder.</summary>
    /// <exception cref="ModelException">A file is missing, damaged, or not of this contract.</exception>
    public static ListenerModel Load(string folder)
    {
        byte[] json = ModelFolder.Read(folder, "listener.json");
        var file = ListenerFile.Parse(json);
        if (file.Contract is < 1 or > NewestContract)
            throw new ModelException($"listener.json: contract {file.Contract}; this version reads contract {NewestContract}");
        byte[] Hashed(string name)
        {
            byte[] bytes = ModelFolder.Read(folder, name);
            return file.Files.GetValueOrDefault(name) == Sha256.Hex(bytes)
                ? bytes
                : throw new ModelException($"{name} is damaged: its hash is not the one in listener.json");
        }

        string onnxHash = Sha256.Hex(Hashed("listener.onnx"));
        var tensors = TensorFile.Parse(Hashed("listener.weights"), "SEQL"u8, "listener.weights", out string expected);
        return onnxHash == expected
            ? new ListenerModel(file, Sha256.Hex(json), tensors)
            : throw new ModelException("listener.weights belongs to another listener.onnx");
    }
}
