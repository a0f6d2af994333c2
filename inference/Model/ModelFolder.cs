namespace SemanticEq.Inference;

/// <summary>
/// A model version on disk, checked against its contract (models/README.md): hashes first, then shapes. Main thread or worker.
/// </summary>
public sealed class ModelFolder
{
    private const int NewestContract = 2;
    private const string WordTableName = "words.table";
    private const long MaxFileBytes = 64 << 20;
    private readonly string _path;
    private readonly string? _wordTableHash;

    private ModelFolder(string path, VocabularyFile file, string hash, Vocabulary vocabulary, DecoderWeights weights)
    {
        _path = path;
        Contract = file.Contract;
        Version = file.Version;
        Hash = hash;
        _wordTableHash = file.Files.GetValueOrDefault(WordTableName);
        WordTablePath = _wordTableHash is null ? null : Path.Combine(path, WordTableName);
        Vocabulary = vocabulary;
        Weights = weights;
    }

    /// <summary>The contract that it fits: 1 or 2.</summary>
    public int Contract { get; }

    /// <summary>For example v1.</summary>
    public string Version { get; }

    /// <summary>SHA-256 of vocabulary.json, which itself holds the other files' hashes: it names the whole model.</summary>
    public string Hash { get; }

    /// <summary>The words and macros.</summary>
    public Vocabulary Vocabulary { get; }

    /// <summary>Path of <c>words.table</c>, the words that nobody has set, checked by its hash; null in a model that has none.</summary>
    public string? WordTablePath { get; }

    internal DecoderWeights Weights { get; }

    /// <summary>Reads and checks a model folder.</summary>
    /// <exception cref="ModelException">A file is missing, damaged, or not of this contract.</exception>
    public static ModelFolder Load(string path)
    {
        byte[] json = Read(path, "vocabulary.json");
        var file = VocabularyFile.Parse(json, "vocabulary.json");
        if (file.Contract is < 1 or > NewestContract || file.Latent != DecoderShape.Latent)
            throw new ModelException($"vocabulary.json: contract {file.Contract} with {file.Latent} dimensions; this version reads contracts 1 to {NewestContract} with {DecoderShape.Latent}");
        byte[] decoder = ReadHashed(path, "decoder.onnx", file);
        var weights = DecoderWeights.Parse(ReadHashed(path, "decoder.weights", file));
        if (weights.OnnxHash != Sha256.Hex(decoder))
            throw new ModelException("decoder.weights belongs to another decoder.onnx");
        if (file.Files.ContainsKey(WordTableName))
            _ = ReadHashed(path, WordTableName, file);
        var vocabulary = new Vocabulary(file);
        // Kept by nobody who only plays: whoever names curves reads it again.
        if (file.Naming is { } naming)
            _ = new CurveNaming(naming, vocabulary);
        return new ModelFolder(path, file, Sha256.Hex(json), vocabulary, weights);
    }

    /// <summary>The ONNX decoder's bytes; small, and read again only when a session is made.</summary>
    internal byte[] ReadDecoder()
    {
        byte[] bytes = Read(_path, "decoder.onnx");
        return Sha256.Hex(bytes) == Weights.OnnxHash ? bytes : throw new ModelException("decoder.onnx has been replaced since the model was loaded");
    }

    /// <summary>The words that nobody has set, read anew: whoever only plays does without them. Null in a model that has none.</summary>
    internal WordTable? ReadWordTable()
    {
        if (_wordTableHash is null)
            return null;
        byte[] bytes = Read(_path, WordTableName);
        return Sha256.Hex(bytes) == _wordTableHash ? WordTable.Parse(bytes) : throw new ModelException("words.table has been replaced since the model was loaded");
    }

    /// <summary>What names curves, read anew; null in a model that does it by likeness alone.</summary>
    internal CurveNaming? ReadNaming() =>
        VocabularyFile.Parse(Read(_path, "vocabulary.json"), "vocabulary.json").Naming is { } naming ? new CurveNaming(naming, Vocabulary) : null;

    private static byte[] ReadHashed(string path, string name, VocabularyFile file)
    {
        byte[] bytes = Read(path, name);
        if (!file.Files.TryGetValue(name, out string? expected) || expected != Sha256.Hex(bytes))
            throw new ModelException($"{name} is damaged: its hash is not the one in vocabulary.json");
        return bytes;
    }

    /// <exception cref="ModelException">It can't be read.</exception>
    internal static byte[] Read(string path, string name)
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
