using System.Text;
using SemanticEq.Vst3.Abi;
using SemanticEq.Vst3.Abi.Interfaces;

namespace SemanticEq.Vst3.Tests;

/// <summary>A view of a <see cref="TestEffect"/>'s <see cref="TestEditor"/>, held through its function tables only, as a host holds it.</summary>
public sealed unsafe class View : IDisposable
{
    private readonly Instance _instance = new();

    public View()
    {
        TestFrame.Reset();
        TestMenus.AreOffered = true;
        TestHandler.References = 0;
        TestHandler.Calls.Clear();
        _instance.Effect.Editor = Editor;
        Self = Create("editor");
        ((nint)Self).ShouldNotBe(0);
    }

    public TestEditor Editor { get; } = new();

    public TestEffect Effect => _instance.Effect;

    public Instance Instance => _instance;

    public void* Self { get; private set; }

    public PlugViewVtbl* Table => *(PlugViewVtbl**)Self;

    public void* Create(string name)
    {
        fixed (byte* utf8 = Encoding.UTF8.GetBytes(name + "\0"))
            return _instance.ControllerTable->CreateView(_instance.Controller, utf8);
    }

    public int Attach(string platform = ViewNames.X11, nint parent = 77)
    {
        fixed (byte* utf8 = Encoding.UTF8.GetBytes(platform + "\0"))
            return Table->Attached(Self, (void*)parent, utf8);
    }

    public bool Supports(string platform)
    {
        fixed (byte* utf8 = Encoding.UTF8.GetBytes(platform + "\0"))
            return Table->IsPlatformTypeSupported(Self, utf8) == Result.Ok;
    }

    public void SetFrame(bool given = true) => Table->SetFrame(Self, given ? TestFrame.Self : null).ShouldBe(Result.Ok);

    public void Open()
    {
        SetFrame();
        Attach().ShouldBe(Result.Ok);
    }

    public uint Release()
    {
        uint left = Table->Unknown.Release(Self);
        Self = null;
        return left;
    }

    public void Dispose()
    {
        FUnknown.Release(Self);
        Self = null;
        TestMenus.AreOffered = false;
        _instance.Dispose();
    }
}
