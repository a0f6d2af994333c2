using System.Globalization;

namespace SemanticEq.Host.Tests.EndToEnd.Golden;

/// <summary>
/// What the built plug-in plays, held against numbers kept from before: sessions must sound tomorrow as they do today. A change that is
/// meant is kept by SEMANTIC_EQ_UPDATE=1 dotnet test tests/Host.Tests -c Release --filter GoldenRenderTests
/// </summary>
/// <remarks>
/// A line a case and channel: <see cref="Places"/> samples spread over two seconds. Not hashes: another processor or runtime may
/// round otherwise in the last bits.
/// </remarks>
public class GoldenRenderTests
{
    private const int Rate = 48_000;
    private const int Length = 2 * Rate;
    private const int Places = 64;
    private const string FileName = "renders.csv";

    // −120 dB for what follows from parameters alone; decoded bands carry the network's last bits.
    private const double Tolerance = 1e-6;
    private const double DecodedTolerance = 1e-5;

    private static readonly Dictionary<string, (int Sample, string Title, string Text)[]> Cases = new()
    {
        ["low shelf"] = Own("Low shelf"),
        ["bell"] = Own("Bell"),
        ["high shelf"] = Own("High shelf"),
        ["low cut"] = Own("Low cut"),
        ["high cut"] = Own("High cut"),
        ["notch"] = Own("Notch"),
        ["tilt"] = Own("Tilt"),
        ["steep low cut"] = [.. Own("Low cut"), (0, "Own 1 slope", "48 dB/oct")],
        ["own band in mid"] = [.. Own("Bell"), (0, "Own 1 channel", "Mid")],
        ["own band in side"] = [.. Own("Bell"), (0, "Own 1 channel", "Side")],
        ["own band in left"] = [.. Own("Bell"), (0, "Own 1 channel", "Left")],
        ["own band in right"] = [.. Own("Bell"), (0, "Own 1 channel", "Right")],
        ["output gain"] = [(0, "Output gain", "-4.5")],
        ["glide"] = [.. Own("Bell"), (20_000, "Own 1 frequency", "3000"), (20_500, "Own 1 gain", "-12"), (60_000, "Own 1 Q", "8")],
        ["type switched"] = [.. Own("Bell"), (20_000, "Own 1 type", "High cut"), (60_000, "Own 1 channel", "Side")],
        ["bypass"] = [.. Own("Bell"), (20_000, "Bypass", "On"), (60_000, "Bypass", "Off")],
        ["dry compare"] = [.. Own("Low shelf"), (20_000, "Dry compare", "On")],
        ["auto gain"] = [.. Own("Low shelf"), (20_000, "Auto gain", "On")],
        ["word"] = [(0, "Word A", "warm")],
        ["word in mid"] = [(0, "Word A", "warm"), (0, "Channel mode", "Mid")],
        ["word in side"] = [(0, "Word A", "warm"), (0, "Channel mode", "Side")],
        ["word in left"] = [(0, "Word A", "warm"), (0, "Channel mode", "Left")],
        ["word in right"] = [(0, "Word A", "warm"), (0, "Channel mode", "Right")],
        ["word switched"] = [(0, "Word A", "warm"), (20_000, "Word A", "bright"), (60_000, "Amount", "150")],
        ["morph and macro"] = [(0, "Word A", "warm"), (0, "Word B", "airy"), (0, "Morph", "40"), (20_000, "Macro 2", "60"), (60_000, "Band 3 gain trim", "4")],
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    private static bool IsUpdate => Environment.GetEnvironmentVariable("SEMANTIC_EQ_UPDATE") == "1";

    [Theory]
    [MemberData(nameof(Names))]
    public void It_sounds_as_it_did(string name)
    {
        double[][] played = Play(name);
        if (IsUpdate)
        {
            Keep(name, played);
            return;
        }
        var kept = File.ReadLines(PathToFile()).Select(line => line.Split(',')).Where(row => row[0] == name).ToArray();
        kept.Length.ShouldBe(played.Length, $"{name} is not in {FileName}: see this class's summary");
        double tolerance = name.Contains("word", StringComparison.Ordinal) || name.Contains("morph", StringComparison.Ordinal) ? DecodedTolerance : Tolerance;
        for (int channel = 0; channel < played.Length; channel++)
        {
            for (int i = 0; i < Places; i++)
            {
                played[channel][Place(i)].ShouldBe(
                    double.Parse(kept[channel][i + 2], CultureInfo.InvariantCulture), tolerance, $"{name}, channel {channel}, sample {Place(i)}");
            }
        }
    }

    private static double[][] Play(string name)
    {
        using var player = new PluginPlayer { SampleRate = Rate };
        player.Set(Cases[name].Where(value => value.Sample == 0).Select(value => (value.Title, value.Text)));
        return player.Play([Noise(1), Noise(2)], [.. Cases[name].Where(value => value.Sample > 0)]);
    }

    // Half of them all over the signal, half within the glides.
    private static int Place(int i) => i < Places / 2 ? 601 + (i * 2_957) : (i % 2 == 0 ? 20_060 : 60_060) + ((i - (Places / 2)) / 2 * 71);

    private static (int, string, string)[] Own(string type) =>
    [
        (0, "Own 1 on", "On"), (0, "Own 1 type", type), (0, "Own 1 frequency", "800"), (0, "Own 1 gain", "9"), (0, "Own 1 Q", "0.9"),
        (0, "Own 1 slope", "24 dB/oct"),
    ];

    // A generator of our own, so that the signal never changes (Knuth, "The Art of Computer Programming" 2, 3.3.4, line 26).
    private static double[] Noise(ulong seed)
    {
        ulong state = seed;
        double[] noise = new double[Length];
        for (int i = 0; i < Length; i++)
        {
            state = (state * 6364136223846793005) + 1442695040888963407;
            noise[i] = ((state >> 40) / (double)(1 << 24)) - 0.5;
        }
        return noise;
    }

    private static void Keep(string name, double[][] played)
    {
        string path = PathToFile();
        IEnumerable<string> others = File.Exists(path) ? File.ReadAllLines(path).Where(line => line.Split(',')[0] != name) : [];
        var lines = played.Select((channel, c) => string.Join(',',
            [name, $"{c}", .. Enumerable.Range(0, Places).Select(i => channel[Place(i)].ToString("0.#########", CultureInfo.InvariantCulture))]));
        var order = Cases.Keys.ToList();
        File.WriteAllLines(path, others.Concat(lines).OrderBy(line => order.IndexOf(line.Split(',')[0])));
    }

    private static string PathToFile()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Host.Tests.csproj")))
            folder = folder.Parent ?? throw new InvalidOperationException("Host.Tests.csproj was not found above the test program");
        return Path.Combine(Directory.CreateDirectory(Path.Combine(folder.FullName, "golden")).FullName, FileName);
    }
}
