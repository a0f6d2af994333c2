using FsCheck;
using FsCheck.Fluent;
using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Platform;

namespace SemanticEq.Ui.Tests;

public class DirtyAreasTests
{
    private const int Side = 64;

    [Fact]
    public void Whatever_was_added_is_covered_once_by_a_few_areas()
    {
        Gen<PixelArea> area =
            from left in Gen.Choose(0, Side - 1)
            from top in Gen.Choose(0, Side - 1)
            from width in Gen.Choose(0, 20)
            from height in Gen.Choose(0, 20)
            select new PixelArea(left, top, Math.Min(left + width, Side), Math.Min(top + height, Side));
        Prop.ForAll(area.ListOf().ToArbitrary(), added =>
        {
            var areas = new DirtyAreas();
            foreach (PixelArea one in added)
                areas.Add(one);
            areas.Areas.Length.ShouldBeLessThanOrEqualTo(DirtyAreas.Capacity);
            areas.IsEmpty.ShouldBe(added.All(one => one.IsEmpty));
            for (int y = 0; y < Side; y++)
            {
                for (int x = 0; x < Side; x++)
                {
                    int covering = Count(areas.Areas, x, y);
                    covering.ShouldBeLessThanOrEqualTo(1, $"at {x}, {y}");
                    if (added.Any(one => Has(one, x, y)))
                        covering.ShouldBe(1, $"at {x}, {y}");
                }
            }
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Areas_far_apart_stay_apart_and_near_ones_become_one()
    {
        var areas = new DirtyAreas();
        areas.Add(new PixelArea(0, 0, 10, 10));
        areas.Add(new PixelArea(500, 500, 510, 510));
        areas.Areas.Length.ShouldBe(2);
        areas.Add(new PixelArea(11, 0, 20, 10));
        areas.Areas.Length.ShouldBe(2);
    }

    [Fact]
    public void An_area_in_units_covers_every_pixel_that_it_touches()
    {
        PixelArea.Around(new Rectangle(1.2, 2, 3, 4), 1.5).ShouldBe(new PixelArea(1, 3, 7, 9));
        PixelArea.Around(new Rectangle(double.NaN, 0, double.PositiveInfinity, 1e300), 1).Within(10, 10).Count.ShouldBeLessThanOrEqualTo(100);
    }

    private static int Count(ReadOnlySpan<PixelArea> areas, int x, int y)
    {
        int count = 0;
        foreach (PixelArea area in areas)
            count += Has(area, x, y) ? 1 : 0;
        return count;
    }

    private static bool Has(PixelArea area, int x, int y) => x >= area.Left && x < area.Right && y >= area.Top && y < area.Bottom;
}
