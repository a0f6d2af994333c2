using SemanticEq.Vst3.Abi;
using SemanticEq.Vst3.Abi.Interfaces;

namespace SemanticEq.Vst3.Objects;

/// <summary>
/// The host's IComponentHandler, with IComponentHandler2 and 3 and IUnitHandler where it has them; held by references until disposed, silent afterwards.
/// Main thread.
/// </summary>
internal sealed unsafe class ComponentHandler : IEffectHost, IDisposable
{
    private readonly int _thread = Environment.CurrentManagedThreadId;
    private void* _handler;
    private void* _handler2;
    private void* _handler3;
    private void* _unitHandler;

    public ComponentHandler(void* handler)
    {
        _handler = handler;
        FUnknown.AddRef(handler);
        _handler2 = FUnknown.Query(handler, InterfaceIds.ComponentHandler2);
        _handler3 = FUnknown.Query(handler, InterfaceIds.ComponentHandler3);
        _unitHandler = FUnknown.Query(handler, InterfaceIds.UnitHandler);
    }

    private ComponentHandlerVtbl* Table => *(ComponentHandlerVtbl**)_handler;

    private ComponentHandler2Vtbl* Table2 => *(ComponentHandler2Vtbl**)_handler2;

    private ComponentHandler3Vtbl* Table3 => *(ComponentHandler3Vtbl**)_handler3;

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
        if (_handler2 != null)
            _ = Table2->StartGroupEdit(_handler2);
    }

    public void EndGroup()
    {
        if (_handler2 != null)
            _ = Table2->FinishGroupEdit(_handler2);
    }

    public void StateChanged()
    {
        if (_handler2 != null)
            _ = Table2->SetDirty(_handler2, 1);
    }

    public void ProgramNamesChanged(int unit, int program)
    {
        // It is a call of the host's UI thread, where this was made; a state may come by another one, and hosts ask for names anew then.
        if (_unitHandler != null && Environment.CurrentManagedThreadId == _thread)
            _ = (*(UnitHandlerVtbl**)_unitHandler)->NotifyProgramListChange(_unitHandler, unit, program);
    }

    public void ParameterValuesChanged()
    {
        if (_handler != null)
            _ = Table->RestartComponent(_handler, RestartFlags.ParameterValuesChanged);
    }

    /// <summary>Shows the host's own menu of a parameter.</summary>
    /// <param name="view">The IPlugView that was clicked.</param>
    /// <param name="id">The parameter.</param>
    /// <param name="x">In the view, in pixels.</param>
    /// <param name="y">In the view, in pixels.</param>
    /// <returns>False where the host has none.</returns>
    public bool ShowMenu(void* view, uint id, int x, int y)
    {
        void* menu = _handler3 == null ? null : Table3->CreateContextMenu(_handler3, view, &id);
        if (menu == null)
            return false;
        int result = (*(ContextMenuVtbl**)menu)->Popup(menu, x, y);
        FUnknown.Release(menu);
        return result == Result.Ok;
    }

    public void Dispose()
    {
        // Cleared first: the host may call back while it is released.
        void* handler = _handler, handler2 = _handler2, handler3 = _handler3, unitHandler = _unitHandler;
        _handler = _handler2 = _handler3 = _unitHandler = null;
        FUnknown.Release(unitHandler);
        FUnknown.Release(handler3);
        FUnknown.Release(handler2);
        FUnknown.Release(handler);
    }
}
