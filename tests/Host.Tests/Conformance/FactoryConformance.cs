using System.Text.Json;
using SemanticEq.Host.Tests.EndToEnd;
using SemanticEq.Vst3.Abi;
using SemanticEq.Vst3.Abi.Interfaces;

namespace SemanticEq.Host.Tests.Conformance;

/// <summary>The factory and the objects that it makes (VST 3 documentation, "VST Module Architecture").</summary>
public sealed unsafe class FactoryConformance : IDisposable
{
    private readonly RawPlugin _plugin = new();

    private PluginFactory3Vtbl* Table => _plugin.FactoryTable;

    private void* Factory => _plugin.Library.Factory;

    public void Dispose() => _plugin.Dispose();

    [Fact]
    public void All_three_descriptions_of_the_class_and_moduleinfo_agree()
    {
        PClassInfo first;
        PClassInfo2 second;
        PClassInfoW third;
        Table->CountClasses(Factory).ShouldBe(1);
        Table->GetClassInfo(Factory, 0, &first).ShouldBe(Result.Ok);
        Table->GetClassInfo2(Factory, 0, &second).ShouldBe(Result.Ok);
        Table->GetClassInfoUnicode(Factory, 0, &third).ShouldBe(Result.Ok);
        using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(BuiltBundle.Path, "Contents", "Resources", "moduleinfo.json")));
        var said = json.RootElement.GetProperty("Classes")[0];
        var id = Guid.ParseExact(said.GetProperty("CID").GetString()!, "N");
        new[] { Tuid.Read(first.Cid), Tuid.Read(second.Basic.Cid), Tuid.Read(third.Cid) }.ShouldAllBe(cid => cid == id);
        new[] { first.Cardinality, second.Basic.Cardinality, third.Cardinality }.ShouldAllBe(many => many == said.GetProperty("Cardinality").GetInt32());
        new[] { FixedText.ReadUtf8(first.Name, 64), FixedText.ReadUtf8(second.Basic.Name, 64), FixedText.ReadUtf16(third.Name, 64) }
            .ShouldAllBe(name => name == said.GetProperty("Name").GetString());
        new[] { FixedText.ReadUtf8(first.Category, 32), FixedText.ReadUtf8(third.Category, 32) }.ShouldAllBe(text => text == said.GetProperty("Category").GetString());
        FixedText.ReadUtf16(third.Vendor, 64).ShouldBe(said.GetProperty("Vendor").GetString());
        FixedText.ReadUtf16(third.Version, 64).ShouldBe(said.GetProperty("Version").GetString());
        FixedText.ReadUtf16(third.SdkVersion, 64).ShouldBe(said.GetProperty("SDKVersion").GetString());
        FixedText.ReadUtf8(third.SubCategories, 128).ShouldBe(string.Join('|', said.GetProperty("Sub Categories").EnumerateArray().Select(part => part.GetString())));
        (second.ClassFlags, third.ClassFlags).ShouldBe((said.GetProperty("Class Flags").GetUInt32(), said.GetProperty("Class Flags").GetUInt32()));
    }

    [Fact]
    public void Snapshots_that_moduleinfo_names_are_there_under_the_names_that_hosts_look_for()
    {
        string contents = Path.Combine(BuiltBundle.Path, "Contents");
        using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(contents, "Resources", "moduleinfo.json")));
        var said = json.RootElement.GetProperty("Classes")[0];
        var snapshots = said.GetProperty("Snapshots").EnumerateArray()
            .ToDictionary(entry => entry.GetProperty("Scale Factor").GetDouble(), entry => entry.GetProperty("Path").GetString()!);
        string name = $"Resources/Snapshots/{said.GetProperty("CID").GetString()}_snapshot";
        snapshots.ShouldBe(new Dictionary<double, string> { [1.0] = name + ".png", [2.0] = name + "_2.0x.png" });
        var sizes = snapshots.ToDictionary(entry => entry.Key, entry => PngSize(Path.Combine(contents, entry.Value)));
        sizes[2.0].ShouldBe((2 * sizes[1.0].Width, 2 * sizes[1.0].Height));
    }

    [Fact]
    public void What_is_not_there_is_refused_and_nothing_is_handed_out()
    {
        PClassInfo info;
        foreach (int index in new[] { -1, 1, int.MaxValue })
            Table->GetClassInfo(Factory, index, &info).ShouldBe(Result.InvalidArgument);
        Table->GetClassInfo(Factory, 0, null).ShouldBe(Result.InvalidArgument);
        ((nint)_plugin.Create(Guid.NewGuid(), InterfaceIds.Component, out int unknownClass)).ShouldBe(0);
        unknownClass.ShouldNotBe(Result.Ok);
        ((nint)_plugin.Create(_plugin.Library.AudioEffect.Id, Guid.NewGuid(), out int unknownInterface)).ShouldBe(0);
        unknownInterface.ShouldBe(Result.NoInterface);
        void* created;
        Table->CreateInstance(Factory, null, null, &created).ShouldNotBe(Result.Ok);
        Table->CreateInstance(Factory, null, null, null).ShouldNotBe(Result.Ok);
    }

    [Fact]
    public void Every_interface_leads_to_every_other_and_to_one_identity()
    {
        Guid[] ids =
        [
            InterfaceIds.Component, InterfaceIds.PluginBase, InterfaceIds.AudioProcessor, InterfaceIds.EditController, InterfaceIds.EditController2,
            InterfaceIds.ProcessContextRequirements, InterfaceIds.UnitInfo,
        ];
        void* identity = FUnknown.Query(_plugin.Component, InterfaceIds.FUnknown);
        foreach (var from in ids)
        {
            void* start = FUnknown.Query(_plugin.Component, from);
            foreach (var to in ids)
            {
                void* there = FUnknown.Query(start, to);
                void* straight = FUnknown.Query(_plugin.Component, to);
                ((nint)there).ShouldBe((nint)straight, $"{from} to {to}");
                FUnknown.Release(straight);
                FUnknown.Release(there);
            }
            void* same = FUnknown.Query(start, InterfaceIds.FUnknown);
            ((nint)same).ShouldBe((nint)identity);
            FUnknown.Release(same);
            ((nint)FUnknown.Query(start, Guid.NewGuid())).ShouldBe(0);
            FUnknown.Release(start);
        }
        FUnknown.Release(identity);
        uint references = FUnknown.Table(_plugin.Component)->AddRef(_plugin.Component);
        FUnknown.Table(_plugin.Component)->Release(_plugin.Component).ShouldBe(references - 1, "what was asked for was let go of");
    }

    [Fact]
    public void Instances_come_and_go_in_any_order_and_the_rest_play_on()
    {
        var others = new Queue<RawPlugin>();
        for (int round = 0; round < 20; round++)
        {
            others.Enqueue(new RawPlugin());
            if (round % 3 == 2)
                others.Dequeue().Dispose();
        }
        _plugin.Save().Length.ShouldBeGreaterThan(100);
        while (others.TryDequeue(out var other))
            other.Dispose();
        _plugin.Setup().ShouldBe(Result.Ok);
        _plugin.Activate(true);
    }

    private static (int Width, int Height) PngSize(string path)
    {
        byte[] png = File.ReadAllBytes(path);
        png[..8].ShouldBe([0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10], path);
        png.Length.ShouldBeLessThan(300_000);
        return (System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)));
    }
}
