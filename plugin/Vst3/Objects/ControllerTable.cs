using System.Runtime.InteropServices;
using SemanticEq.Vst3.Abi;
using SemanticEq.Vst3.Abi.Interfaces;
using static SemanticEq.Vst3.Objects.EffectObject;

namespace SemanticEq.Vst3.Objects;

/// <summary>IEditController: parameters, their text, the host's handler. Main thread.</summary>
internal static unsafe class ControllerTable
{
    public static readonly EditControllerVtbl* Table = Make();

    private static EditControllerVtbl* Make()
    {
        var table = NativeTable.Allocate<EditControllerVtbl>();
        table->Base.Unknown.QueryInterface = &QueryInterface;
        table->Base.Unknown.AddRef = &AddRef;
        table->Base.Unknown.Release = &Release;
        table->Base.Initialize = &Initialize;
        table->Base.Terminate = &Terminate;
        table->SetComponentState = &SetComponentState;
        table->SetState = &OwnState;
        table->GetState = &OwnState;
        table->GetParameterCount = &GetParameterCount;
        table->GetParameterInfo = &GetParameterInfo;
        table->GetParamStringByValue = &GetParamStringByValue;
        table->GetParamValueByString = &GetParamValueByString;
        table->NormalizedParamToPlain = &NormalizedParamToPlain;
        table->PlainParamToNormalized = &PlainParamToNormalized;
        table->GetParamNormalized = &GetParamNormalized;
        table->SetParamNormalized = &SetParamNormalized;
        table->SetComponentHandler = &SetComponentHandler;
        table->CreateView = &CreateView;
        return table;
    }

    private static EffectInstance Self(void* self) => Instance(self, ControllerSlot);

    [UnmanagedCallersOnly]
    private static int QueryInterface(void* self, byte* id, void** found) => EffectObject.QueryInterface(Of(self, ControllerSlot), id, found);

    [UnmanagedCallersOnly]
    private static uint AddRef(void* self) => EffectObject.AddRef(Of(self, ControllerSlot));

    [UnmanagedCallersOnly]
    private static uint Release(void* self) => EffectObject.Release(Of(self, ControllerSlot));

    [UnmanagedCallersOnly]
    private static int Initialize(void* self, void* context) => Result.Ok;

    [UnmanagedCallersOnly]
    private static int Terminate(void* self) => TakeHandler(self, null);

    [UnmanagedCallersOnly]
    private static int SetComponentState(void* self, void* stream) => ComponentTable.LoadState(Self(self), stream);

    // Everything is in the component's state; the controller has none of its own.
    [UnmanagedCallersOnly]
    private static int OwnState(void* self, void* stream) => stream == null ? Result.InvalidArgument : Result.Ok;

    [UnmanagedCallersOnly]
    private static int GetParameterCount(void* self)
    {
        try
        {
            return Self(self).Effect.Parameters.Count;
        }
        catch
        {
            return 0;
        }
    }

    [UnmanagedCallersOnly]
    private static int GetParameterInfo(void* self, int index, ParameterInfo* info)
    {
        try
        {
            var parameters = Self(self).Effect.Parameters;
            if (info == null || (uint)index >= (uint)parameters.Count)
                return Result.InvalidArgument;
            var parameter = parameters[index];
            *info = default;
            info->Id = parameter.Id;
            FixedText.WriteUtf16(info->Title, FixedText.String128, parameter.Title);
            FixedText.WriteUtf16(info->ShortTitle, FixedText.String128, parameter.ShortTitle);
            FixedText.WriteUtf16(info->Units, FixedText.String128, parameter.Unit);
            info->StepCount = parameter.StepCount;
            info->DefaultNormalizedValue = parameter.DefaultNormalized;
            info->UnitId = UnitOf(Self(self).Effect, parameter.Id);
            info->Flags = (int)parameter.Flags;
            return Result.Ok;
        }
        catch
        {
            return Result.False;
        }
    }

