using SemanticEq.Vst3.Abi;
using SemanticEq.Vst3.Abi.Interfaces;

namespace SemanticEq.Vst3.Objects;

/// <summary>The host's IComponentHandler, held by a reference until disposed; silent afterwards. Main thread.</summary>
internal sealed unsafe class ComponentHandler : IEffectHost, IDisposable
{
    private void* _handler;

    public ComponentHandler(void* handler)
    {
        _handler = handler;
        FUnknown.AddRef(handler);
    }

    private ComponentHandlerVtbl* Table => *(ComponentHandlerVtbl**)_handler;

    public void BeginEdit(uint id)
    {
        if (_handler != null)
            _ = Table->BeginEdit(_handler, id);
    }

    public void PerformEdit(uint id, double normalized)
    {
        if (_handler != null)
            _ = Table->PerformEdit(_handler, id, normalized);
    }

    public void EndEdit(uint id)
    {
        if (_handler != null)
            _ = Table->EndEdit(_handler, id);
    }

    public void BeginGroup()
    {
    }

    public void EndGroup()
    {
    }

    public void StateChanged()
    {
    }

    public void ParameterValuesChanged()
    {
        if (_handler != null)
            _ = Table->RestartComponent(_handler, RestartFlags.ParameterValuesChanged);
    }

    public void Dispose()
    {
        // Cleared first: the host may call back while it is released.
        void* handler = _handler;
        _handler = null;
        FUnknown.Release(handler);
    }
}
