using FsCheck;
using FsCheck.Fluent;
using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Platform.Cairo;

namespace SemanticEq.Ui.Tests;

public class TextTests
{
    private static readonly Colour White = Colour.FromRgb(0xFFFFFF);
    private static readonly TextStyle Plain = new(20, White);

    [Theory]
    [InlineData(TextAlign.Left, 0.0)]
    [InlineData(TextAlign.Centre, 0.5)]
    [InlineData(TextAlign.Right, 1.0)]
    public void Text_lies_where_its_alignment_says(TextAlign align, double share)
    {
        using var image = new CairoImage(300, 60);
        TextStyle style = Plain.Aligned(align);
        double width = image.Canvas.MeasureWidth("HHHH"u8, style);
        image.Canvas.Text("HHHH"u8, 150, 40, style);
        (int left, int right, int top, int bottom) = InkOf(image);
        // An H has side bearings of a tenth of an em at most.
        ((double)left).ShouldBe(150 - (share * width), 2.5);
        ((double)right).ShouldBe(150 + ((1 - share) * width), 2.5);
        bottom.ShouldBe(40);
        ((double)top).ShouldBe(40 - (0.727 * 20), 1.5);
    }

    [Fact]
    public void Capitals_are_centred_on_a_middle_line()
    {
        using var image = new CairoImage(100, 60);
        image.Canvas.Text("H8"u8, 10, 30 + Plain.BaselineBelowMiddle, Plain);
        (_, _, int top, int bottom) = InkOf(image);
        ((top + bottom) / 2.0).ShouldBe(30, 1.0);
    }

    [Fact]
    public void Widths_grow_with_weight_where_the_font_has_the_weights()
    {
        using var image = new CairoImage(10, 10);
        double Width(FontWeight weight) => image.Canvas.MeasureWidth("warm but not muddy"u8, Plain with { Weight = weight });
        Width(FontWeight.Medium).ShouldBeGreaterThanOrEqualTo(Width(FontWeight.Regular));
        Width(FontWeight.SemiBold).ShouldBeGreaterThan(Width(FontWeight.Regular));
    }

    [Fact]
    public void Widths_are_the_same_at_every_scale()
    {
        using var once = new CairoImage(10, 10);
        using var twice = new CairoImage(10, 10, scale: 2.25);
        double width = once.Canvas.MeasureWidth("a bit warmer, not muddy"u8, Plain);
        twice.Canvas.MeasureWidth("a bit warmer, not muddy"u8, Plain).ShouldBe(width, 0.01);
    }

    [Fact]
    public void A_font_that_is_not_installed_is_replaced()
    {
        using var image = new CairoImage(200, 60, fontFamily: "A font of nobody's");
        image.Canvas.Text("warm"u8, 10, 40, Plain with { Weight = FontWeight.SemiBold });
        InkOf(image).Right.ShouldBeGreaterThan(40);
    }

    [Fact]
    public void Malformed_text_shows_a_sign_and_spoils_nothing()
    {
        using var image = new CairoImage(200, 60);
        image.Canvas.Text([0xFF, 0xC3, (byte)'a', 0xED, 0xA0, 0x80], 10, 40, Plain);
        image.Canvas.Text("lone \uD800 half", 10, 20, Plain);
        image.Canvas.MeasureWidth([(byte)'a', 0xFF], Plain).ShouldBeGreaterThan(image.Canvas.MeasureWidth("a"u8, Plain));
        image.ToPng().Length.ShouldBeGreaterThan(100);
    }

    [Fact]
    public void Text_of_any_length_is_drawn_safely()
    {
        using var image = new CairoImage(200, 60);
        image.Canvas.Text(new string('−', 100_000), 10, 40, Plain);
        image.Canvas.Text(new byte[100_000].AsSpan(), 10, 40, Plain);
        byte[] many = new byte[100_000];
        many.AsSpan().Fill((byte)'m');
        image.Canvas.Text(many, 10, 40, Plain);
        image.ToPng().Length.ShouldBeGreaterThan(100);
    }

    [Fact]
    public void A_line_that_fits_stays_as_it_is()
    {
        using var image = new CairoImage(10, 10);
        image.Canvas.FitLine("warm, 100 %", Plain, 1000).ShouldBe("warm, 100 %");
    }

    [Fact]
    public void A_line_is_cut_between_letters_and_says_so()
    {
        using var image = new CairoImage(10, 10);
        string cut = image.Canvas.FitLine("a bit warmer, not muddy, like a close vocal", Plain, 120);
        cut.ShouldEndWith("…");
        cut.ShouldStartWith("a bit");
        // An e with its accent as a second sign is one letter.
        string accents = string.Concat(Enumerable.Repeat("e\u0301", 50));
        image.Canvas.FitLine(accents, Plain, 120).TrimEnd('…').Length.ShouldSatisfyAllConditions(
            length => length.ShouldBeGreaterThan(4), length => (length % 2).ShouldBe(0));
    }

    [Fact]
    public void Line_breaks_become_spaces()
    {
        using var image = new CairoImage(10, 10);
        image.Canvas.FitLine("warm\r\nbright\t\0x", Plain, 1000).ShouldBe("warm  bright  x");
    }

    [Fact]
    public void Any_text_is_fitted_into_any_room()
    {
        using var image = new CairoImage(10, 10);
        double least = image.Canvas.MeasureWidth("…", Plain);
        var cases = from text in ArbMap.Default.GeneratorFor<string>()
                    from room in Gen.Choose(0, 400)
                    select (Text: text ?? "", Room: (double)room);
        Prop.ForAll(cases.ToArbitrary(), c =>
        {
            string line = image.Canvas.FitLine(c.Text, Plain, c.Room);
            line.ShouldNotContain(letter => char.IsControl(letter));
            image.Canvas.MeasureWidth(line, Plain).ShouldBeLessThanOrEqualTo(Math.Max(c.Room, least));
        }).QuickCheckThrowOnFailure();
    }

    private static (int Left, int Right, int Top, int Bottom) InkOf(CairoImage image)
    {
        var ink = from y in Enumerable.Range(0, image.HeightPixels)
                  from x in Enumerable.Range(0, image.WidthPixels)
                  where image.PixelAt(x, y).Green > 100
                  select (X: x, Y: y);
        var pixels = ink.ToList();
        pixels.ShouldNotBeEmpty("no ink");
        return (pixels.Min(p => p.X), pixels.Max(p => p.X) + 1, pixels.Min(p => p.Y), pixels.Max(p => p.Y) + 1);
    }
}
