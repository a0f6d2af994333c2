using SemanticEq.Vst3.Abi;
using SemanticEq.Vst3.Abi.Interfaces;

namespace SemanticEq.Vst3.Tests;

public sealed unsafe class ObjectTests : IDisposable
{
    private static readonly Guid[] Interfaces =
    [
        InterfaceIds.FUnknown, InterfaceIds.PluginBase, InterfaceIds.Component, InterfaceIds.AudioProcessor,
        InterfaceIds.EditController, InterfaceIds.EditController2, InterfaceIds.ProcessContextRequirements,
    ];

    private readonly Instance _instance = new();

    public void Dispose() => _instance.Dispose();

    [Fact]
    public void Every_interface_leads_to_every_other_and_to_one_identity()
    {
        foreach (var from in Interfaces)
        {
            void* start = FUnknown.Query(_instance.Component, from);
            ((nint)start).ShouldNotBe(0);
            foreach (var to in Interfaces)
            {
                void* found = FUnknown.Query(start, to);
                void* identity = FUnknown.Query(found, InterfaceIds.FUnknown);
                ((nint)identity).ShouldBe((nint)_instance.Component);
                FUnknown.Release(identity);
                FUnknown.Release(found);
            }
            FUnknown.Release(start);
        }
    }

    [Fact]
    public void Unknown_interfaces_and_null_pointers_are_refused_by_every_interface()
    {
        byte* unknown = stackalloc byte[16];
        Tuid.Write(InterfaceIds.PluginFactory, unknown);
        foreach (var id in Interfaces)
        {
            void* start = FUnknown.Query(_instance.Component, id);
            void* found = (void*)1;
            FUnknown.Table(start)->QueryInterface(start, unknown, &found).ShouldBe(Result.NoInterface);
            ((nint)found).ShouldBe(0);
            FUnknown.Table(start)->QueryInterface(start, null, &found).ShouldBe(Result.NoInterface);
            FUnknown.Table(start)->QueryInterface(start, unknown, null).ShouldBe(Result.InvalidArgument);
            FUnknown.Release(start);
        }
    }

    [Fact]
    public void References_are_counted_over_all_interfaces_and_the_last_one_disposes()
    {
        void* component = _instance.Create(TestEffect.Description.ClassId, InterfaceIds.Component, out _);
        var effect = TestEffect.Last!;
        void* controller = FUnknown.Query(component, InterfaceIds.EditController);
        FUnknown.Table(controller)->AddRef(controller).ShouldBe(3u);
        FUnknown.Table(component)->Release(component).ShouldBe(2u);
        FUnknown.Table(controller)->Release(controller).ShouldBe(1u);
        effect.Disposed.ShouldBe(0);
        FUnknown.Table(controller)->Release(controller).ShouldBe(0u);
        effect.Disposed.ShouldBe(1);
    }

    [Fact]
    public void A_throwing_Dispose_stays_inside()
    {
        void* component = _instance.Create(TestEffect.Description.ClassId, InterfaceIds.Component, out _);
        TestEffect.Last!.Throws = nameof(Effect.Dispose);
        FUnknown.Table(component)->Release(component).ShouldBe(0u);
    }

    [Fact]
    public void The_hosts_handler_is_held_by_one_reference_and_let_go_of()
    {
        TestHandler.References = 1;
        TestHandler.Calls.Clear();
        var table = _instance.ControllerTable;
        table->SetComponentHandler(_instance.Controller, TestHandler.Self).ShouldBe(Result.Ok);
        table->SetComponentHandler(_instance.Controller, TestHandler.Self).ShouldBe(Result.Ok);
        TestHandler.References.ShouldBe(2);

        var host = _instance.Effect.Host.ShouldNotBeNull();
        host.BeginEdit(7);
        host.PerformEdit(7, 0.5);
        host.EndEdit(7);
        host.ParameterValuesChanged();
        TestHandler.Calls.ShouldBe(["begin 7", "perform 7 0.5", "end 7", "restart 4"]);

        table->Base.Terminate(_instance.Controller).ShouldBe(Result.Ok);
        TestHandler.References.ShouldBe(1);
        _instance.Effect.Host.ShouldBeNull();
        host.BeginEdit(7);
        TestHandler.Calls.Count.ShouldBe(4, "a handler that was let go of is never called again");
    }

    [Fact]
    public void An_instance_that_a_host_never_terminates_still_lets_go_of_the_handler()
    {
        TestHandler.References = 1;
        void* controller = _instance.Create(TestEffect.Description.ClassId, InterfaceIds.EditController, out _);
        (*(EditControllerVtbl**)controller)->SetComponentHandler(controller, TestHandler.Self).ShouldBe(Result.Ok);
        TestHandler.References.ShouldBe(2);
        FUnknown.Release(controller);
        TestHandler.References.ShouldBe(1);
    }

    [Fact]
    public void A_host_that_asks_once_more_while_it_is_let_go_of_does_not_end_it_twice()
    {
        TestHandler.References = 1;
        nint controller = (nint)_instance.Create(TestEffect.Description.ClassId, InterfaceIds.EditController, out _);
        var effect = TestEffect.Last!;
        (*(EditControllerVtbl**)controller)->SetComponentHandler((void*)controller, TestHandler.Self).ShouldBe(Result.Ok);
        int calls = 0;
        TestHandler.Released = () =>
        {
            calls++;
            FUnknown.AddRef((void*)controller);
            FUnknown.Release((void*)controller);
        };
        FUnknown.Table((void*)controller)->Release((void*)controller).ShouldBe(0u);
        TestHandler.Released = null;
        (calls, effect.Disposed).ShouldBe((1, 1));
    }

    [Fact]
    public void The_small_interfaces_answer()
    {
        void* controller2 = FUnknown.Query(_instance.Component, InterfaceIds.EditController2);
        var table = *(EditController2Vtbl**)controller2;
        table->SetKnobMode(controller2, 0).ShouldBe(Result.False);
        table->OpenHelp(controller2, 1).ShouldBe(Result.False);
        table->OpenAboutBox(controller2, 1).ShouldBe(Result.False);
        FUnknown.Release(controller2);
        void* requirements = FUnknown.Query(_instance.Component, InterfaceIds.ProcessContextRequirements);
        (*(ProcessContextRequirementsVtbl**)requirements)->GetProcessContextRequirements(requirements).ShouldBe(0u);
        FUnknown.Release(requirements);
    }
}
