using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Platform;
using SemanticEq.Ui.Platform.Cairo;

namespace SemanticEq.Ui.Tests;

public class PngSavingTests
{
    [Fact]
    public void The_file_holds_every_pixel_that_was_drawn()
    {
        using var folder = new TemporaryFolder();
        using CairoImage image = Sample();
        image.SavePng(folder.Path("sample.png"));

        var png = new PngReader(File.ReadAllBytes(folder.Path("sample.png")));
        (png.Width, png.Height).ShouldBe((image.WidthPixels, image.HeightPixels));
        for (int y = 0; y < png.Height; y++)
            for (int x = 0; x < png.Width; x++)
                png.PixelAt(x, y).ShouldBe(image.PixelAt(x, y), $"at {x}, {y}");
    }

    [Fact]
    public void Saving_leaves_the_file_and_nothing_else()
    {
        using var folder = new TemporaryFolder();
        using CairoImage image = Sample();
        image.SavePng(folder.Path("a.png"));
        image.SavePng(folder.Path("a.png"));
        image.SavePng(folder.Path("ünïcode – name.png"));
        folder.Entries.ShouldBe(["a.png", "ünïcode – name.png"], ignoreOrder: true);
    }

    [Fact]
    public void A_missing_folder_is_named()
    {
        using var folder = new TemporaryFolder();
        using CairoImage image = Sample();
        string path = Path.Combine(folder.Path("not-there"), "a.png");
        string message = Should.Throw<IOException>(() => image.SavePng(path)).Message;
        message.ShouldContain(path);
        message.ShouldContain($"no folder \"{folder.Path("not-there")}\"");
        folder.Entries.ShouldBeEmpty();
    }

    [Fact]
    public void A_folder_is_not_written_over()
    {
        using var folder = new TemporaryFolder();
        using CairoImage image = Sample();
        Directory.CreateDirectory(folder.Path("a.png"));
        Should.Throw<IOException>(() => image.SavePng(folder.Path("a.png"))).Message.ShouldContain("a folder has that name");
        folder.Entries.ShouldBe(["a.png"]);
    }

    [Fact]
    public void A_pipe_is_not_replaced()
    {
        using var folder = new TemporaryFolder();
        using CairoImage image = Sample();
        using (var mkfifo = System.Diagnostics.Process.Start("mkfifo", [folder.Path("a.png")]))
            mkfifo.WaitForExit();
        Should.Throw<IOException>(() => image.SavePng(folder.Path("a.png"))).Message.ShouldContain("a pipe or a device");
        FileTarget.IsSpecial(folder.Path("a.png")).ShouldBeTrue("it is still a pipe");
        folder.Entries.ShouldBe(["a.png"]);
    }

    [Fact]
    public void A_symbolic_link_stays_and_its_target_is_written()
    {
        using var folder = new TemporaryFolder();
        using CairoImage image = Sample();
        Directory.CreateDirectory(folder.Path("there"));
        File.WriteAllText(folder.Path("there/old.png"), "old");
        File.CreateSymbolicLink(folder.Path("middle.png"), "there/old.png");
        File.CreateSymbolicLink(folder.Path("a.png"), "middle.png");
        image.SavePng(folder.Path("a.png"));
        new FileInfo(folder.Path("a.png")).LinkTarget.ShouldBe("middle.png");
        new PngReader(File.ReadAllBytes(folder.Path("there/old.png"))).Width.ShouldBe(image.WidthPixels);
        Directory.GetFiles(folder.Path("there")).Length.ShouldBe(1);
        folder.Entries.ShouldBe(["there", "middle.png", "a.png"], ignoreOrder: true);
    }

    [Fact]
    public void A_circle_of_links_is_refused()
    {
        using var folder = new TemporaryFolder();
        using CairoImage image = Sample();
        File.CreateSymbolicLink(folder.Path("a.png"), "b.png");
        File.CreateSymbolicLink(folder.Path("b.png"), "a.png");
        Should.Throw<IOException>(() => image.SavePng(folder.Path("a.png")));
        folder.Entries.ShouldBe(["a.png", "b.png"], ignoreOrder: true);
    }

    [Fact]
    public void A_name_that_the_system_refuses_leaves_nothing_behind()
    {
        using var folder = new TemporaryFolder();
        using CairoImage image = Sample();
        string name = new string('n', 300) + ".png";
        Should.Throw<IOException>(() => image.SavePng(folder.Path(name))).Message.ShouldContain(name);
        folder.Entries.ShouldBeEmpty();
    }

    [Fact]
    public void An_earlier_picture_survives_a_fault_in_drawing()
    {
        using var folder = new TemporaryFolder();
        using CairoImage image = Sample();
        image.SavePng(folder.Path("a.png"));
        byte[] earlier = File.ReadAllBytes(folder.Path("a.png"));
        image.Canvas.Restore();
        Should.Throw<CanvasException>(() => image.SavePng(folder.Path("a.png")));
        File.ReadAllBytes(folder.Path("a.png")).ShouldBe(earlier);
        folder.Entries.ShouldBe(["a.png"]);
    }

    [Fact]
    public async Task A_reader_never_sees_half_a_picture()
    {
        using var folder = new TemporaryFolder();
        using CairoImage image = Sample();
        string path = folder.Path("a.png");
        image.SavePng(path);
        Task writing = Task.Run(() =>
        {
            for (int i = 0; i < 40; i++)
                image.SavePng(path);
        });
        int read = 0;
        do
        {
            new PngReader(File.ReadAllBytes(path)).Width.ShouldBe(image.WidthPixels);
            read++;
        }
        while (!writing.IsCompleted);
        await writing;
        read.ShouldBeGreaterThan(1);
    }

    // Hatched: hardly two pixels beside each other are the same.
    private static CairoImage Sample()
    {
        var image = new CairoImage(90, 50);
        image.Canvas.FillRectangle(new Rectangle(0, 0, 90, 50), Theme.Dark.Panel);
        for (int i = 0; i < 30; i++)
            image.Canvas.Line(
                new Point(3 * i, 0), new Point(90 - (2 * i), 50), Theme.Dark.Band(i).WithOpacity(0.7), new Pen(1.3));
        image.Canvas.Text("warm"u8, 10, 30, new TextStyle(20, Theme.Dark.Text));
        return image;
    }
}
