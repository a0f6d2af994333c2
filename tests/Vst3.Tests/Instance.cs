using SemanticEq.Vst3.Abi;
using SemanticEq.Vst3.Abi.Interfaces;

namespace SemanticEq.Vst3.Tests;

/// <summary>A <see cref="TestEffect"/> held through its function tables only, as a host holds it.</summary>
public sealed unsafe class Instance : IDisposable
{
    private bool _isDisposed;

    public Instance()
    {
        PluginModule.Description = TestEffect.Description;
        ModuleExports.Enter().ShouldBe((byte)1);
        Factory = ModuleExports.GetPluginFactory();
        Component = Create(TestEffect.Description.ClassId, InterfaceIds.Component, out int result);
        result.ShouldBe(Result.Ok);
        Processor = FUnknown.Query(Component, InterfaceIds.AudioProcessor);
        Controller = FUnknown.Query(Component, InterfaceIds.EditController);
        Effect = TestEffect.Last!;
    }

    public void* Factory { get; }

    public void* Component { get; }

    public void* Processor { get; }

    public void* Controller { get; }

    public TestEffect Effect { get; }

    public PluginFactory3Vtbl* FactoryTable => *(PluginFactory3Vtbl**)Factory;

    public ComponentVtbl* ComponentTable => *(ComponentVtbl**)Component;

    public AudioProcessorVtbl* ProcessorTable => *(AudioProcessorVtbl**)Processor;

    public EditControllerVtbl* ControllerTable => *(EditControllerVtbl**)Controller;

    public void* Create(Guid classId, Guid interfaceId, out int result)
    {
        void* created = (void*)1;
        result = PluginFactory.Create(Factory, classId, interfaceId, &created);
        return created;
    }

    public int Setup(int maxBlock = 64, int sampleSize = 0, double rate = 48000, int mode = 0)
    {
        var setup = new NativeProcessSetup { ProcessMode = mode, SymbolicSampleSize = sampleSize, MaxSamplesPerBlock = maxBlock, SampleRate = rate };
        return ProcessorTable->SetupProcessing(Processor, &setup);
    }

    public void Activate()
    {
        Setup().ShouldBe(Result.Ok);
        ComponentTable->SetActive(Component, 1).ShouldBe(Result.Ok);
    }

    /// <summary>Lets go of everything; once more does no harm.</summary>
    public void Dispose()
    {
        if (_isDisposed)
            return;
        _isDisposed = true;
        FUnknown.Release(Controller);
        FUnknown.Release(Processor);
        FUnknown.Release(Component);
        FUnknown.Release(Factory);
        ModuleExports.Exit().ShouldBe((byte)1);
    }
}
