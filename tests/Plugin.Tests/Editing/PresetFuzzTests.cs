using System.Text.Json;
using SemanticEq.Fuzzing;

namespace SemanticEq.Plugin.Tests.Editing;

/// <summary>Presets that strangers have written: refused with a reason, or values that are values.</summary>
public sealed class PresetFuzzTests : IDisposable
{
    private const int Seed = 1;
    private readonly EditedPlugin _plugin = new();

    private static int Cases => Environment.GetEnvironmentVariable("SEMANTIC_EQ_FULL") == "1" ? 100_000 : 2_000;

    [Fact]
    public void Any_damage_is_refused_with_a_reason_or_gives_values_in_their_ranges()
    {
        byte[] real = Real();
        var model = BundledModel.Newest;
        int read = 0;
        for (int number = 0; number < Cases; number++)
        {
            var random = new Random(unchecked((Seed * 1_000_003) ^ number));
            byte[] damaged = number % 4 == 0 ? real[..(int)((long)number * real.Length / Cases)] : number % 4 == 1 ? ByteMutator.Mutate(real, random) : JsonMutator.Mutate(real, random);
            try
            {
                var settings = PresetFile.Parse(damaged).State.Settings(model);
                settings.Normalized.ShouldAllBe(value => value >= 0 && value <= 1, $"case {number}");
                read++;
            }
            catch (JsonException e)
            {
                e.Message.ShouldNotBeNullOrEmpty();
            }
            catch (Exception e)
            {
                Assert.Fail($"case {number} of seed {Seed}: {e}");
            }
        }
        // Else nothing behind the parser has been reached.
        read.ShouldBeGreaterThan(Cases / 50);
    }

    public void Dispose() => _plugin.Dispose();

    private byte[] Real()
    {
        _plugin.Session.Prompt.Submit("warm and airy, -3 dB at 300").ShouldBeNull();
        _plugin.Session.Presets.Save("Mine", "Vocals").ShouldBeNull();
        byte[] bytes = File.ReadAllBytes(Directory.GetFiles(Path.Combine(_plugin.Folder, "presets"))[0]);
        _ = PresetFile.Parse(bytes);
        return bytes;
    }
}
