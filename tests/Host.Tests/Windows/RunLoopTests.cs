using System.IO.Pipes;
using System.Runtime.InteropServices;
using SemanticEq.Host.Windows;
using SemanticEq.Tests;
using SemanticEq.Vst3.Abi;
using SemanticEq.Vst3.Abi.Interfaces;

namespace SemanticEq.Host.Tests.Windows;

public sealed unsafe class RunLoopTests : IDisposable
{
    private readonly RunLoop _loop = new();
    private readonly CountingHandler* _handler = CountingHandler.Create();

    private RunLoopVtbl* Table => *(RunLoopVtbl**)_loop.Pointer;

    public void Dispose()
    {
        _loop.Dispose();
        NativeMemory.Free(_handler);
    }

    [Fact]
    public void A_timer_comes_again_and_again_until_it_is_unregistered()
    {
        Table->RegisterTimer(_loop.Pointer, _handler, 1).ShouldBe(Result.Ok);
        _handler->References.ShouldBe(1);
        for (int i = 0; i < 1000 && _handler->Calls < 3; i++)
            _loop.Turn(10);
        _handler->Calls.ShouldBeGreaterThanOrEqualTo(3);
        Table->UnregisterTimer(_loop.Pointer, _handler).ShouldBe(Result.Ok);
        Table->UnregisterTimer(_loop.Pointer, _handler).ShouldBe(Result.False);
        _handler->References.ShouldBe(0);
        int calls = _handler->Calls;
        _loop.TurnFor(10);
        _handler->Calls.ShouldBe(calls);
    }

    [Fact]
    public void A_busy_loop_calls_a_timer_once_for_all_that_it_missed()
    {
        using var slow = new RunLoop { SlownessMilliseconds = 30 };
        _ = (*(RunLoopVtbl**)slow.Pointer)->RegisterTimer(slow.Pointer, _handler, 1);
        slow.Turn(10);
        _handler->Calls.ShouldBe(1);
        _ = (*(RunLoopVtbl**)slow.Pointer)->UnregisterTimer(slow.Pointer, _handler);
    }

    [PosixFact]
    public void What_can_be_read_is_told_and_nothing_else_is()
    {
        using var server = new AnonymousPipeServerStream(PipeDirection.Out);
        int fileDescriptor = (int)server.ClientSafePipeHandle.DangerousGetHandle();
        Table->RegisterEventHandler(_loop.Pointer, _handler, fileDescriptor).ShouldBe(Result.Ok);
        _loop.Turn(0);
        _handler->Calls.ShouldBe(0);
        server.WriteByte(1);
        _loop.Turn(1000);
        (_handler->Calls, _handler->LastNumber).ShouldBe((1, fileDescriptor));
        Table->UnregisterEventHandler(_loop.Pointer, _handler).ShouldBe(Result.Ok);
        _loop.Turn(0);
        _handler->Calls.ShouldBe(1);
    }

    [Fact]
    public void What_makes_no_sense_is_refused()
    {
        Table->RegisterTimer(_loop.Pointer, null, 1).ShouldBe(Result.InvalidArgument);
        Table->RegisterTimer(_loop.Pointer, _handler, 0).ShouldBe(Result.InvalidArgument);
        Table->RegisterEventHandler(_loop.Pointer, null, 1).ShouldBe(Result.InvalidArgument);
        Table->RegisterEventHandler(_loop.Pointer, _handler, -1).ShouldBe(Result.InvalidArgument);
        _loop.Handlers.ShouldBe(0);
    }

    [Fact]
    public void A_frame_leads_to_its_run_loop_or_has_none()
    {
        using var frame = new PlugFrame(_loop, _ => true);
        using var bare = new PlugFrame(null, _ => true);
        void* found = FUnknown.Query(frame.Pointer, InterfaceIds.RunLoop);
        ((nint)found).ShouldBe((nint)_loop.Pointer);
        FUnknown.Release(found);
        ((nint)FUnknown.Query(bare.Pointer, InterfaceIds.RunLoop)).ShouldBe(0);
        ((nint)FUnknown.Query(frame.Pointer, InterfaceIds.Component)).ShouldBe(0);
    }
}
