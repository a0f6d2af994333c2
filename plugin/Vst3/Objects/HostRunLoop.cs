using SemanticEq.Vst3.Abi;
using SemanticEq.Vst3.Abi.Interfaces;

namespace SemanticEq.Vst3.Objects;

/// <summary>
/// The host's IRunLoop, held by a reference while connected. A host that takes its frame away from an attached view takes the loop with
/// it: what is registered leaves that loop at once, and enters the next one. Main thread.
/// </summary>
internal sealed unsafe class HostRunLoop : IRunLoop
{
    private readonly List<Registration> _registrations = [];
    private void* _loop;

    public bool IsConnected => _loop != null;

    private RunLoopVtbl* Table => *(RunLoopVtbl**)_loop;

    /// <summary>Moves everything to another loop, or to none.</summary>
    public void Connect(void* loop)
    {
        FUnknown.AddRef(loop);
        void* old = _loop;
        for (int i = 0; i < _registrations.Count && old != null; i++)
            Unregister(_registrations[i]);
        _loop = loop;
        for (int i = 0; i < _registrations.Count && loop != null; i++)
            _ = Register(_registrations[i]);
        FUnknown.Release(old);
    }

    /// <summary>Ends every registration and lets go of the loop.</summary>
    public void Close()
    {
        while (_registrations.Count > 0)
            _registrations[^1].Dispose();
        Connect(null);
    }

    public IDisposable? Every(int milliseconds, Action callback) => Add(new Registration(this, isTimer: true, Math.Max(1, milliseconds), callback));

    public IDisposable? WhenReadable(int fileDescriptor, Action callback) =>
        fileDescriptor < 0 ? null : Add(new Registration(this, isTimer: false, fileDescriptor, callback));

    private Registration? Add(Registration registration)
    {
        // Listed first: the host may answer from within.
        _registrations.Add(registration);
        if (_loop != null && Register(registration))
            return registration;
        registration.Dispose();
        return null;
    }

    private bool Register(Registration registration) => Result.Ok == (registration.IsTimer
        ? Table->RegisterTimer(_loop, registration.Handler, (ulong)registration.Number)
        : Table->RegisterEventHandler(_loop, registration.Handler, registration.Number));

    private void Unregister(Registration registration) => _ = registration.IsTimer
        ? Table->UnregisterTimer(_loop, registration.Handler)
        : Table->UnregisterEventHandler(_loop, registration.Handler);

    // A timer's milliseconds or an event's file descriptor, and the object that the host calls.
    private sealed class Registration(HostRunLoop owner, bool isTimer, int number, Action callback) : IDisposable
    {
        private CallbackObject* _handler = CallbackObject.Create(isTimer, callback);

        public bool IsTimer => isTimer;

        public int Number => number;

        public void* Handler => _handler;

        public void Dispose()
        {
            if (_handler == null)
                return;
            CallbackObject.Silence(_handler);
            _ = owner._registrations.Remove(this);
            if (owner._loop != null)
                owner.Unregister(this);
            _ = CallbackObject.Let(_handler);
            _handler = null;
        }
    }
}
