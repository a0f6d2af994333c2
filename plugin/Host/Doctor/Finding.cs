using System.Text.Json.Serialization;

namespace SemanticEq.Host.Doctor;

/// <summary>How something is found.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Health>))]
internal enum Health
{
    /// <summary>As it should be.</summary>
    Ok,

    /// <summary>It works, but not as well as it could, or elsewhere than one may think.</summary>
    Note,

    /// <summary>It does not work.</summary>
    Bad,
}

/// <summary>One thing that was looked at.</summary>
/// <param name="What">Its name.</param>
/// <param name="Health">How it is.</param>
/// <param name="Text">What was found, and where it is not well what helps.</param>
internal sealed record Finding(string What, Health Health, string Text)
{
    /// <summary>Looks; what is thrown is found to be bad.</summary>
    /// <param name="what">Its name.</param>
    /// <param name="look">Tells what was found.</param>
    public static Finding Of(string what, Func<(Health, string)> look)
    {
        try
        {
            var (health, text) = look();
            return new Finding(what, health, text);
        }
        catch (Exception e)
        {
            return new Finding(what, Health.Bad, e.Message.ReplaceLineEndings(" "));
        }
    }
}
