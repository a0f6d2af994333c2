using System.Text.Json.Nodes;
using SemanticEq.Inference;
using SemanticEq.Ui.Editor;

namespace SemanticEq.Plugin.Tests.Editing;

/// <summary>What is missing is said, with what to do, and said no more when it is there.</summary>
public sealed class MessagesTests : IDisposable
{
    private readonly EditedPlugin _plugin = new();

    private EditorSession Session => _plugin.Session;

    [Fact]
    public void Bands_that_found_no_place_are_said_until_another_word_stands()
    {
        Messages().ShouldBeEmpty();
        foreach (var own in Session.OwnBands)
            own.On.SetOnce(1);
        Session.Prompt.Submit("warm, -3 dB at 300").ShouldBeNull();
        Messages().ShouldHaveSingleItem().ShouldContain("all eight own bands are in use");
        Session.Words.Choose(WordPlace.A, 0);
        Messages().ShouldBeEmpty();
        Session.History.Undo();
        Messages().Count.ShouldBe(1);
    }

    [Fact]
    public void A_session_of_a_model_that_is_not_here_plays_as_saved_and_says_so()
    {
        Session.Prompt.Submit("warm");
        float[] sound = _plugin.Sound();
        StateContainer.TryUnwrap(_plugin.Effect.SaveState(), out var payload).ShouldBeTrue();
        var state = JsonNode.Parse(payload)!;
        (state["model"], state["model_hash"]) = ("v77", "00");
        _plugin.Effect.LoadState(StateContainer.Wrap(System.Text.Encoding.UTF8.GetBytes(state.ToJsonString()))).ShouldBeTrue();

        Messages().ShouldHaveSingleItem().ShouldContain("v77");
        for (int i = 0; i < 8; i++)
            Session.Playing.Decoded[i].GainDb.ShouldBe(sound[(3 * i) + 1], 1e-6);
    }

    [Fact]
    public void Preset_files_that_can_not_be_read_are_named()
    {
        string folder = Path.Combine(_plugin.Folder, "presets");
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "bad.json"), "{");
        _ = Session.Presets.All;
        Messages().ShouldHaveSingleItem().ShouldContain("bad.json");
        File.Delete(Path.Combine(folder, "bad.json"));
        _plugin.Clock.Wait(3);
        _ = Session.Presets.All;
        Messages().ShouldBeEmpty();
    }

    [Fact]
    public void A_listener_that_can_not_be_used_is_said_and_nothing_is_fitted()
    {
        string folder = Path.Combine(_plugin.Folder, "listeners", "v1");
        Directory.CreateDirectory(folder);
        foreach (string file in Directory.GetFiles(Path.Combine(Bundle.Models, "listeners", "v1")))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        string listeners = Path.GetDirectoryName(folder)!;
        BundledListener.Read(listeners).Problem.ShouldBeNull();
        string weights = Path.Combine(folder, "listener.weights");
        byte[] bytes = File.ReadAllBytes(weights);
        bytes[^1] ^= 1;
        File.WriteAllBytes(weights, bytes);

        foreach (string damaged in (string[])[listeners, Path.Combine(_plugin.Folder, "nowhere")])
        {
            var (model, problem) = BundledListener.Read(damaged);
            model.ShouldBeNull();
            var messages = new EditorMessages(_plugin.Effect, _plugin.Library, _plugin.Settings, () => problem);
            messages.Follow();
            messages.All.Where(text => text.Contains(problem!, StringComparison.Ordinal)).ShouldHaveSingleItem().ShouldContain("Adapt does nothing");
            PlainWithout(model);
        }
    }

    [Fact]
    public void A_decoder_that_can_not_be_used_is_said_with_what_brings_it_back()
    {
        EditorMessages.OfDecoder(new DecoderStatus("ONNX Runtime 1.27.0", null)).ShouldBeNull();
        EditorMessages.OfDecoder(new DecoderStatus("C# twin", "it is damaged")).ShouldBe(
            "The ONNX Runtime can't be loaded. Words sound the same by the built-in decoder. Installing Semantic EQ anew brings it back. (it is damaged)");
        EditorMessages.OfDecoder(new DecoderStatus("C# twin", "no MSVCP140.dll", Remedy: "What Microsoft gives brings it back"))
            .ShouldBe("The ONNX Runtime can't be loaded. Words sound the same by the built-in decoder. What Microsoft gives brings it back. (no MSVCP140.dll)");
        EditorMessages.OfDecoder(new DecoderStatus("C# twin", "it threw", IsFault: true))!.ShouldContain("tried again");
    }

    public void Dispose() => _plugin.Dispose();

    // What plays with full Adapt and a known track, where nothing can listen.
    private static void PlainWithout(ListenerModel? model)
    {
        double[] plain = new ParameterValues().ToPlain();
        plain[ParameterTable.IndexOf(ParameterId.Adapt)] = 100;
        float[] decode = [.. Enumerable.Range(0, DecoderShape.Output).Select(i => i % 3 == 1 ? 6f : 1f)];
        var tap = new ListeningTap();
        var adaptation = new TrackAdaptation(tap);
        using var listening = new TrackListening();
        listening.Start(new Vst3.ProcessSetup(Vst3.ProcessMode.Realtime, false, 512, 48000), 2, model, new LearntTrack(), learns: false);
        adaptation.Start(48000, model, new LearntTrack(new float[64], 10), listening.Learner, listening.Post);
        _ = adaptation.Follow(0, plain, decode, (ControlChanges)~0);
        adaptation.Apply(plain, decode).ToArray().ShouldBe(decode);
        tap.Begin(64).ShouldBeFalse();
        listening.Thread.ShouldBeNull();
    }

    // Another test's broken model is the whole process's.
    private List<string> Messages()
    {
        Session.Tick(0);
        return [.. Session.Messages.Where(text => BundledModel.Problem is not { } problem || !text.Contains(problem, StringComparison.Ordinal))];
    }
}
