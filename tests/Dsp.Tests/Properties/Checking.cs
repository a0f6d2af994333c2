namespace SemanticEq.Dsp.Tests.Properties;

/// <summary>How many cases a property is tried on.</summary>
internal static class Checking
{
    private const int MoreWhenFull = 20;

    /// <summary>Whether the long form was asked for: ./build.sh test --full.</summary>
    public static bool IsFull { get; } = Environment.GetEnvironmentVariable("SEMANTIC_EQ_FULL") == "1";

    /// <summary>Throws with the smallest case found that breaks the property.</summary>
    /// <param name="property">What is to hold.</param>
    /// <param name="cases">How many random cases it is tried on; 20 times as many in the long form.</param>
    /// <param name="isRepeatable">Whether these are the same at each run: for limits that are found by measurement.</param>
    public static void Holds(this Property property, int cases = 100, bool isRepeatable = false)
    {
        var config = Config.QuickThrowOnFailure.WithMaxTest(IsFull ? MoreWhenFull * cases : cases);
        property.Check(isRepeatable ? config.WithReplay(20_261_121UL, 1UL) : config);
    }
}
