using System.Runtime.InteropServices;
using SemanticEq.Vst3.Abi;
using SemanticEq.Vst3.Abi.Interfaces;
using static SemanticEq.Vst3.Objects.EffectObject;

namespace SemanticEq.Vst3.Objects;

/// <summary>IAudioProcessor. Setup on the main thread, process on the audio thread, setProcessing on either.</summary>
internal static unsafe class ProcessorTable
{
    // More buses than any arrangement that a host could mean; keeps the stack small whatever it sends.
    private const int MaxBuses = 32;

    public static readonly AudioProcessorVtbl* Table = Make();

    private static AudioProcessorVtbl* Make()
    {
        var table = NativeTable.Allocate<AudioProcessorVtbl>();
        table->Unknown.QueryInterface = &QueryInterface;
        table->Unknown.AddRef = &AddRef;
        table->Unknown.Release = &Release;
        table->SetBusArrangements = &SetBusArrangements;
        table->GetBusArrangement = &GetBusArrangement;
        table->CanProcessSampleSize = &CanProcessSampleSize;
        table->GetLatencySamples = &GetLatencySamples;
        table->SetupProcessing = &SetupProcessing;
        table->SetProcessing = &SetProcessing;
        table->Process = &Process;
        table->GetTailSamples = &GetTailSamples;
        return table;
    }

    private static EffectInstance Self(void* self) => Instance(self, ProcessorSlot);

    [UnmanagedCallersOnly]
    private static int QueryInterface(void* self, byte* id, void** found) => EffectObject.QueryInterface(Of(self, ProcessorSlot), id, found);

    [UnmanagedCallersOnly]
    private static uint AddRef(void* self) => EffectObject.AddRef(Of(self, ProcessorSlot));

    [UnmanagedCallersOnly]
    private static uint Release(void* self) => EffectObject.Release(Of(self, ProcessorSlot));

    [UnmanagedCallersOnly]
    private static int SetBusArrangements(void* self, ulong* inputs, int numInputs, ulong* outputs, int numOutputs)
    {
        try
        {
            if (numInputs is < 0 or > MaxBuses || numOutputs is < 0 or > MaxBuses)
                return Result.InvalidArgument;
            if ((inputs == null && numInputs > 0) || (outputs == null && numOutputs > 0))
                return Result.InvalidArgument;
            Span<int> channels = stackalloc int[numInputs + numOutputs];
            for (int i = 0; i < channels.Length; i++)
                channels[i] = SpeakerArrangement.Channels(i < numInputs ? inputs[i] : outputs[i - numInputs]);
            var instance = Self(self);
            return Result.Of(!instance.IsActive && instance.Effect.AcceptChannels(channels[..numInputs], channels[numInputs..]));
        }
        catch
        {
            return Result.False;
        }
    }

    [UnmanagedCallersOnly]
    private static int GetBusArrangement(void* self, int direction, int index, ulong* arrangement)
    {
        try
        {
            if (arrangement == null || Self(self).FindBus(direction, index) is not { } bus)
                return Result.InvalidArgument;
            *arrangement = SpeakerArrangement.Of(Self(self).Effect.ChannelsOf(bus.Direction, index));
            return Result.Ok;
        }
        catch
        {
            return Result.False;
        }
    }

    [UnmanagedCallersOnly]
    private static int CanProcessSampleSize(void* self, int symbolicSampleSize) => Result.Of(symbolicSampleSize is 0 or 1);

    [UnmanagedCallersOnly]
    private static uint GetLatencySamples(void* self)
    {
        try
        {
            return Self(self).Effect.LatencySamples;
        }
        catch
        {
            return 0;
        }
    }

    [UnmanagedCallersOnly]
    private static int SetupProcessing(void* self, NativeProcessSetup* native)
    {
        try
        {
            if (native == null || native->SymbolicSampleSize is not (0 or 1) || native->ProcessMode is < 0 or > 2)
                return Result.InvalidArgument;
            if (native->MaxSamplesPerBlock <= 0 || !double.IsFinite(native->SampleRate) || native->SampleRate <= 0)
                return Result.InvalidArgument;
            var instance = Self(self);
            var setup = new ProcessSetup(
                (ProcessMode)native->ProcessMode, native->SymbolicSampleSize == 1, native->MaxSamplesPerBlock, native->SampleRate);
            if (instance.IsActive || !instance.Effect.Setup(setup))
                return Result.False;
            instance.Setup = setup;
            return Result.Ok;
        }
        catch
        {
            return Result.False;
        }
    }

    [UnmanagedCallersOnly]
    private static int SetProcessing(void* self, byte processing)
    {
        try
        {
            Self(self).Effect.SetProcessing(processing != 0);
            return Result.Ok;
        }
        catch
        {
            return Result.False;
        }
    }

    [UnmanagedCallersOnly]
    private static int Process(void* self, ProcessData* data)
    {
        try
        {
            if (data == null || data->NumSamples < 0)
                return Result.InvalidArgument;
            var instance = Self(self);
            int refusal = Refusal(instance, data);
            if (refusal == Result.Ok)
                instance.Effect.Process(new ProcessBlock(data));
            else
                Silence.Write(data);
            return refusal;
        }
        catch
        {
            Silence.Write(data);
            return Result.False;
        }
    }

    // Other samples than were agreed would be read as what they are not. A block that is longer than was promised is played: the host has
    // brought the memory, and would lose it to silence else.
    private static int Refusal(EffectInstance instance, ProcessData* data)
    {
        if (!instance.IsActive || instance.Setup is not { } setup)
            return Result.NotInitialized;
        return data->SymbolicSampleSize == (setup.IsDouble ? 1 : 0) ? Result.Ok : Result.InvalidArgument;
    }

    [UnmanagedCallersOnly]
    private static uint GetTailSamples(void* self)
    {
        try
        {
            return Self(self).Effect.TailSamples;
        }
        catch
        {
            return 0;
        }
    }
}
