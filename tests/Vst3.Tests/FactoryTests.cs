using SemanticEq.Vst3.Abi;
using SemanticEq.Vst3.Abi.Interfaces;

namespace SemanticEq.Vst3.Tests;

public sealed unsafe class FactoryTests : IDisposable
{
    private readonly Instance _instance = new();

    public void Dispose() => _instance.Dispose();

    [Fact]
    public void The_factory_describes_one_audio_class_in_all_three_versions_of_its_interface()
    {
        var table = _instance.FactoryTable;
        table->CountClasses(_instance.Factory).ShouldBe(1);
        PClassInfo info;
        PClassInfo2 info2;
        PClassInfoW infoW;
        table->GetClassInfo(_instance.Factory, 0, &info).ShouldBe(Result.Ok);
        table->GetClassInfo2(_instance.Factory, 0, &info2).ShouldBe(Result.Ok);
        table->GetClassInfoUnicode(_instance.Factory, 0, &infoW).ShouldBe(Result.Ok);

        Tuid.Read(info.Cid).ShouldBe(TestEffect.Description.ClassId);
        Tuid.Read(info2.Basic.Cid).ShouldBe(TestEffect.Description.ClassId);
        Tuid.Read(infoW.Cid).ShouldBe(TestEffect.Description.ClassId);
        info.Cardinality.ShouldBe(0x7FFFFFFF);
        FixedText.ReadUtf8(info.Category, 32).ShouldBe("Audio Module Class");
        FixedText.ReadUtf8(info.Name, 64).ShouldBe("Test Gain");
        FixedText.ReadUtf8(info2.SubCategories, 128).ShouldBe("Fx|EQ");
        FixedText.ReadUtf8(info2.Version, 64).ShouldBe("1.2.3");
        FixedText.ReadUtf8(info2.SdkVersion, 64).ShouldBe("VST 3.8.0");
        FixedText.ReadUtf16(infoW.Name, 64).ShouldBe("Test Gain");
        FixedText.ReadUtf16(infoW.Vendor, 64).ShouldBe("Tests");
        FixedText.ReadUtf16(infoW.SdkVersion, 64).ShouldBe("VST 3.8.0");
    }

    [Fact]
    public void Structs_lie_in_memory_as_the_64_bit_headers_lay_them_out()
    {
        sizeof(PFactoryInfo).ShouldBe(452);
        sizeof(PClassInfo).ShouldBe(116);
        sizeof(PClassInfo2).ShouldBe(440);
        sizeof(PClassInfoW).ShouldBe(696);
        sizeof(BusInfo).ShouldBe(276);
        sizeof(ParameterInfo).ShouldBe(792);
        sizeof(NativeProcessSetup).ShouldBe(24);
        sizeof(AudioBusBuffers).ShouldBe(24);
        sizeof(ProcessData).ShouldBe(80);
    }

    [Fact]
    public void Ids_are_big_endian_words_on_Linux_and_COM_order_on_Windows()
    {
        byte* bytes = stackalloc byte[16];
        Tuid.Write(new Guid("01020304-0506-0708-090A-0B0C0D0E0F10"), bytes);
        string hex = Convert.ToHexString(new ReadOnlySpan<byte>(bytes, 16));
        hex.ShouldBe(OperatingSystem.IsWindows() ? "0403020106050807090A0B0C0D0E0F10" : "0102030405060708090A0B0C0D0E0F10");
        Tuid.Read(bytes).ShouldBe(new Guid("01020304-0506-0708-090A-0B0C0D0E0F10"));
    }

    [Fact]
    public void Classes_that_do_not_exist_are_refused()
    {
        PClassInfo info;
        PClassInfo2 info2;
        PClassInfoW infoW;
        foreach (int index in new[] { -1, 1, int.MaxValue })
        {
            _instance.FactoryTable->GetClassInfo(_instance.Factory, index, &info).ShouldBe(Result.InvalidArgument);
            _instance.FactoryTable->GetClassInfo2(_instance.Factory, index, &info2).ShouldBe(Result.InvalidArgument);
            _instance.FactoryTable->GetClassInfoUnicode(_instance.Factory, index, &infoW).ShouldBe(Result.InvalidArgument);
        }
        ((nint)_instance.Create(Guid.NewGuid(), InterfaceIds.Component, out int result)).ShouldBe(0);
        result.ShouldBe(Result.NoInterface);
        ((nint)_instance.Create(TestEffect.Description.ClassId, Guid.NewGuid(), out result)).ShouldBe(0);
        result.ShouldBe(Result.NoInterface);
        TestEffect.Last!.Disposed.ShouldBe(1, "the instance that has no such interface must not leak");
    }

    [Fact]
    public void Null_pointers_are_refused()
    {
        var table = _instance.FactoryTable;
        void* factory = _instance.Factory;
        void* created;
        byte* id = stackalloc byte[16];
        table->Unknown.QueryInterface(factory, id, null).ShouldBe(Result.InvalidArgument);
        table->Unknown.QueryInterface(factory, null, &created).ShouldBe(Result.NoInterface);
        table->GetFactoryInfo(factory, null).ShouldBe(Result.InvalidArgument);
        table->GetClassInfo(factory, 0, null).ShouldBe(Result.InvalidArgument);
        table->GetClassInfo2(factory, 0, null).ShouldBe(Result.InvalidArgument);
        table->GetClassInfoUnicode(factory, 0, null).ShouldBe(Result.InvalidArgument);
        table->CreateInstance(factory, null, id, &created).ShouldBe(Result.InvalidArgument);
        table->CreateInstance(factory, id, null, &created).ShouldBe(Result.InvalidArgument);
        table->CreateInstance(factory, id, id, null).ShouldBe(Result.InvalidArgument);
        table->SetHostContext(factory, null).ShouldBe(Result.Ok);
    }

    [Fact]
    public void A_constructor_that_throws_gives_no_instance_and_no_exception()
    {
        PluginModule.Description = TestEffect.Description with { Create = () => throw new InvalidOperationException() };
        ((nint)_instance.Create(TestEffect.Description.ClassId, InterfaceIds.Component, out int result)).ShouldBe(0);
        result.ShouldBe(Result.InternalError);
    }

    [Fact]
    public void A_module_that_was_left_can_be_entered_again()
    {
        using (var again = new Instance())
            again.ComponentTable->GetBusCount(again.Component, MediaType.Audio, 0).ShouldBe(2);
        using (var again = new Instance())
            again.ComponentTable->GetBusCount(again.Component, MediaType.Audio, 1).ShouldBe(1);
    }

    [Fact]
    public void All_interfaces_of_the_factory_are_the_same_object_and_count_references()
    {
        uint before = FUnknown.Table(_instance.Factory)->AddRef(_instance.Factory);
        foreach (var id in new[] { InterfaceIds.FUnknown, InterfaceIds.PluginFactory, InterfaceIds.PluginFactory2, InterfaceIds.PluginFactory3 })
            ((nint)FUnknown.Query(_instance.Factory, id)).ShouldBe((nint)_instance.Factory);
        FUnknown.Table(_instance.Factory)->AddRef(_instance.Factory).ShouldBe(before + 5);
        for (int i = 0; i < 6; i++)
            FUnknown.Release(_instance.Factory);
        ((nint)FUnknown.Query(_instance.Factory, InterfaceIds.Component)).ShouldBe(0);
    }
}
