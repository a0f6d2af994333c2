using System.Runtime.InteropServices;

namespace SemanticEq.Inference.Onnx;

/// <summary>Holds a session's inputs and outputs against what the model contract says of them.</summary>
internal static unsafe class OrtContractCheck
{
    /// <exception cref="OnnxException">A name, a type or a shape is another.</exception>
    public static void Verify(OrtApi api, void* session, TensorContract contract)
    {
        if (Count(api, OrtApi.Slot.SessionGetInputCount, session) != 1 || Count(api, OrtApi.Slot.SessionGetOutputCount, session) != (nuint)contract.Outputs)
            throw new OnnxException($"The model must have one input and {(contract.Outputs == 1 ? "one output" : $"{contract.Outputs} outputs")}");
        Verify(api, session, OrtApi.Slot.SessionGetInputName, OrtApi.Slot.SessionGetInputTypeInfo, 0, contract.Input, contract.InputShape);
        Verify(api, session, OrtApi.Slot.SessionGetOutputName, OrtApi.Slot.SessionGetOutputTypeInfo, contract.OutputPlace, contract.Output, contract.OutputShape);
    }

    private static nuint Count(OrtApi api, OrtApi.Slot slot, void* session)
    {
        nuint count = 0;
        api.Check(((delegate* unmanaged<void*, nuint*, void*>)api[slot])(session, &count), "ONNX model");
        return count;
    }

    private static void Verify(OrtApi api, void* session, OrtApi.Slot nameSlot, OrtApi.Slot typeSlot, int place, string name, long[] shape)
    {
        string actual = Name(api, session, nameSlot, place);
        if (actual != name)
            throw new OnnxException($"The model's tensor is named {actual}, not {name}");
        void* type = null;
        void* tensor = null;
        api.Check(((delegate* unmanaged<void*, nuint, void**, void*>)api[typeSlot])(session, (nuint)place, &type), "ONNX model");
        try
        {
            const int Float32 = 1;
            int element = 0;
            nuint rank = 0;
            api.Check(((delegate* unmanaged<void*, void**, void*>)api[OrtApi.Slot.CastTypeInfoToTensorInfo])(type, &tensor), "ONNX model");
            if (tensor == null)
                throw new OnnxException($"The model's {name} is not a tensor");
            api.Check(((delegate* unmanaged<void*, int*, void*>)api[OrtApi.Slot.GetTensorElementType])(tensor, &element), "ONNX model");
            api.Check(((delegate* unmanaged<void*, nuint*, void*>)api[OrtApi.Slot.GetDimensionsCount])(tensor, &rank), "ONNX model");
            long[] dimensions = new long[rank];
            fixed (long* d = dimensions)
                api.Check(((delegate* unmanaged<void*, long*, nuint, void*>)api[OrtApi.Slot.GetDimensions])(tensor, d, rank), "ONNX model");
            if (element != Float32 || !dimensions.SequenceEqual(shape))
                throw new OnnxException($"The model's {name} is [{string.Join(", ", dimensions)}] of type {element}, not float32 [{string.Join(", ", shape)}]");
        }
        finally
        {
            api.Release(OrtApi.Slot.ReleaseTypeInfo, type);
        }
    }

    private static string Name(OrtApi api, void* session, OrtApi.Slot slot, int place)
    {
        void* allocator = null;
        byte* name = null;
        api.Check(((delegate* unmanaged<void**, void*>)api[OrtApi.Slot.GetAllocatorWithDefaultOptions])(&allocator), "ONNX model");
        api.Check(((delegate* unmanaged<void*, nuint, void*, byte**, void*>)api[slot])(session, (nuint)place, allocator, &name), "ONNX model");
        string text = Marshal.PtrToStringUTF8((nint)name) ?? "";
        api.Check(((delegate* unmanaged<void*, void*, void*>)api[OrtApi.Slot.AllocatorFree])(allocator, name), "ONNX model");
        return text;
    }
}
