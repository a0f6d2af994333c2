using SemanticEq.Host.Commands;
using SemanticEq.Host.Rendering;

namespace SemanticEq.Host.Tests.Commands;

public class RenderSummaryTests
{
    private static readonly RenderReport Plain = new(
        "in.wav", "out.wav", null, 48000, 2, 48000, 1, RenderReport.Offline, "512", -20, -19, new BandLevels(-30, -30, -30, -30),
        new BandLevels(-30, -30, -30, -30), -1, 0, 0, 0, 0, 100, 0.01, 0.02);

    [Fact]
    public void An_ordinary_render_warns_of_nothing()
    {
        RenderSummary.Warnings(Plain).ShouldBeEmpty();
        RenderSummary.OverDbfs(Plain).ShouldBeNull();
    }

    [Fact]
    public void Each_thing_that_is_wrong_is_a_warning_of_one_line()
    {
        string[] warnings =
        [
            .. RenderSummary.Warnings(Plain with
            {
                NonFiniteInputSamples = 3,
                NonFiniteOutputSamples = 4,
                ClippedSamples = 5,
                TwinDecodes = 6,
            }),
        ];
        warnings.Length.ShouldBe(4);
        warnings.ShouldAllBe(line => !line.Contains('\n'));
        warnings[0].ShouldStartWith("3 samples of in.wav");
        warnings[1].ShouldStartWith("4 samples of out.wav");
        warnings[2].ShouldStartWith("5 samples of out.wav were clipped");
        warnings[3].ShouldContain("ONNX Runtime in the bundle could not be used");
    }

    [Fact]
    public void Live_the_twin_is_no_warning() => RenderSummary.Warnings(Plain with { Mode = "live", TwinDecodes = 6 }).ShouldBeEmpty();

    [Fact]
    public void Over_full_scale_is_told_where_the_file_holds_it()
    {
        RenderSummary.OverDbfs(Plain with { PeakDbfs = 0.9 }).ShouldBe(0.9);
        RenderSummary.OverDbfs(Plain with { PeakDbfs = 0 }).ShouldBeNull();
        RenderSummary.OverDbfs(Plain with { PeakDbfs = 0.9, ClippedSamples = 1 }).ShouldBeNull();
        RenderSummary.OverDbfs(Plain with { PeakDbfs = null }).ShouldBeNull();
    }
}
