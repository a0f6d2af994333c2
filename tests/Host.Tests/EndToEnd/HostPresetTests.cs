using System.Text.Json;
using SemanticEq.Host.Hosting;
using SemanticEq.Host.Presets;
using SemanticEq.Host.Rendering;

namespace SemanticEq.Host.Tests.EndToEnd;

/// <summary>The presets that are installed for hosts, made and loaded through the built plug-in.</summary>
public sealed class HostPresetTests : IDisposable
{
    private readonly Folder _folder = new();

    public HostPresetTests() => BuiltBundle.Require();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_preset_and_every_word_has_a_file_that_loads_as_what_it_says()
    {
        var (code, output, error) = BuiltBundle.Run("preset", "factory", _folder["presets"]);
        code.ShouldBe(0, error);
        string[] names = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        names.ShouldBe(Directory.GetFiles(_folder["presets"]).Select(Path.GetFileName), ignoreOrder: true);
        using var factory = JsonDocument.Parse(File.ReadAllBytes(new PluginBundle(BuiltBundle.Path).FactoryPresets));
        names.Length.ShouldBe(factory.RootElement.GetArrayLength() + Words().Length);
        using var player = new PluginPlayer();
        var wordA = player.Parameter("Word A");

        foreach (var preset in factory.RootElement.EnumerateArray())
        {
            Load(player, preset.GetProperty("name").GetString()!);
            string expected = preset.TryGetProperty("word", out var word) || preset.TryGetProperty("phrase", out word) ? word.GetString()! : "None";
            player.Plugin.Format(wordA.Id, player.Plugin.GetNormalized(wordA.Id)).ShouldBe(expected, StringCompareShould.IgnoreCase);
        }
        foreach (string word in Words())
        {
            Load(player, "Word - " + char.ToUpperInvariant(word[0]) + word[1..]);
            player.Plugin.Format(wordA.Id, player.Plugin.GetNormalized(wordA.Id)).ShouldBe(word, StringCompareShould.IgnoreCase);
            var loaded = SavedState.Bands(player.Plugin.SaveState());
            player.Plugin.LoadState(_fresh ??= Fresh()).ShouldBeTrue();
            _ = player.Set("Word A", word);
            loaded.ShouldBe(SavedState.Bands(player.Plugin.SaveState()), word);
        }
    }

    [Fact]
    public void A_preset_renders_as_its_word_and_what_is_given_beside_changes_it()
    {
        var (path, _) = _folder.Noise("in.wav", 2, 24_000);
        BuiltBundle.Run("preset", "save", _folder["warm.vstpreset"], "--word", "warm", "--amount", "80").ExitCode.ShouldBe(0);
        Render(path, "a.wav", "--preset", _folder["warm.vstpreset"]).ShouldBe(Render(path, "b.wav", "--word", "warm", "--amount", "80"));
        Render(path, "a.wav", "--preset", _folder["warm.vstpreset"], "--amount", "30").ShouldBe(Render(path, "b.wav", "--word", "warm", "--amount", "30"));
        Render(path, "a.wav", "--preset", _folder["warm.vstpreset"]).ShouldNotBe(Render(path, "b.wav", "--word", "warm"));
    }

    private byte[]? _fresh;

    private static byte[] Fresh()
    {
        using var player = new PluginPlayer();
        return player.Plugin.SaveState();
    }

    private void Load(PluginPlayer player, string name) => VstPresetFile.Load(Path.Combine(_folder["presets"], VstPresetFile.NameFor(name)), player.Plugin);

    private byte[] Render(string path, string name, params string[] settings)
    {
        var (code, _, error) = BuiltBundle.Run(["render", path, _folder[name], .. settings]);
        code.ShouldBe(0, error);
        return File.ReadAllBytes(_folder[name]);
    }

    private static string[] Words()
    {
        var (_, output, _) = BuiltBundle.Run("words", "--json");
        return [.. JsonDocument.Parse(output).RootElement.EnumerateArray().Select(word => word.GetProperty("word").GetString()!)];
    }
}
