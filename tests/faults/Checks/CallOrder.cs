using SemanticEq.Host.Hosting;
using SemanticEq.Vst3;
using SemanticEq.Vst3.Abi;
using SemanticEq.Vst3.Abi.Interfaces;

namespace SemanticEq.Faults.Checks;

/// <summary>Every call at a time when VST3 does not foresee it: refused or done, never the end of the host, and then it plays as ever.</summary>
internal static unsafe class CallOrder
{
    private const int Samples = 256;

    public static void Run(PluginLibrary library)
    {
        void* component = Create(library);
        void* processor = FUnknown.Query(component, InterfaceIds.AudioProcessor);
        void* controller = FUnknown.Query(component, InterfaceIds.EditController);
        var c = *(ComponentVtbl**)component;
        var p = *(AudioProcessorVtbl**)processor;
        using var rig = new Rig(library);
        rig.Start(new ProcessSetup(ProcessMode.Realtime, false, Samples, 48000));
        rig.Block.Begin(Samples);
        rig.Fill(new Random(3));
        var data = rig.Block.Data;

        // Before anything.
        using var empty = new StateStream();
        Demand("getState before initialize", c->GetState(component, empty.Pointer), Result.Ok);
        DemandSilence(rig, "process before initialize", p->Process(processor, data));
        Demand("setActive before setupProcessing", c->SetActive(component, 1), Result.NotInitialized);
        Demand("setProcessing before setActive", p->SetProcessing(processor, 1), Result.Ok);
        Demand("terminate before initialize", c->Base.Terminate(component), Result.Ok);

        Demand("initialize", c->Base.Initialize(component, null), Result.Ok);
        Demand("initialize twice", c->Base.Initialize(component, null), Result.Ok);
        Setup(p, processor, 48000, Result.Ok);
        DemandSilence(rig, "process before setActive", p->Process(processor, data));
        Demand("setActive", c->SetActive(component, 1), Result.Ok);
        Demand("setActive twice", c->SetActive(component, 1), Result.Ok);
        Setup(p, processor, 96000, Result.False);
        ulong stereo = SpeakerArrangement.Of(2);
        Demand("setBusArrangements while active", p->SetBusArrangements(processor, &stereo, 1, &stereo, 1), Result.False);
        DemandSound(rig, "process without setProcessing", p->Process(processor, data));
        Demand("setProcessing twice", p->SetProcessing(processor, 1) | p->SetProcessing(processor, 1), Result.Ok);
        DemandSound(rig, "process after a refused set-up", p->Process(processor, data));

        Demand("setActive(false) while processing", c->SetActive(component, 0), Result.Ok);
        DemandSilence(rig, "process after setActive(false)", p->Process(processor, data));
        Demand("setActive(false) twice", c->SetActive(component, 0), Result.Ok);
        Setup(p, processor, 96000, Result.Ok);
        Demand("setActive again", c->SetActive(component, 1), Result.Ok);
        DemandSound(rig, "process at another rate", p->Process(processor, data));

        Demand("terminate while active", c->Base.Terminate(component), Result.Ok);
        _ = p->Process(processor, data);
        Demand("getState after terminate", c->GetState(component, empty.Pointer), Result.Ok);
        Demand("setParamNormalized after terminate", (*(EditControllerVtbl**)controller)->SetParamNormalized(controller, 10, 0.5), Result.Ok);
        FUnknown.Release(controller);
        FUnknown.Release(processor);
        // Released while it is still switched on.
        FUnknown.Release(component);
        rig.PlayNoise(Samples);
    }

    private static void* Create(PluginLibrary library)
    {
        void* component = null;
        Demand("createInstance", PluginFactory.Create(library.Factory, library.AudioEffect.Id, InterfaceIds.Component, &component), Result.Ok);
        return component;
    }

    private static void Setup(AudioProcessorVtbl* table, void* processor, double rate, int expected)
    {
        var setup = new NativeProcessSetup { ProcessMode = 0, SymbolicSampleSize = 0, MaxSamplesPerBlock = Samples, SampleRate = rate };
        Demand($"setupProcessing at {rate} Hz", table->SetupProcessing(processor, &setup), expected);
    }

    private static void Demand(string what, int result, int expected)
    {
        if (result != expected)
            throw new FaultException($"{what} gave {result}, not {expected}");
    }

    private static void DemandSilence(Rig rig, string what, int result)
    {
        if (result == Result.Ok || rig.Output().Any(sample => sample != 0.0))
            throw new FaultException($"{what} gave {result} and sound, not a refusal and silence");
    }

    private static void DemandSound(Rig rig, string what, int result)
    {
        rig.DemandNumbers();
        if (result != Result.Ok || rig.Output().All(sample => sample == 0.0))
            throw new FaultException($"{what} gave {result} and no sound");
    }
}
