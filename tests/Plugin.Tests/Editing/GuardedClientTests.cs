using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Window;

namespace SemanticEq.Plugin.Tests.Editing;

public class GuardedClientTests
{
    private readonly List<string> _told = [];

    [Fact]
    public void Files_are_handed_on()
    {
        var scene = new Scene();
        var client = new GuardedClient(scene, null!, fault => _told.Add(fault.Message));
        client.FilesOver(true);
        client.FilesDropped(["/tmp/a", "/tmp/b"]);
        scene.Heard.ShouldBe(["True", "/tmp/a /tmp/b"]);
        _told.ShouldBeEmpty();
    }

    [Fact]
    public void What_fails_while_the_window_tells_of_something_is_told_and_ends_there()
    {
        var client = new GuardedClient(new Scene { IsFaulty = true }, null!, fault => _told.Add(fault.Message));
        client.Resized(new Size(1, 1), 1);
        client.Pointer(default);
        client.Key(default).ShouldBeFalse();
        client.KeyboardChanged(true);
        client.Pasted("");
        client.FilesOver(true);
        client.FilesDropped(["/tmp/a"]);
        client.Caret.ShouldBeNull();
        _told.ShouldBe(["Resized", "Pointer", "Key", "KeyboardChanged", "Pasted", "FilesOver", "FilesDropped", "Caret"]);
    }

    private sealed class Scene : IWindowClient
    {
        public bool IsFaulty { get; init; }

        public List<string> Heard { get; } = [];

        public Rectangle? Caret => Hear(nameof(Caret), "") ? default(Rectangle) : null;

        public void Draw(ICanvas canvas, Rectangle dirty) => Hear(nameof(Draw), "");

        public void Resized(Size size, double scale) => Hear(nameof(Resized), "");

        public void Pointer(in PointerEvent pointer) => Hear(nameof(Pointer), "");

        public bool Key(in KeyEvent key) => Hear(nameof(Key), "");

        public void KeyboardChanged(bool hasKeyboard) => Hear(nameof(KeyboardChanged), "");

        public void Pasted(string text) => Hear(nameof(Pasted), "");

        public void FilesOver(bool areOver) => Hear(nameof(FilesOver), areOver.ToString());

        public void FilesDropped(IReadOnlyList<string> paths) => Hear(nameof(FilesDropped), string.Join(' ', paths));

        private bool Hear(string what, string with)
        {
            if (IsFaulty)
                throw new InvalidOperationException(what);
            Heard.Add(with);
            return true;
        }
    }
}
