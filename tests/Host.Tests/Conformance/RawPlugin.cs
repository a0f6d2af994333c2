using SemanticEq.Host.Hosting;
using SemanticEq.Host.Tests.EndToEnd;
using SemanticEq.Vst3.Abi;
using SemanticEq.Vst3.Abi.Interfaces;

namespace SemanticEq.Host.Tests.Conformance;

/// <summary>The built plug-in as a host sees it: its interfaces' tables, and nothing between them and the tests.</summary>
internal sealed unsafe class RawPlugin : IDisposable
{
    private readonly HostContext _context = new();

    public RawPlugin()
    {
        BuiltBundle.Require();
        Library = PluginLibrary.Open(new PluginBundle(BuiltBundle.Path));
        Component = Create(Library.AudioEffect.Id, InterfaceIds.Component, out int result);
        result.ShouldBe(Result.Ok);
        ComponentTable->Base.Initialize(Component, _context.Pointer).ShouldBe(Result.Ok);
        Processor = Query(InterfaceIds.AudioProcessor);
        Controller = Query(InterfaceIds.EditController);
        Units = Query(InterfaceIds.UnitInfo);
        ControllerTable->SetComponentHandler(Controller, Listener.Pointer).ShouldBe(Result.Ok);
    }

    public PluginLibrary Library { get; }

    public EditListener Listener { get; } = new();

    public void* Component { get; }

    public void* Processor { get; }

    public void* Controller { get; }

    public void* Units { get; }

    public ComponentVtbl* ComponentTable => *(ComponentVtbl**)Component;

    public AudioProcessorVtbl* ProcessorTable => *(AudioProcessorVtbl**)Processor;

    public EditControllerVtbl* ControllerTable => *(EditControllerVtbl**)Controller;

    public UnitInfoVtbl* UnitTable => *(UnitInfoVtbl**)Units;

    public PluginFactory3Vtbl* FactoryTable => *(PluginFactory3Vtbl**)Library.Factory;

    public ParameterInfo[] Parameters => [.. Enumerable.Range(0, ControllerTable->GetParameterCount(Controller)).Select(Parameter)];

    public void* Create(Guid classId, Guid interfaceId, out int result)
    {
        void* created = (void*)1;
        result = PluginFactory.Create(Library.Factory, classId, interfaceId, &created);
        return created;
    }

    public int Setup(double rate = 48000, int maxBlock = 512, int sampleSize = 0, int mode = 0)
    {
        var setup = new NativeProcessSetup { ProcessMode = mode, SymbolicSampleSize = sampleSize, MaxSamplesPerBlock = maxBlock, SampleRate = rate };
        return ProcessorTable->SetupProcessing(Processor, &setup);
    }

    public int Arrange(ulong main, ulong side, ulong output)
    {
        ulong* inputs = stackalloc ulong[] { main, side };
        return ProcessorTable->SetBusArrangements(Processor, inputs, 2, &output, 1);
    }

    public ulong Arrangement(int direction, int index)
    {
        ulong arrangement;
        ProcessorTable->GetBusArrangement(Processor, direction, index, &arrangement).ShouldBe(Result.Ok);
        return arrangement;
    }

    public void Activate(bool isActive)
    {
        if (!isActive)
            ProcessorTable->SetProcessing(Processor, 0).ShouldBe(Result.Ok);
        ComponentTable->SetActive(Component, (byte)(isActive ? 1 : 0)).ShouldBe(Result.Ok);
        if (isActive)
            ProcessorTable->SetProcessing(Processor, 1).ShouldBe(Result.Ok);
    }

    public byte[] Save()
    {
        using var stream = new StateStream();
        ComponentTable->GetState(Component, stream.Pointer).ShouldBe(Result.Ok);
        return stream.ToArray();
    }

    public int Load(ReadOnlySpan<byte> state)
    {
        using var one = new StateStream(state);
        using var other = new StateStream(state);
        int result = ComponentTable->SetState(Component, one.Pointer);
        return result == Result.Ok ? ControllerTable->SetComponentState(Controller, other.Pointer) : result;
    }

    public string? Text(uint id, double normalized)
    {
        char* text = stackalloc char[FixedText.String128];
        return ControllerTable->GetParamStringByValue(Controller, id, normalized, text) == Result.Ok ? FixedText.ReadUtf16(text, FixedText.String128) : null;
    }

    public double? Value(uint id, string text)
    {
        char* native = stackalloc char[FixedText.String128];
        FixedText.WriteUtf16(native, FixedText.String128, text);
        double value;
        return ControllerTable->GetParamValueByString(Controller, id, native, &value) == Result.Ok ? value : null;
    }

    public void Dispose()
    {
        _ = ComponentTable->SetActive(Component, 0);
        _ = ControllerTable->SetComponentHandler(Controller, null);
        ComponentTable->Base.Terminate(Component).ShouldBe(Result.Ok);
        FUnknown.Release(Units);
        FUnknown.Release(Controller);
        FUnknown.Release(Processor);
        FUnknown.Release(Component);
        Listener.Dispose();
        _context.Dispose();
        Library.Dispose();
    }

    private void* Query(Guid id)
    {
        void* found = FUnknown.Query(Component, id);
        ((nint)found).ShouldNotBe(0, id.ToString());
        return found;
    }

    private ParameterInfo Parameter(int index)
    {
        ParameterInfo info;
        ControllerTable->GetParameterInfo(Controller, index, &info).ShouldBe(Result.Ok);
        return info;
    }
}
