using System.Text;
using System.Text.Json.Nodes;

namespace SemanticEq.Fuzzing;

/// <summary>
/// Damages JSON so that it stays JSON, or nearly: other numbers, other types, other lengths, names twice, nests without end. What no tree
/// can hold is put into the text in a placeholder's place. The same random numbers give the same damage.
/// </summary>
internal sealed class JsonMutator(Random random)
{
    private const string Mark = "@@@";
    private readonly List<string> _raw = [];

    /// <summary>One to four damages.</summary>
    public static byte[] Mutate(ReadOnlySpan<byte> json, Random random) => new JsonMutator(random).Mutate(JsonNode.Parse(json)!);

    private byte[] Mutate(JsonNode root)
    {
        for (int i = random.Next(1, 5); i > 0; i--)
        {
            var places = new List<(JsonNode Parent, object Key)>();
            Collect(root, places);
            if (places.Count > 0)
                Damage(places[random.Next(places.Count)]);
        }
        string text = root.ToJsonString();
        for (int i = 0; i < _raw.Count; i++)
            text = text.Replace($"\"{Mark}{i}{Mark}\"", _raw[i], StringComparison.Ordinal);
        return Encoding.UTF8.GetBytes(text);
    }

    private static void Collect(JsonNode? node, List<(JsonNode, object)> places)
    {
        if (node is JsonObject map)
        {
            foreach (var (name, value) in map)
            {
                places.Add((map, name));
                Collect(value, places);
            }
        }
        if (node is JsonArray list)
        {
            for (int i = 0; i < list.Count; i++)
            {
                places.Add((list, i));
                Collect(list[i], places);
            }
        }
    }

    private void Damage((JsonNode Parent, object Key) place)
    {
        switch (random.Next(8))
        {
            case 0:
                Remove(place);
                break;
            case 1:
                Set(place, Twice(Get(place)));
                break;
            case 2 when place.Parent is JsonArray list:
                list.Insert(random.Next(list.Count + 1), Get(place)?.DeepClone());
                break;
            case 3 when place.Parent is JsonObject map:
                map[$"{place.Key}{random.Next(3)}"] = Get(place)?.DeepClone();
                break;
            default:
                Set(place, Other());
                break;
        }
    }

    private JsonNode? Other() => random.Next(12) switch
    {
        0 => null,
        1 => JsonValue.Create(""),
        2 => JsonValue.Create(new string('é', random.Next(1, 20_000))),
        3 => JsonValue.Create("NaN"),
        4 => new JsonArray(),
        5 => new JsonObject(),
        6 => new JsonArray([.. Enumerable.Range(0, random.Next(1, 3000)).Select(i => (JsonNode)JsonValue.Create(i))]),
        7 => Raw(new string('[', random.Next(1, 3000))),
        8 => Raw(Nest(random.Next(1, 200))),
        9 => JsonValue.Create(random.Next(2) == 0),
        _ => Raw(Numbers[random.Next(Numbers.Length)]),
    };

    // Every name of an object once more, with something else behind it; else a number twice in a row.
    private JsonNode Twice(JsonNode? node) => node is JsonObject { Count: > 0 } map
        ? Raw("{" + string.Concat(map.Select(entry => $"\"{entry.Key}\":{Numbers[random.Next(Numbers.Length)]},")) + map.ToJsonString()[1..])
        : Raw("[1 1]");

    private JsonValue Raw(string text)
    {
        _raw.Add(text);
        return JsonValue.Create($"{Mark}{_raw.Count - 1}{Mark}")!;
    }

    private static string Nest(int depth) => new string('[', depth) + new string(']', depth);

    private static JsonNode? Get((JsonNode Parent, object Key) place) =>
        place.Parent is JsonObject map ? map[(string)place.Key] : place.Parent[(int)place.Key];

    private static void Set((JsonNode Parent, object Key) place, JsonNode? value)
    {
        if (place.Parent is JsonObject map)
            map[(string)place.Key] = value;
        else
            place.Parent[(int)place.Key] = value;
    }

    private static void Remove((JsonNode Parent, object Key) place)
    {
        if (place.Parent is JsonObject map)
            _ = map.Remove((string)place.Key);
        else
            ((JsonArray)place.Parent).RemoveAt((int)place.Key);
    }

    private static readonly string[] Numbers =
    [
        "0", "-0", "-1", "1e308", "-1e308", "1e999", "-1e999", "4.9e-324", "3.5e38", "2147483647", "2147483648", "-2147483649", "9223372036854775808",
        "0.30000000000000004", "NaN", "Infinity", "1e", "0x10", "00", "511", "512", "383", "1",
    ];
}
