using System.Runtime.InteropServices;
using SemanticEq.Vst3.Abi;
using SemanticEq.Vst3.Abi.Interfaces;
using static SemanticEq.Vst3.Objects.EffectObject;

namespace SemanticEq.Vst3.Objects;

/// <summary>IComponent: buses, activation, state. Main thread.</summary>
internal static unsafe class ComponentTable
{
    public static readonly ComponentVtbl* Table = Make();

    private static ComponentVtbl* Make()
    {
        var table = NativeTable.Allocate<ComponentVtbl>();
        table->Base.Unknown.QueryInterface = &QueryInterface;
        table->Base.Unknown.AddRef = &AddRef;
        table->Base.Unknown.Release = &Release;
        table->Base.Initialize = &Initialize;
        table->Base.Terminate = &Terminate;
        table->GetControllerClassId = &GetControllerClassId;
        table->SetIoMode = &SetIoMode;
        table->GetBusCount = &GetBusCount;
        table->GetBusInfo = &GetBusInfo;
        table->GetRoutingInfo = &GetRoutingInfo;
        table->ActivateBus = &ActivateBus;
        table->SetActive = &SetActive;
        table->SetState = &SetState;
        table->GetState = &GetState;
        return table;
    }

    private static EffectInstance Self(void* self) => Instance(self, ComponentSlot);

    [UnmanagedCallersOnly]
    private static int QueryInterface(void* self, byte* id, void** found) => EffectObject.QueryInterface(Of(self, ComponentSlot), id, found);

    [UnmanagedCallersOnly]
    private static uint AddRef(void* self) => EffectObject.AddRef(Of(self, ComponentSlot));

    [UnmanagedCallersOnly]
    private static uint Release(void* self) => EffectObject.Release(Of(self, ComponentSlot));

    [UnmanagedCallersOnly]
    private static int Initialize(void* self, void* context) => Result.Ok;

    [UnmanagedCallersOnly]
    private static int Terminate(void* self)
    {
        try
        {
            Self(self).SetHandler(null);
            return Result.Ok;
        }
        catch
        {
            return Result.False;
        }
    }

    // The controller is this very object: a host asks it by queryInterface.
    [UnmanagedCallersOnly]
    private static int GetControllerClassId(void* self, byte* id) => Result.NotImplemented;

    [UnmanagedCallersOnly]
    private static int SetIoMode(void* self, int mode) => Result.NotImplemented;

    [UnmanagedCallersOnly]
    private static int GetBusCount(void* self, int mediaType, int direction)
    {
        try
        {
            return mediaType == MediaType.Audio ? Self(self).CountBuses((BusDirection)direction) : 0;
        }
        catch
        {
            return 0;
        }
    }

    [UnmanagedCallersOnly]
    private static int GetBusInfo(void* self, int mediaType, int direction, int index, BusInfo* info)
    {
        try
        {
            if (info == null || mediaType != MediaType.Audio || Self(self).FindBus(direction, index) is not { } bus)
                return Result.InvalidArgument;
            int channels = Self(self).Effect.ChannelsOf(bus.Direction, index);
            *info = default;
            info->MediaType = MediaType.Audio;
            info->Direction = direction;
            info->ChannelCount = channels;
            FixedText.WriteUtf16(info->Name, FixedText.String128, bus.Name);
            info->BusType = bus.IsAux ? BusInfo.Aux : BusInfo.Main;
            info->Flags = bus.IsAux ? 0 : BusInfo.DefaultActive;
            return Result.Ok;
        }
        catch
        {
            return Result.False;
        }
    }

    [UnmanagedCallersOnly]
    private static int GetRoutingInfo(void* self, RoutingInfo* input, RoutingInfo* output) => Result.NotImplemented;

    [UnmanagedCallersOnly]
    private static int ActivateBus(void* self, int mediaType, int direction, int index, byte active)
    {
        try
        {
            if (mediaType != MediaType.Audio || Self(self).FindBus(direction, index) is not { } bus)
                return Result.InvalidArgument;
            Self(self).Effect.SetBusActive(bus.Direction, index, active != 0);
            return Result.Ok;
        }
        catch
        {
            return Result.False;
        }
    }

    [UnmanagedCallersOnly]
    private static int SetActive(void* self, byte active)
    {
        try
        {
            var instance = Self(self);
            if (active != 0 && instance.Setup is null)
                return Result.NotInitialized;
            // Off before the effect lets go of anything, on only when it is ready: process looks at this.
            instance.IsActive = false;
            instance.Effect.SetActive(active != 0);
            instance.IsActive = active != 0;
            return Result.Ok;
        }
        catch
        {
            return Result.False;
        }
    }

    [UnmanagedCallersOnly]
    private static int SetState(void* self, void* stream) => LoadState(Self(self), stream);

    /// <summary>Shared with IEditController::setComponentState, which brings the same state once more.</summary>
    public static int LoadState(EffectInstance instance, void* stream)
    {
        try
        {
            if (stream == null)
                return Result.InvalidArgument;
            byte[]? state = StateStream.ReadAll(stream);
            return Result.Of(state is not null && instance.Effect.LoadState(state));
        }
        catch
        {
            return Result.False;
        }
    }

    [UnmanagedCallersOnly]
    private static int GetState(void* self, void* stream)
    {
        try
        {
            return stream == null ? Result.InvalidArgument : Result.Of(StateStream.WriteAll(stream, Self(self).Effect.SaveState()));
        }
        catch
        {
            return Result.False;
        }
    }
}
