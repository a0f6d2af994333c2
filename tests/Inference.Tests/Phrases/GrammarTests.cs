namespace SemanticEq.Inference.Tests.Phrases;

public class GrammarTests
{
    [Theory]
    [InlineData("en")]
    [InlineData("es")]
    public void No_phrase_of_a_language_means_two_things(string language)
    {
        var phrases = Phrases(language).ToList();

        phrases.Count.ShouldBeGreaterThan(300);
        phrases.GroupBy(phrase => phrase).Where(group => group.Count() > 1).Select(group => group.Key).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("en")]
    [InlineData("es")]
    public void Each_phrase_can_be_found_as_the_tokeniser_cuts_it(string language)
    {
        foreach (string phrase in Phrases(language))
        {
            if (phrase == "de-")
                continue; // A prefix: cut off only where a word follows.
            string cut = string.Join(' ', Tokeniser.Cut(phrase).Select(token => token.Text));
            cut.ShouldBe(phrase);
            cut.Split(' ').Length.ShouldBeLessThanOrEqualTo(Grammar.LongestPhrase);
            Grammar.Shared.Find(cut).ShouldNotBeNull();
        }
    }

    // Levels and faults may be other things too.
    private static IEnumerable<string> Phrases(string language) =>
        from line in File.ReadLines(Path.Combine(Repository.Root, "inference", "Phrases", $"grammar.{language}.txt"))
        where line.Contains(" : ") && line[0] != '#' && !line.StartsWith("level ") && !line.StartsWith("fault ")
        from phrase in line[(line.IndexOf(" : ", StringComparison.Ordinal) + 3)..].Split(" | ")
        select phrase;
}