    private static int UnitOf(Effect effect, uint parameter)
    {
        for (int i = 0; i < effect.ProgramUnits.Count; i++)
        {
            if (effect.ProgramUnits[i].Parameter == parameter)
                return effect.ProgramUnits[i].Id;
        }
        return UnitInfo.Root;
    }

    [UnmanagedCallersOnly]
    private static int GetParamStringByValue(void* self, uint id, double normalized, char* text)
    {
        try
        {
            if (text == null || double.IsNaN(normalized) || !Self(self).HasParameter(id))
                return Result.InvalidArgument;
            if (Self(self).Effect.Format(id, Math.Clamp(normalized, 0.0, 1.0)) is not { } written)
                return Result.InvalidArgument;
            FixedText.WriteUtf16(text, FixedText.String128, written);
            return Result.Ok;
        }
        catch
        {
            return Result.False;
        }
    }

    [UnmanagedCallersOnly]
    private static int GetParamValueByString(void* self, uint id, char* text, double* normalized)
    {
        try
        {
            if (text == null || normalized == null || !Self(self).HasParameter(id))
                return Result.InvalidArgument;
            if (!Self(self).Effect.TryParse(id, FixedText.ReadUtf16(text, FixedText.String128), out double value) || double.IsNaN(value))
                return Result.False;
            *normalized = Math.Clamp(value, 0.0, 1.0);
            return Result.Ok;
        }
        catch
        {
            return Result.False;
        }
    }

    [UnmanagedCallersOnly]
    private static double NormalizedParamToPlain(void* self, uint id, double normalized)
    {
        try
        {
            return double.IsNaN(normalized) || !Self(self).HasParameter(id)
                ? 0.0
                : Self(self).Effect.ToPlain(id, Math.Clamp(normalized, 0.0, 1.0));
        }
        catch
        {
            return 0.0;
        }
    }

    [UnmanagedCallersOnly]
    private static double PlainParamToNormalized(void* self, uint id, double plain)
    {
        try
        {
            if (double.IsNaN(plain) || !Self(self).HasParameter(id))
                return 0.0;
            double normalized = Self(self).Effect.ToNormalized(id, plain);
            return double.IsNaN(normalized) ? 0.0 : Math.Clamp(normalized, 0.0, 1.0);
        }
        catch
        {
            return 0.0;
        }
    }

    [UnmanagedCallersOnly]
    private static double GetParamNormalized(void* self, uint id)
    {
        try
        {
            return Self(self).HasParameter(id) ? Self(self).Effect.GetNormalized(id) : 0.0;
        }
        catch
        {
            return 0.0;
        }
    }

    [UnmanagedCallersOnly]
    private static int SetParamNormalized(void* self, uint id, double normalized)
    {
        try
        {
            if (double.IsNaN(normalized) || !Self(self).HasParameter(id))
                return Result.InvalidArgument;
            return Result.Of(Self(self).Effect.SetNormalized(id, Math.Clamp(normalized, 0.0, 1.0)));
        }
        catch
        {
            return Result.False;
        }
    }

    [UnmanagedCallersOnly]
    private static int SetComponentHandler(void* self, void* handler) => TakeHandler(self, handler);

    private static int TakeHandler(void* self, void* handler)
    {
        try
        {
            Self(self).SetHandler(handler);
            return Result.Ok;
        }
        catch
        {
            return Result.False;
        }
    }

    // Where there is no editor, hosts show the parameters in their own generic view.
    [UnmanagedCallersOnly]
    private static void* CreateView(void* self, byte* name)
    {
        try
        {
            bool isEditor = FixedText.ReadUtf8(name, ViewNames.Capacity) == ViewNames.Editor;
            return isEditor && Self(self).Effect.CreateEditor() is { } editor ? ViewObject.Create(Of(self, ControllerSlot), editor) : null;
        }
        catch
        {
            return null;
        }
    }
}
