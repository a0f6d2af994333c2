using System.Diagnostics;
using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Platform.Cairo;
using Xunit.Abstractions;

namespace SemanticEq.Ui.Tests;

public class FontTests(ITestOutputHelper output)
{
    private static readonly Colour White = Colour.FromRgb(0xECE9E2);

    [Fact]
    public void Digits_of_tabular_figures_all_take_the_same_room()
    {
        using var image = new CairoImage(10, 10);
        TextStyle tabular = new TextStyle(13, White) with { Tabular = true };
        double width = image.Canvas.MeasureWidth("−10.8 dB"u8, tabular);
        foreach (string text in new[] { "−11.1 dB", "−44.7 dB", "−90.3 dB" })
            image.Canvas.MeasureWidth(text, tabular).ShouldBe(width, 1e-6);
        image.Canvas.MeasureWidth("111"u8, tabular).ShouldBeGreaterThan(image.Canvas.MeasureWidth("111"u8, new TextStyle(13, White)));
        image.Canvas.MeasureWidth("warm"u8, tabular).ShouldBe(image.Canvas.MeasureWidth("warm"u8, new TextStyle(13, White)));
    }

    [Fact]
    public void Letters_stand_on_quarters_of_a_pixel()
    {
        // The stem covers 1.5 pixels: as it moves to the right, its first column loses a quarter of what is white each time.
        double[] first = [.. Enumerable.Range(0, 4).Select(quarter => InkInColumn(11, 10 + (quarter / 4.0)))];
        for (int i = 1; i < first.Length; i++)
            (first[i - 1] - first[i]).ShouldBe(64, 3, $"columns: {string.Join(' ', first)}");
    }

    [Fact]
    public void Letters_that_the_family_lacks_come_from_elsewhere_within_the_line()
    {
        using var image = new CairoImage(300, 40);
        TextStyle style = new(16, White);
        double parts = image.Canvas.MeasureWidth("warm "u8, style) + image.Canvas.MeasureWidth("उष्ण"u8, style)
            + image.Canvas.MeasureWidth(" 温"u8, style);
        image.Canvas.MeasureWidth("warm उष्ण 温"u8, style).ShouldBe(parts, 1.5);
        image.Canvas.Text("warm उष्ण 温"u8, 10, 25, style);
        image.ToPng().Length.ShouldBeGreaterThan(200);
    }

    [Fact]
    public void Shipped_files_are_used_and_missing_ones_are_said()
    {
        using var folder = new TemporaryFolder();
        CairoFonts.Load(folder.Path(".")).ShouldBeFalse();
        foreach (string style in new[] { "Regular", "Medium", "SemiBold" })
            File.WriteAllText(folder.Path($"Inter-{style}.otf"), "no font");
        CairoFonts.Load(folder.Path(".")).ShouldBeFalse();
    }

    [Fact]
    public void How_long_text_takes_is_printed()
    {
        using var image = new CairoImage(1000, 600);
        TextStyle style = new(12, White);
        var clock = new Stopwatch();
        for (int round = 0; round < 2; round++)
        {
            clock.Restart();
            for (int i = 0; i < 2000; i++)
                image.Canvas.Text("330 Hz · −3.1 dB"u8, i % 800, 20 + (i % 500), style);
        }

        output.WriteLine($"a label of 16 letters: {clock.Elapsed.TotalMicroseconds / 2000:0.00} µs");
        clock.Restart();
        for (int i = 0; i < 2000; i++)
            image.Canvas.MeasureWidth("330 Hz · −3.1 dB"u8, style);
        output.WriteLine($"measured: {clock.Elapsed.TotalMicroseconds / 2000:0.00} µs");
    }

    private static double InkInColumn(int column, double x)
    {
        using var image = new CairoImage(60, 30);
        image.Canvas.Text("l"u8, x, 22, new TextStyle(16, Colour.FromRgb(0xFFFFFF)));
        return image.PixelAt(column, 15).Green;
    }
}
