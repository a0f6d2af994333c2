using System.Globalization;
using SemanticEq.Host.Hosting;
using SemanticEq.Inference;
using SemanticEq.Vst3;

namespace SemanticEq.Host.Rendering;

/// <summary>Values that a user asked for, by the plug-in's own parameter names and its own reading of text.</summary>
public sealed class ParameterSettings(PluginInstance plugin)
{
    /// <summary>The program-change parameter.</summary>
    public const string WordA = "Word A";

    /// <summary>The word that is morphed to.</summary>
    public const string WordB = "Word B";

    /// <summary>How far from <see cref="WordA"/> to <see cref="WordB"/>.</summary>
    public const string Morph = "Morph";

    /// <summary>Which reading of a word.</summary>
    public const string Variation = "Variation";

    /// <summary>How much.</summary>
    public const string Amount = "Amount";

    /// <summary>How much the decoder's bands are fitted to the track.</summary>
    public const string Adapt = "Adapt";

    /// <summary>Whether what is known of the track stands still.</summary>
    public const string Freeze = "Freeze";

    private const int MostListed = 16;

    private readonly Dictionary<uint, double> _values = [];
    private readonly Dictionary<uint, double> _words = [];
    private readonly Dictionary<uint, string> _phrases = [];

    /// <summary>
    /// The values asked for, 0 to 1, by parameter; words last, since a phrase looks for own bands that nothing else was asked of.
    /// </summary>
    public IReadOnlyDictionary<uint, double> Values => new Dictionary<uint, double>(_values.Concat(_words));

    /// <summary>Asks for a value.</summary>
    /// <exception cref="UserError">No such parameter, or no such value.</exception>
    public void Set(string name, string text)
    {
        var parameter = Find(name);
        (IsWord(parameter) ? _words : _values)[parameter.Id] = Parse(parameter, text);
    }

    /// <summary>A value that is to come later by automation. A phrase becomes the word's now: automation brings no text.</summary>
    /// <exception cref="UserError">As for <see cref="Parse"/>, or the word has another phrase already.</exception>
    public double ParseLater(HostedParameter parameter, string text)
    {
        double normalized = Parse(parameter, text);
        if (_phrases.ContainsKey(parameter.Id))
            _ = plugin.SetNormalized(parameter.Id, normalized);
        return normalized;
    }

    /// <summary>Asks for a value, written <c>Name=value</c>.</summary>
    /// <exception cref="UserError">As for <see cref="Set(string, string)"/>, or there is no equals sign.</exception>
    public void Set(string assignment)
    {
        int equals = assignment.IndexOf('=');
        if (equals <= 0)
            throw new UserError($"--set {assignment}: write it as \"Name=value\", for example --set \"Macro 3=25\"");
        Set(assignment[..equals], assignment[(equals + 1)..]);
    }

    /// <summary>Whether a word was asked for by a phrase.</summary>
    public bool HasPhrase(string word) => _phrases.ContainsKey(Find(word).Id);

    /// <summary>A parameter by its full or short name, letter case and spaces around aside; full names go first.</summary>
    /// <exception cref="UserError">There is none; the message names the nearest.</exception>
    public HostedParameter Find(string name)
    {
        string wanted = name.Trim();
        var settable = plugin.Parameters.Where(p => !p.Flags.HasFlag(ParameterFlags.IsReadOnly)).ToList();
        return settable.Find(p => p.Title.Equals(wanted, StringComparison.OrdinalIgnoreCase))
            ?? settable.Find(p => p.ShortTitle.Equals(wanted, StringComparison.OrdinalIgnoreCase))
            ?? throw new UserError($"there is no parameter \"{wanted}\"{Spelling.Suggest(wanted, settable.Select(p => p.Title))}");
    }

    /// <summary>A value of a parameter, 0 to 1, from text in plain units or words.</summary>
    /// <exception cref="UserError">It is not one; the message says what is.</exception>
    public double Parse(HostedParameter parameter, string text)
    {
        string unit = parameter.Unit.Length > 0 ? " " + parameter.Unit : "";
        if (!plugin.TryParse(parameter.Id, text, out double normalized) && !TryParseSwitch(parameter, text, out normalized))
        {
            if (IsWord(parameter))
                throw new UserError(ExplainUnknownWord(text));
            string hint = parameter.StepCount > 0
                ? ListOf(parameter) ?? Spelling.Suggest(text, Choices(parameter))
                : $": it goes from {plugin.Format(parameter.Id, 0)} to {plugin.Format(parameter.Id, 1)}{unit}";
            throw new UserError($"\"{text}\" is not a value of {parameter.Title}{hint}");
        }
        if (IsWord(parameter) && (int)plugin.ToPlain(parameter.Id, normalized) == Vocabulary.Phrase && !_phrases.TryAdd(parameter.Id, text) && _phrases[parameter.Id] != text)
            throw new UserError($"{parameter.Title} can have one phrase at a time, not \"{_phrases[parameter.Id]}\" and \"{text}\"");
        // The plug-in holds numbers in range without a word; a person would wonder.
        double min = plugin.ToPlain(parameter.Id, 0), max = plugin.ToPlain(parameter.Id, 1), slack = 1e-6 * (max - min);
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double plain) && (plain < min - slack || plain > max + slack))
            throw new UserError($"{parameter.Title} goes from {plugin.Format(parameter.Id, 0)} to {plugin.Format(parameter.Id, 1)}{unit}, not to {text}");
        return normalized;
    }

    /// <summary>Says that a word is not known, and which known ones are near.</summary>
    public string ExplainUnknownWord(string word) => MatchPhrase.IsAsked(word)
        ? $"\"{word}\" needs a sound to be like: use render --match REFERENCE"
        : $"\"{word}\" is not a word that it knows{Spelling.Suggest(word, Choices(Find(WordA))).ToLowerInvariant()}";

    /// <summary>Tells the controller, as a host does before it activates.</summary>
    public void Apply()
    {
        foreach (var (id, normalized) in Values)
            _ = plugin.SetNormalized(id, normalized);
    }

    private static bool IsWord(HostedParameter parameter) => parameter.Title is WordA or WordB;

    // A person thinks of a switch in more words than the plug-in writes.
    private bool TryParseSwitch(HostedParameter parameter, string text, out double normalized)
    {
        string word = text.Trim().ToLowerInvariant();
        normalized = word is "true" or "yes" or "on" ? 1 : 0;
        return parameter.StepCount == 1 && (normalized == 1 || word is "false" or "no" or "off")
            && plugin.Format(parameter.Id, 0) == "Off" && plugin.Format(parameter.Id, 1) == "On";
    }

    private string? ListOf(HostedParameter parameter) =>
        parameter.StepCount < MostListed ? $": it is one of {string.Join(", ", Choices(parameter))}" : null;

    private IEnumerable<string> Choices(HostedParameter parameter) => Enumerable.Range(0, parameter.StepCount + 1)
        .Select(step => plugin.Format(parameter.Id, (double)step / parameter.StepCount)).Where(text => text.Length > 0).Distinct();
}
