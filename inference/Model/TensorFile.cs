using System.Buffers.Binary;
using System.Text;

namespace SemanticEq.Inference;

/// <summary>Named float32 tensors and the hash of the ONNX file that they belong to: what decoder.weights and listener.weights are (models/README.md).</summary>
internal static class TensorFile
{
    /// <summary>The most that a dimension may be.</summary>
    public const int MaxDimension = 4096;

    /// <summary>Reads one.</summary>
    /// <param name="file">Its bytes.</param>
    /// <param name="magic">Its first four.</param>
    /// <param name="name">What messages call it.</param>
    /// <param name="onnxHash">SHA-256 of the ONNX file, in lower-case hex.</param>
    /// <exception cref="ModelException">Cut short, of another format, or with a value that is not finite.</exception>
    public static Dictionary<string, (int[] Shape, float[] Values)> Parse(ReadOnlySpan<byte> file, ReadOnlySpan<byte> magic, string name, out string onnxHash)
    {
        var reader = new Reader(file, name);
        if (!reader.Bytes(4).SequenceEqual(magic) || reader.UInt32() != 1)
            throw new ModelException($"{name}: not a weights file of format 1");
        uint count = reader.UInt32();
        onnxHash = Convert.ToHexStringLower(reader.Bytes(32));
        if (count > 64)
            throw new ModelException($"{name}: too many tensors");
        var tensors = new Dictionary<string, (int[], float[])>();
        for (uint i = 0; i < count; i++)
        {
            string tensor = Encoding.ASCII.GetString(reader.Bytes(reader.Length(64)));
            int[] shape = new int[reader.Length(4)];
            long length = 1;
            for (int d = 0; d < shape.Length; d++)
                length *= shape[d] = reader.Length(MaxDimension);
            tensors[tensor] = (shape, reader.Floats(length));
        }
        return tensors;
    }

    private ref struct Reader(ReadOnlySpan<byte> rest, string name)
    {
        private ReadOnlySpan<byte> _rest = rest;

        public ReadOnlySpan<byte> Bytes(long length)
        {
            if (length > _rest.Length)
                throw new ModelException($"{name}: cut short");
            var taken = _rest[..(int)length];
            _rest = _rest[(int)length..];
            return taken;
        }

        public uint UInt32() => BinaryPrimitives.ReadUInt32LittleEndian(Bytes(4));

        public int Length(int max)
        {
            uint value = UInt32();
            return value <= max ? (int)value : throw new ModelException($"{name}: damaged");
        }

        public float[] Floats(long length)
        {
            var bytes = Bytes(length * sizeof(float));
            float[] values = new float[length];
            for (int i = 0; i < values.Length; i++)
            {
                values[i] = BinaryPrimitives.ReadSingleLittleEndian(bytes[(i * sizeof(float))..]);
                if (!float.IsFinite(values[i]))
                    throw new ModelException($"{name}: a value is not finite");
            }
            return values;
        }
    }
}
