using FsCheck;
using FsCheck.Fluent;
using SemanticEq.Host.Hosting;
using SemanticEq.Vst3.Abi;
using SemanticEq.Vst3.Abi.Interfaces;
using Result = SemanticEq.Vst3.Abi.Result;

namespace SemanticEq.Host.Tests.Hosting;

public unsafe class HostObjectsTests
{
    [Fact]
    public void A_stream_reads_writes_seeks_and_tells_as_a_file_does()
    {
        using var stream = new StateStream([1, 2, 3, 4, 5]);
        var table = *(StreamVtbl**)stream.Pointer;
        byte* buffer = stackalloc byte[8];
        int count;
        long at;
        table->Read(stream.Pointer, buffer, 2, &count).ShouldBe(Result.Ok);
        (count, buffer[0], buffer[1]).ShouldBe((2, (byte)1, (byte)2));
        table->Seek(stream.Pointer, 1, 1, &at).ShouldBe(Result.Ok);
        at.ShouldBe(3);
        table->Read(stream.Pointer, buffer, 8, &count).ShouldBe(Result.Ok);
        count.ShouldBe(2);
        table->Read(stream.Pointer, buffer, 8, &count).ShouldBe(Result.Ok);
        count.ShouldBe(0, "the end");
        table->Seek(stream.Pointer, -1, 2, null).ShouldBe(Result.Ok);
        buffer[0] = 9;
        buffer[1] = 8;
        table->Write(stream.Pointer, buffer, 2, null).ShouldBe(Result.Ok);
        stream.ToArray().ShouldBe([1, 2, 3, 4, 9, 8]);
        table->Tell(stream.Pointer, &at).ShouldBe(Result.Ok);
        at.ShouldBe(6);
    }

    [Fact]
    public void A_stream_refuses_what_has_no_sense()
    {
        using var stream = new StateStream([1]);
        var table = *(StreamVtbl**)stream.Pointer;
        byte* buffer = stackalloc byte[1];
        table->Read(stream.Pointer, null, 1, null).ShouldBe(Result.InvalidArgument);
        table->Read(stream.Pointer, buffer, -1, null).ShouldBe(Result.InvalidArgument);
        table->Write(stream.Pointer, null, 1, null).ShouldBe(Result.InvalidArgument);
        table->Seek(stream.Pointer, 2, 0, null).ShouldBe(Result.InvalidArgument);
        table->Seek(stream.Pointer, long.MinValue, 2, null).ShouldBe(Result.InvalidArgument);
        table->Seek(stream.Pointer, long.MaxValue, 1, null).ShouldBe(Result.InvalidArgument);
        table->Seek(stream.Pointer, 0, 7, null).ShouldBe(Result.InvalidArgument);
        table->Tell(stream.Pointer, null).ShouldBe(Result.InvalidArgument);
    }

    [Fact]
    public void An_object_outlives_its_owner_while_a_plugin_holds_it()
    {
        var stream = new StateStream([42]);
        void* pointer = stream.Pointer;
        FUnknown.AddRef(pointer);
        stream.Dispose();
        byte value;
        int count;
        (*(StreamVtbl**)pointer)->Read(pointer, &value, 1, &count).ShouldBe(Result.Ok);
        value.ShouldBe((byte)42);
        FUnknown.Table(pointer)->Release(pointer).ShouldBe(0u);
    }

    [Fact]
    public void Objects_answer_to_their_own_interface_and_to_no_other()
    {
        using var context = new HostContext();
        using var listener = new EditListener();
        using var changes = new ParameterChangeList();
        foreach (var (self, id) in new[] { ((nint)context.Pointer, InterfaceIds.HostApplication), ((nint)listener.Pointer, InterfaceIds.ComponentHandler), ((nint)changes.Pointer, InterfaceIds.ParameterChanges) })
        {
            void* same = FUnknown.Query((void*)self, id);
            ((nint)same).ShouldBe(self);
            FUnknown.Release(same);
            ((nint)FUnknown.Query((void*)self, InterfaceIds.Component)).ShouldBe(0);
        }
        char* name = stackalloc char[128];
        (*(HostApplicationVtbl**)context.Pointer)->GetName(context.Pointer, name).ShouldBe(Result.Ok);
        FixedText.ReadUtf16(name, 128).ShouldBe("semantic-eq");
    }

    [Fact]
    public void Points_are_in_order_of_samples_and_the_last_at_a_sample_counts() => Prop.ForAll<(byte Offset, byte Value)[]>(added =>
    {
        using var changes = new ParameterChangeList();
        var table = *(ParameterChangesVtbl**)changes.Pointer;
        var expected = new SortedDictionary<int, double>();
        foreach (var (offset, value) in added)
        {
            uint id = 5;
            int index;
            void* queue = table->AddParameterData(changes.Pointer, &id, &index);
            (*(ParamValueQueueVtbl**)queue)->AddPoint(queue, offset, value, &index).ShouldBe(Result.Ok);
            expected[offset] = value;
        }
        table->GetParameterCount(changes.Pointer).ShouldBe(added.Length == 0 ? 0 : 1);
        if (added.Length == 0)
            return;
        void* read = table->GetParameterData(changes.Pointer, 0);
        var readTable = *(ParamValueQueueVtbl**)read;
        readTable->GetParameterId(read).ShouldBe(5u);
        var points = new List<(int, double)>();
        for (int i = 0; i < readTable->GetPointCount(read); i++)
        {
            int offset;
            double value;
            readTable->GetPoint(read, i, &offset, &value).ShouldBe(Result.Ok);
            points.Add((offset, value));
        }
        points.ShouldBe(expected.Select(pair => (pair.Key, pair.Value)));
        double unused;
        int none;
        readTable->GetPoint(read, points.Count, &none, &unused).ShouldBe(Result.InvalidArgument);
        readTable->GetPoint(read, -1, &none, &unused).ShouldBe(Result.InvalidArgument);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Queues_are_kept_from_block_to_block_and_never_mixed_up()
    {
        using var changes = new ParameterChangeList();
        changes.For(1).Add(0, 0.1);
        changes.For(2).Add(0, 0.2);
        changes.Clear();
        changes.Count.ShouldBe(0);
        changes.For(2).Add(3, 0.3);
        changes.Count.ShouldBe(1);
        (changes[0].Id, changes[0].Count, changes[0][0]).ShouldBe((2u, 1, (3, 0.3)));
        var table = *(ParameterChangesVtbl**)changes.Pointer;
        ((nint)table->GetParameterData(changes.Pointer, 1)).ShouldBe(0);
        ((nint)table->AddParameterData(changes.Pointer, null, null)).ShouldBe(0);
    }
}
