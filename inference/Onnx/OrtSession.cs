using System.Runtime.InteropServices;

namespace SemanticEq.Inference.Onnx;

/// <summary>The shape that a model file must have: its one input and the output that is asked for, float32, −1 for a dynamic dimension.</summary>
/// <param name="Input">Its name.</param>
/// <param name="InputShape">Its dimensions.</param>
/// <param name="Output">The output's name.</param>
/// <param name="OutputShape">Its dimensions.</param>
/// <param name="OutputPlace">Which of the outputs it is.</param>
/// <param name="Outputs">How many there are.</param>
internal sealed record TensorContract(string Input, long[] InputShape, string Output, long[] OutputShape, int OutputPlace = 0, int Outputs = 1)
{
    /// <summary>Values of one item of a batch.</summary>
    public static int ItemLength(long[] shape) => (int)shape.Skip(1).Aggregate(1L, (a, b) => a * b);
}

/// <summary>
/// One model in one ONNX Runtime session: one float input, one float output asked for, on tensors made beforehand for every batch size,
/// so that a run passes only pointers. One intra-op thread, no arena. Not thread-safe: one thread runs it.
/// </summary>
internal sealed unsafe class OrtSession : IDisposable
{
    private readonly OrtApi _api;
    private readonly float* _input;
    private readonly float* _output;
    private readonly int _inputLength;
    private readonly int _outputLength;
    private readonly void*[] _inputs;
    private readonly void*[] _outputs;
    private readonly byte* _inputName;
    private readonly byte* _outputName;
    private void* _environment;
    private void* _session;
    private bool _disposed;

