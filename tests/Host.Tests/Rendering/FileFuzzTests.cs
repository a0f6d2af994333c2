using System.Text;
using SemanticEq.Audio;
using SemanticEq.Fuzzing;
using SemanticEq.Host.Audio;
using SemanticEq.Host.Rendering;

namespace SemanticEq.Host.Tests.Rendering;

/// <summary>Automation and sound from strangers: read as far as it makes sense, or refused in one line.</summary>
public class FileFuzzTests
{
    private const int Seed = 1;
    private const int MostFrames = 1 << 16;

    private static int Cases => Full.IsAsked ? 20_000 : 500;

    [Fact]
    public void Automation()
    {
        using var folder = new Folder();
        byte[] real = Encoding.UTF8.GetBytes("seconds,parameter,value\n0,Word A,\"warm, airy\"\n# a remark\n1.5,Morph,40\n2,Amount,-10\n");
        Run(folder["a.csv"], real, path => _ = AutomationFile.Read(path)).ShouldBeGreaterThan(Cases / 20);
    }

    [Theory]
    [InlineData("a.wav")]
    [InlineData("a.flac")]
    [InlineData("a.aiff")]
    public void Sound(string name)
    {
        using var folder = new Folder();
        byte[] real = File.ReadAllBytes(folder.Noise(name, 2, 2000).Path);
        Run(folder["damaged-" + name], real, Read).ShouldBeGreaterThan(Cases / 20);
    }

    private static int Run(string path, byte[] real, Action<string> read)
    {
        int whole = 0;
        for (int number = 0; number < Cases; number++)
        {
            var random = new Random(unchecked((Seed * 1_000_003) ^ number));
            // A file's head is a small part of it, and says most.
            int head = number % 2 == 0 ? real.Length : Math.Min(real.Length, 80);
            File.WriteAllBytes(path, [.. ByteMutator.Mutate(real[..head], random), .. real[head..]]);
            try
            {
                read(path);
                whole++;
            }
            catch (Exception e) when (e is UserError or AudioFileException)
            {
                e.Message.ShouldNotContain('\n');
            }
            catch (Exception e)
            {
                Assert.Fail($"case {number} of seed {Seed}: {e}");
            }
        }
        return whole;
    }

    private static void Read(string path)
    {
        using var reader = AudioInput.Open(path, folds: true);
        float[] left = new float[512], right = new float[512];
        for (int frames = 0, got; frames < MostFrames && (got = reader.Read(left, reader.Channels > 1 ? right : [])) > 0; frames += got)
            got.ShouldBeLessThanOrEqualTo(512);
    }
}
