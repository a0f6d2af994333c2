using SemanticEq.Ui.Canvas;

namespace SemanticEq.Ui.Tests;

/// <summary>Colours told apart by their worst channel.</summary>
internal static class Near
{
    public static int Distance(Colour a, Colour b) =>
        Math.Max(Math.Abs(a.Red - b.Red), Math.Max(Math.Abs(a.Green - b.Green), Math.Abs(a.Blue - b.Blue)));

    public static void ShouldBeNear(this Colour seen, Colour wanted, int tolerance = 2, string? where = null) =>
        Distance(seen, wanted).ShouldBeLessThanOrEqualTo(tolerance, $"{where}: saw {seen}, wanted {wanted}");

    public static void ShouldBeFarFrom(this Colour seen, Colour other, int atLeast, string? where = null) =>
        Distance(seen, other).ShouldBeGreaterThan(atLeast, $"{where}: saw {seen}, which is too like {other}");
}
