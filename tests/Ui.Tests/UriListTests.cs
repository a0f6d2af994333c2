using System.Text;
using FsCheck;
using FsCheck.Fluent;
using SemanticEq.Ui.Platform;

namespace SemanticEq.Ui.Tests;

public class UriListTests
{
    [Theory]
    [InlineData("file:///home/a/b.wav\r\n", "/home/a/b.wav")]
    [InlineData("file:///a", "/a")]
    [InlineData("file:/a/b", "/a/b")]
    [InlineData("FILE:///a\n", "/a")]
    [InlineData("file://localhost/a\r\n", "/a")]
    [InlineData("file:///with%20space/%C3%BC%E6%9A%96%E3%81%8B.wav\r\n", "/with space/ü暖か.wav")]
    [InlineData("file:///ü and 暖\r\n", "/ü and 暖")]
    [InlineData("file:///100%25%23%3f%0a\r\n", "/100%#?\n")]
    [InlineData("  file:///a  \r\n", "/a")]
    [InlineData("# a comment\r\n\r\nfile:///a\r\n# another\r\nfile:///b\r\n", "/a", "/b")]
    [InlineData("file:///a\rfile:///b\nfile:///c", "/a", "/b", "/c")]
    [InlineData("file:///a\r\n\0", "/a")]
    [InlineData("https://example.org/a\r\nfile:///b\r\n", "/b")]
    public void Files_of_this_machine_are_read(string list, params string[] files) => Files(list).ShouldBe(files);

    [Theory]
    [InlineData("")]
    [InlineData("\r\n\r\n")]
    [InlineData("#file:///a")]
    [InlineData("/a")]
    [InlineData("a.wav")]
    [InlineData("file:")]
    [InlineData("file://")]
    [InlineData("file://a")]
    [InlineData("file:a/b")]
    [InlineData("file:..//a")]
    [InlineData("file://elsewhere/a")]
    [InlineData("file://%6cocalhost/a")]
    [InlineData("smb://localhost/a")]
    [InlineData("file:///a%00b")]
    [InlineData("file:///a\0b")]
    [InlineData("file:///a%")]
    [InlineData("file:///a%2")]
    [InlineData("file:///a%zz")]
    [InlineData("file:///a%+1")]
    [InlineData("file:///a%C3")]
    [InlineData("file:///a%ff%fe")]
    [InlineData("file:///%ed%a0%80")]
    [InlineData("file:///%c0%af")]
    public void What_is_no_such_file_is_left_out(string list) => Files(list + "\r\nfile:///b").ShouldBe(["/b"]);

    [Fact]
    public void This_machine_has_its_own_name_with_its_domain_or_without()
    {
        string host = Environment.MachineName;
        Files($"file://{host.ToUpperInvariant()}/a\r\nfile://{host}.example.org/b\r\nfile://not-{host}/c").ShouldBe(["/a", "/b"]);
    }

    [Fact]
    public void Of_a_thousand_a_hundred_are_taken()
    {
        List<string> files = Files(string.Concat(Enumerable.Range(0, 1000).Select(i => $"file:///{i}\r\n")));
        files.ShouldBe(Enumerable.Range(0, UriList.MostFiles).Select(i => $"/{i}"));
    }

    [Fact]
    public void Every_name_comes_back_as_it_was()
    {
        Gen<string> name = ArbMap.Default.GeneratorFor<string>().Select(text => "/" + Usable(text));
        Prop.ForAll(name.ListOf().ToArbitrary(), names =>
            Files(string.Concat(names.Select(one => $"file://{Escape(one)}\r\n"))).ShouldBe(names.Take(UriList.MostFiles)))
            .QuickCheckThrowOnFailure();

        // No zeros, and no halves of a letter.
        static string Usable(string? text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text ?? "")).Replace("\0", "");
    }

    [Fact]
    public void Whatever_bytes_come_it_ends_with_absolute_paths()
    {
        Gen<byte[]> piece = Gen.OneOf(
            Gen.Elements("file://", "file:/", "/", "%", "%2f", "%C3", "\r\n", "#", "localhost", "..").Select(Encoding.UTF8.GetBytes),
            ArbMap.Default.GeneratorFor<byte>().Select(one => new[] { one }));
        Prop.ForAll(piece.ListOf().Select(pieces => pieces.SelectMany(bytes => bytes).ToArray()).ToArbitrary(), bytes =>
            UriList.Files(bytes).ShouldAllBe(path => path.StartsWith('/') && !path.Contains('\0')))
            .QuickCheckThrowOnFailure();
    }

    private static List<string> Files(string list) => UriList.Files(Encoding.UTF8.GetBytes(list));

    private static string Escape(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
}
