using System.Security.Cryptography;
using System.Text;

namespace SemanticEq.Inference.Tests;

public class Sha256Tests
{
    // FIPS 180-4's examples (NIST, "Examples with Intermediate Values").
    [Theory]
    [InlineData("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    [InlineData("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")]
    public void It_gives_the_standards_own_examples(string text, string hash) => Sha256.Hex(Encoding.ASCII.GetBytes(text)).ShouldBe(hash);

    [Fact]
    public void It_equals_the_systems_for_every_length_around_the_block()
    {
        var random = new Random(1);
        for (int length = 0; length < 300; length++)
        {
            byte[] bytes = new byte[length];
            random.NextBytes(bytes);
            Sha256.Hex(bytes).ShouldBe(Convert.ToHexStringLower(SHA256.HashData(bytes)), $"{length} bytes");
        }
    }
}
