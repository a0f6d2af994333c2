using SemanticEq.Host.Listening;

namespace SemanticEq.Host.Tests.Listening;

public class WordChoiceTests
{
    [Theory]
    [InlineData("3", "1", 3, 1)]
    [InlineData("0.4", "0.1", 0.4, 0.1)]
    [InlineData("60", "60", 60, 60)]
    public void Windows_are_whole_tenths_of_a_second(string window, string hop, double seconds, double hopSeconds) =>
        WindowLength.Parse(window, hop).ShouldBe(new WindowLength(seconds, hopSeconds));

    [Theory]
    [InlineData("0.3", "1")]
    [InlineData("61", "1")]
    [InlineData("nan", "1")]
    [InlineData("3", "0")]
    [InlineData("3", "0.25")]
    [InlineData("3", "one")]
    public void Other_windows_are_refused_with_what_can_be(string window, string hop) =>
        Should.Throw<UserError>(() => WindowLength.Parse(window, hop)).Message.ShouldContain("to 60 seconds, in tenths");
}
