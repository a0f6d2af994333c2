namespace SemanticEq.Host.Tests.EndToEnd;

/// <summary>What people type by mistake, and bundles that are damaged: one clear line each.</summary>
public class MistakesTests
{
    public MistakesTests() => BuiltBundle.Require();

    public static TheoryData<string, string[]> Mistakes => new()
    {
        { "did you mean", ["render", "IN", "OUT", "--word", "wramm"] },
        { "no.wav does not exist", ["render", "no.wav", "OUT"] },
        { "can't be read as audio", ["render", "TEXT", "OUT"] },
        { "no parameter", ["render", "IN", "OUT", "--set", "Wormth=3"] },
        { "is not a value of Amount", ["render", "IN", "OUT", "--amount", "lots"] },
        { "Amount goes from 0.0 to 150.0 %, not to 400", ["render", "IN", "OUT", "--amount", "400"] },
        { "--block often", ["render", "IN", "OUT", "--block", "often"] },
        { "line 2: there is no parameter", ["render", "IN", "OUT", "--automate", "CSV"] },
        { "folder does not exist", ["render", "IN", "/no/such/folder/o.wav"] },
        { "not a VST3 bundle", ["render", "IN", "OUT", "--plugin", "/no/such.vst3"] },
        { "must end in .png", ["render", "IN", "OUT", "--picture", "x.jpg"] },
        { "Must be one of: 'paced' 'unpaced'", ["render", "IN", "OUT", "--live=sometimes"] },
        { "render needs IN and OUT: OUT is missing", ["render", "IN"] },
        { "render needs IN and OUT: IN and OUT are missing", ["render"] },
        { "render takes IN and OUT only: \"dark\" is one too many", ["render", "IN", "OUT", "dark"] },
        { "curve needs WORD: WORD is missing", ["curve"] },
        { "words takes options only, not \"warm\"", ["words", "warm"] },
        { "--word needs a value: WORD", ["render", "IN", "OUT", "--word"] },
        { "there is no command \"rendr\"; did you mean render", ["rendr", "IN", "OUT"] },
        { "there is no command \"equalise\": there are render, curve, words, read, listen, info", ["equalise"] },
        { "a command is needed: render", [] },
        { "there is no option --wrod; did you mean --word", ["render", "IN", "OUT", "--wrod", "warm"] },
        { "there is no option --jsn", ["--jsn"] },
        { "it is one of Low shelf, Bell, High shelf", ["render", "IN", "OUT", "--set", "Own 1 type=Peak"] },
        { "it is one of Off, On", ["render", "IN", "OUT", "--set", "Auto gain=Maybe"] },
        { "c.csv does not exist", ["read", "c.csv"] },
        { "no.vstpreset does not exist", ["render", "IN", "OUT", "--preset", "no.vstpreset"] },
        { "it is no VST3 preset", ["render", "IN", "OUT", "--preset", "TEXT"] },
        { "folder does not exist", ["preset", "save", "/no/such/folder/a.vstpreset"] },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Mistakes_are_explained_in_one_line_with_exit_code_2(string complaint, string[] arguments)
    {
        using var folder = new Folder();
        string csv = folder.Text("a.csv", "seconds,parameter,value\n1,Wormth,3\n");
        string text = folder.Text("t.wav", "hello");
        var (path, _) = folder.Noise("in.wav", 1, 480);
        string[] real = [.. arguments.Select(a => a switch
        {
            "IN" => path,
            "OUT" => folder["out.wav"],
            "TEXT" => text,
            "CSV" => csv,
            _ => a,
        })];
        var (code, output, error) = BuiltBundle.Run(real);
        code.ShouldBe(2, error);
        error.ShouldContain(complaint);
        error.TrimEnd().ShouldNotContain("\n");
        output.ShouldBeEmpty();
        Directory.GetFiles(folder.Path).Length.ShouldBe(3, "nothing is left behind");
    }

    [Theory]
    [InlineData("render")]
    [InlineData("curve")]
    [InlineData("words")]
    public void A_damaged_model_is_named_instead_of_blaming_the_word(string command)
    {
        using var folder = new Folder();
        var (path, _) = folder.Noise("in.wav", 1, 480);
        string bundle = BuiltBundle.CopyTo(folder["SemanticEq.vst3"]);
        foreach (string vocabulary in Directory.GetFiles(bundle, "vocabulary.json", SearchOption.AllDirectories))
            File.WriteAllText(vocabulary, "{");
        string[] arguments = command switch
        {
            "render" => ["render", path, folder["out.wav"], "--word", "warm", "--plugin", bundle],
            "curve" => ["curve", "warm", "--plugin", bundle],
            _ => ["words", "--plugin", bundle],
        };
        var (code, _, error) = BuiltBundle.Run(arguments);
        code.ShouldBe(2);
        error.ShouldContain("vocabulary.json");
        error.ShouldNotContain("LineNumber");
        error.ShouldNotContain("Path: $");
        error.TrimEnd().ShouldNotContain("\n");
    }
}
