using SemanticEq.Ui.Canvas;

namespace SemanticEq.Ui.Tests;

public class ThemeTests
{
    public static TheoryData<string> Grounds => ["Ground", "Panel", "Raised"];

    [Theory]
    [MemberData(nameof(Grounds))]
    public void Whatever_is_read_has_a_contrast_of_four_and_a_half(string ground)
    {
        Theme theme = Theme.Dark;
        Colour below = ground switch { "Ground" => theme.Ground, "Panel" => theme.Panel, _ => theme.Raised };
        foreach (Colour text in new[] { theme.Text, theme.Muted, theme.Amber, theme.Teal })
            Colour.ContrastRatio(text, below).ShouldBeGreaterThanOrEqualTo(4.5, $"{text} on {ground}");
    }

    [Fact]
    public void The_figures_on_the_bands_can_be_read()
    {
        for (int i = 0; i < 8; i++)
            Colour.ContrastRatio(Theme.Dark.OnBand, Theme.Dark.Band(i)).ShouldBeGreaterThanOrEqualTo(4.5, $"band {i + 1}");
    }

    [Fact]
    public void The_eight_bands_differ_and_the_ninth_begins_again()
    {
        Enumerable.Range(0, 8).Select(Theme.Dark.Band).Distinct().Count().ShouldBe(8);
        Theme.Dark.Band(8).ShouldBe(Theme.Dark.Band(0));
    }

    [Theory]
    [InlineData(0x000000u, 0xFFFFFFu, 21.0)]
    [InlineData(0x777777u, 0xFFFFFFu, 4.48)]
    [InlineData(0xFF0000u, 0xFFFFFFu, 4.0)]
    public void Contrast_agrees_with_published_values(uint a, uint b, double ratio)
    {
        Colour.ContrastRatio(Colour.FromRgb(a), Colour.FromRgb(b)).ShouldBe(ratio, 0.01);
        Colour.ContrastRatio(Colour.FromRgb(b), Colour.FromRgb(a)).ShouldBe(ratio, 0.01);
    }
}
