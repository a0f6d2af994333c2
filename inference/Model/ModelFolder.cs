namespace SemanticEq.Inference;

/// <summary>
/// A model version on disk, checked against its contract (models/README.md): hashes first, then shapes. Main thread or worker.
/// </summary>
public sealed class ModelFolder
{
    private const long MaxFileBytes = 64 << 20;
    private readonly string _path;

    private ModelFolder(string path, string version, string hash, Vocabulary vocabulary, DecoderWeights weights)
    {
        _path = path;
        Version = version;
        Hash = hash;
        Vocabulary = vocabulary;
        Weights = weights;
    }

    /// <summary>For example v1.</summary>
    public string Version { get; }

    /// <summary>SHA-256 of vocabulary.json, which itself holds the other files' hashes: it names the whole model.</summary>
    public string Hash { get; }

    /// <summary>The words and macros.</summary>
    public Vocabulary Vocabulary { get; }

    internal DecoderWeights Weights { get; }

    /// <summary>Reads and checks a model folder.</summary>
    /// <exception cref="ModelException">A file is missing, damaged, or not of this contract.</exception>
    public static ModelFolder Load(string path)
    {
        byte[] json = Read(path, "vocabulary.json");
        var file = VocabularyFile.Parse(json, "vocabulary.json");
        if (file.Contract != 1 || file.Latent != DecoderShape.Latent)
            throw new ModelException($"vocabulary.json: contract {file.Contract} with {file.Latent} dimensions; this version reads contract 1 with {DecoderShape.Latent}");
        byte[] decoder = ReadHashed(path, "decoder.onnx", file);
        var weights = DecoderWeights.Parse(ReadHashed(path, "decoder.weights", file));
        if (weights.OnnxHash != Sha256.Hex(decoder))
            throw new ModelException("decoder.weights belongs to another decoder.onnx");
        return new ModelFolder(path, file.Version, Sha256.Hex(json), new Vocabulary(file), weights);
    }

    /// <summary>The ONNX decoder's bytes; small, and read again only when a session is made.</summary>
    internal byte[] ReadDecoder()
    {
        byte[] bytes = Read(_path, "decoder.onnx");
        return Sha256.Hex(bytes) == Weights.OnnxHash ? bytes : throw new ModelException("decoder.onnx has been replaced since the model was loaded");
    }

    private static byte[] ReadHashed(string path, string name, VocabularyFile file)
    {
        byte[] bytes = Read(path, name);
        if (!file.Files.TryGetValue(name, out string? expected) || expected != Sha256.Hex(bytes))
            throw new ModelException($"{name} is damaged: its hash is not the one in vocabulary.json");
        return bytes;
    }

    private static byte[] Read(string path, string name)
    {
        string full = Path.Combine(path, name);
        try
        {
            if (new FileInfo(full).Length > MaxFileBytes)
                throw new ModelException($"{full} is too large to be a model file");
            return File.ReadAllBytes(full);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ModelException($"{full} can't be read: {e.Message}", e);
        }
    }
}
