namespace SemanticEq.Inference.Tests.Phrases;

/// <summary>How far what is said before one word reaches.</summary>
public class PhraseScopeTests
{
    private readonly PhraseReader _reader = new(ModelFolder.Load(Repository.Model));

    [Theory]
    [InlineData("less harsh and warmer", "-70 % of harsh, 80 % of warm")]
    [InlineData("less muddy and boomy", "-70 % of muddy, -70 % of boomy")]
    [InlineData("too harsh and thin", "-70 % of harsh, -70 % of thin")]
    [InlineData("cut the mud and the boxiness", "-70 % of muddy, -70 % of boxy")]
    [InlineData("bright, not harsh, airy", "100 % of bright, harsh: kept out, 100 % of airy")]
    [InlineData("not bright, loud or big", "bright: kept out, loud: kept out, big: kept out")]
    [InlineData("slightly warm and full", "40 % of warm, 40 % of full")]
    [InlineData("less boomy more clarity", "-70 % of boomy, 100 % of clear")]
    [InlineData("get rid of that boxy sound", "-100 % of boxy")]
    [InlineData("menos barro y más brillo", "-70 % of muddy, 100 % of brillante")]
    public void And_carries_on_what_people_would(string phrase, string words) => Words(phrase).ShouldBe(words);

    [Theory]
    [InlineData("my mix sounds muddy", "-70 % of muddy")]
    [InlineData("it sounds warm", "100 % of warm")]
    [InlineData("muddy, needs more clarity", "-70 % of muddy, 100 % of clear")]
    [InlineData("boxy vocal, cut some 400", "-70 % of boxy")]
    [InlineData("harsh, thin and tinny", "100 % of harsh, 100 % of thin, 100 % of tinny")]
    [InlineData("muddy", "100 % of muddy")]
    [InlineData("make it sound muddy", "100 % of muddy")]
    [InlineData("it isn't warm enough", "100 % of warm")]
    [InlineData("it is not muddy", "muddy: kept out")]
    [InlineData("la voz suena nasal", "-70 % of nasal")]
    public void A_stated_fault_asks_for_less_and_a_wish_for_more(string phrase, string words) => Words(phrase).ShouldBe(words);

    [Theory]
    [InlineData("soften the vocal", "100 % of soft")]
    [InlineData("smooth vocal", "100 % of smooth")]
    [InlineData("smooth out the top end", "")]
    [InlineData("a gentle cut at 300", "")]
    [InlineData("a gentle vocal", "100 % of gentle")]
    public void A_word_that_is_also_a_verb_or_measure_is_read_by_what_follows(string phrase, string words) => Words(phrase).ShouldBe(words);

    private string Words(string phrase) => string.Join(", ", _reader.Read(phrase).Parts
        .Where(part => part.Kind is PhrasePartKind.Word or PhrasePartKind.Guess).Select(part => part.Says));
}
