using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Editor;

namespace SemanticEq.Ui.Tests;

public class ThemeTests
{
    private const double Readable = 4.5, Visible = 3;

    public static TheoryData<ThemeChoice> Themes => [ThemeChoice.Dark, ThemeChoice.Light];

    [Theory]
    [MemberData(nameof(Themes))]
    public void Whatever_is_read_has_a_contrast_of_four_and_a_half_on_every_ground(ThemeChoice choice)
    {
        var theme = Theme.Of(choice);
        foreach ((string ground, Colour below) in Grounds(theme))
        {
            foreach ((string name, Colour text) in new[]
                {
                    ("text", theme.Text), ("muted", theme.Muted), ("amber", theme.Amber), ("teal", theme.Teal), ("warning", theme.Warning),
                })
                Colour.ContrastRatio(text, below).ShouldBeGreaterThanOrEqualTo(Readable, $"{name} on {ground}");
        }
    }

    [Theory]
    [MemberData(nameof(Themes))]
    public void Text_and_warnings_can_be_read_on_what_is_hovered(ThemeChoice choice)
    {
        var theme = Theme.Of(choice);
        foreach (Colour text in new[] { theme.Text, theme.Warning })
            Colour.ContrastRatio(text, theme.Hovered).ShouldBeGreaterThanOrEqualTo(Readable, $"{text}");
    }

    [Theory]
    [MemberData(nameof(Themes))]
    public void Band_hues_can_be_read_as_text_and_carry_readable_figures(ThemeChoice choice)
    {
        var theme = Theme.Of(choice);
        for (int i = 0; i < 8; i++)
        {
            Colour.ContrastRatio(theme.OnBand, theme.Band(i)).ShouldBeGreaterThanOrEqualTo(Readable, $"figure on band {i + 1}");
            foreach ((string ground, Colour below) in Grounds(theme))
                Colour.ContrastRatio(theme.Band(i), below).ShouldBeGreaterThanOrEqualTo(Readable, $"band {i + 1} on {ground}");
        }
    }

    [Theory]
    [MemberData(nameof(Themes))]
    public void A_tag_can_be_read_on_its_own_tint(ThemeChoice choice)
    {
        var theme = Theme.Of(choice);
        foreach (Colour tint in Enumerable.Range(0, 8).Select(theme.Band).Append(theme.Amber).Append(theme.Teal))
        {
            Colour ground = tint.WithOpacity(theme.ChipOpacity).Over(theme.Panel);
            Colour.ContrastRatio(tint, ground).ShouldBeGreaterThanOrEqualTo(Readable, $"{tint} on {ground}");
        }
    }

    [Theory]
    [MemberData(nameof(Themes))]
    public void Shapes_that_carry_meaning_can_be_seen(ThemeChoice choice)
    {
        var theme = Theme.Of(choice);
        foreach ((string ground, Colour below) in Grounds(theme))
            foreach (Colour shape in new[] { theme.AmberFill, theme.TealFill, theme.Focus })
                Colour.ContrastRatio(shape, below).ShouldBeGreaterThanOrEqualTo(Visible, $"{shape} on {ground}");
    }

    [Theory]
    [MemberData(nameof(Themes))]
    public void Amber_and_teal_differ_to_eyes_that_lack_red_or_green_or_blue(ThemeChoice choice)
    {
        var theme = Theme.Of(choice);
        foreach (ColourVision vision in Enum.GetValues<ColourVision>())
        {
            // In OKLab; 0.02 is about what can just be told apart side by side.
            ColourVisions.Distance(theme.AmberFill, theme.TealFill, vision).ShouldBeGreaterThan(0.1, $"{vision}");
            ColourVisions.Distance(theme.Amber, theme.Teal, vision).ShouldBeGreaterThan(0.1, $"text, {vision}");
        }
    }

    [Theory]
    [MemberData(nameof(Themes))]
    public void The_eight_bands_differ_to_most_eyes_and_the_ninth_begins_again(ThemeChoice choice)
    {
        // To eyes that lack a colour some of eight hues must look alike, whatever they are: bands carry their numbers for that.
        var theme = Theme.Of(choice);
        for (int i = 0; i < 8; i++)
            for (int j = 0; j < i; j++)
                ColourVisions.Distance(theme.Band(i), theme.Band(j), ColourVision.Usual).ShouldBeGreaterThan(0.04, $"{i + 1} and {j + 1}");
        theme.Band(8).ShouldBe(theme.Band(0));
    }

    [Fact]
    public void Red_and_green_of_one_lightness_are_alike_to_who_lacks_green()
    {
        // What the simulation is for: else the test above would show nothing.
        Colour red = Colour.FromRgb(0xBB4227), green = Colour.FromRgb(0x6E6A00);
        ColourVisions.Distance(red, green, ColourVision.Usual).ShouldBeGreaterThan(0.1);
        ColourVisions.Distance(red, green, ColourVision.Deuteranopia).ShouldBeLessThan(0.06);
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

    private static (string Name, Colour Colour)[] Grounds(Theme theme) =>
        [("ground", theme.Ground), ("panel", theme.Panel), ("raised", theme.Raised), ("floating", theme.Floating), ("well", theme.Well)];
}
