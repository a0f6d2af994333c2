using System.Diagnostics;
using SemanticEq.Tests;
using SemanticEq.Ui.Platform;

namespace SemanticEq.Host.Tests.Windows;

public unsafe class PngFileTests
{
    private const string Read = "import matplotlib.image, sys; print((matplotlib.image.imread(sys.argv[1]) * 255).round().astype(int).tolist())";

    [PosixFact]
    public void A_picture_is_read_by_another_reader_as_it_was()
    {
        using var folder = new Folder();
        byte[] pixels = [1, 2, 3, 0, 10, 20, 30, 0, 99, 99, 99, 99, 255, 0, 0, 0, 0, 255, 0, 0, 99, 99, 99, 99];
        fixed (byte* memory = pixels)
            PngFile.Save(folder["a.png"], memory, 2, 2, 12);
        using var python = Process.Start(new ProcessStartInfo("/usr/bin/python3", ["-c", Read, folder["a.png"]]) { RedirectStandardOutput = true })!;
        python.StandardOutput.ReadToEnd().Trim().ShouldBe("[[[3, 2, 1], [30, 20, 10]], [[0, 0, 255], [0, 255, 0]]]");
    }
}