    /// <summary>Makes a session.</summary>
    /// <param name="api">The loaded library.</param>
    /// <param name="model">The ONNX file's bytes.</param>
    /// <param name="contract">What the file must look like.</param>
    /// <param name="maxBatch">The largest batch; 1 where the contract's first dimension is fixed.</param>
    /// <exception cref="OnnxException">The file is damaged or does not fit the contract.</exception>
    public OrtSession(OrtApi api, byte[] model, TensorContract contract, int maxBatch)
    {
        _api = api;
        MaxBatch = maxBatch;
        _inputLength = TensorContract.ItemLength(contract.InputShape);
        _outputLength = TensorContract.ItemLength(contract.OutputShape);
        _inputs = new void*[maxBatch];
        _outputs = new void*[maxBatch];
        _input = (float*)NativeMemory.AllocZeroed((nuint)(maxBatch * _inputLength), sizeof(float));
        _output = (float*)NativeMemory.AllocZeroed((nuint)(maxBatch * _outputLength), sizeof(float));
        _inputName = (byte*)Marshal.StringToCoTaskMemUTF8(contract.Input);
        _outputName = (byte*)Marshal.StringToCoTaskMemUTF8(contract.Output);
        try
        {
            Open(model);
            OrtContractCheck.Verify(api, _session, contract);
            MakeTensors(contract);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>The largest batch that <see cref="Run"/> takes.</summary>
    public int MaxBatch { get; }

    /// <summary>Where to put the items of a batch, one after the other.</summary>
    public Span<float> Input => new(_input, MaxBatch * _inputLength);

    /// <summary>Where the answers of the last run are.</summary>
    public ReadOnlySpan<float> Output => new(_output, MaxBatch * _outputLength);

    /// <summary>Runs the first <paramref name="batch"/> items. No managed allocation.</summary>
    /// <exception cref="OnnxException">The runtime reports an error.</exception>
    public void Run(int batch)
    {
        byte* inputName = _inputName;
        byte* outputName = _outputName;
        void* input = _inputs[batch - 1];
        void* output = _outputs[batch - 1];
        _api.Check(((delegate* unmanaged<void*, void*, byte**, void**, nuint, byte**, nuint, void**, void*>)_api[OrtApi.Slot.Run])(
            _session, null, &inputName, &input, 1, &outputName, 1, &output), "ONNX Runtime");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_disposed)
            return;
        _disposed = true;
        for (int i = 0; i < MaxBatch; i++)
        {
            _api.Release(OrtApi.Slot.ReleaseValue, _inputs[i]);
            _api.Release(OrtApi.Slot.ReleaseValue, _outputs[i]);
        }
        _api.Release(OrtApi.Slot.ReleaseSession, _session);
        _api.Release(OrtApi.Slot.ReleaseEnv, _environment);
        NativeMemory.Free(_input);
        NativeMemory.Free(_output);
        Marshal.FreeCoTaskMem((nint)_inputName);
        Marshal.FreeCoTaskMem((nint)_outputName);
    }

    private void Open(byte[] model)
    {
        // A plug-in does not write to its host's console, but for what is truly wrong.
        const int ErrorLevel = 3;
        const int AllOptimizations = 99;
        void* environment = null;
        void* options = null;
        void* session = null;
        fixed (byte* name = "semantic-eq\0"u8)
            _api.Check(((delegate* unmanaged<int, byte*, void**, void*>)_api[OrtApi.Slot.CreateEnv])(ErrorLevel, name, &environment), "ONNX Runtime environment");
        _environment = environment;
        // Windows' builds report sessions to the system's event tracing unless told not to; elsewhere this does nothing.
        _api.Check(((delegate* unmanaged<void*, void*>)_api[OrtApi.Slot.DisableTelemetryEvents])(environment), "ONNX Runtime telemetry");
        _api.Check(((delegate* unmanaged<void**, void*>)_api[OrtApi.Slot.CreateSessionOptions])(&options), "ONNX Runtime session options");
        try
        {
            Set(OrtApi.Slot.SetIntraOpNumThreads, options, 1);
            Set(OrtApi.Slot.SetInterOpNumThreads, options, 1);
            Set(OrtApi.Slot.SetSessionGraphOptimizationLevel, options, AllOptimizations);
            _api.Check(((delegate* unmanaged<void*, void*>)_api[OrtApi.Slot.DisableMemPattern])(options), "ONNX Runtime session options");
            _api.Check(((delegate* unmanaged<void*, void*>)_api[OrtApi.Slot.DisableCpuMemArena])(options), "ONNX Runtime session options");
            fixed (byte* bytes = model)
                _api.Check(((delegate* unmanaged<void*, void*, nuint, void*, void**, void*>)_api[OrtApi.Slot.CreateSessionFromArray])(
                    environment, bytes, (nuint)model.Length, options, &session), "ONNX model");
            _session = session;
        }
        finally
        {
            _api.Release(OrtApi.Slot.ReleaseSessionOptions, options);
        }
    }

    private void Set(OrtApi.Slot slot, void* options, int value) =>
        _api.Check(((delegate* unmanaged<void*, int, void*>)_api[slot])(options, value), "ONNX Runtime session options");

    private void MakeTensors(TensorContract contract)
    {
        void* memory = null;
        _api.Check(((delegate* unmanaged<int, int, void**, void*>)_api[OrtApi.Slot.CreateCpuMemoryInfo])(0, 0, &memory), "ONNX Runtime memory");
        try
        {
            for (int batch = 1; batch <= MaxBatch; batch++)
            {
                _inputs[batch - 1] = Tensor(memory, _input, batch, contract.InputShape);
                _outputs[batch - 1] = Tensor(memory, _output, batch, contract.OutputShape);
            }
        }
        finally
        {
            _api.Release(OrtApi.Slot.ReleaseMemoryInfo, memory);
        }
    }

    private void* Tensor(void* memory, float* data, int batch, long[] shape)
    {
        const int Float32 = 1;
        long[] dimensions = [batch, .. shape.Skip(1)];
        nuint bytes = (nuint)(batch * TensorContract.ItemLength(shape) * sizeof(float));
        void* value = null;
        fixed (long* d = dimensions)
            _api.Check(((delegate* unmanaged<void*, void*, nuint, long*, nuint, int, void**, void*>)_api[OrtApi.Slot.CreateTensorWithDataAsOrtValue])(
                memory, data, bytes, d, (nuint)dimensions.Length, Float32, &value), "ONNX Runtime tensor");
        return value;
    }
}
