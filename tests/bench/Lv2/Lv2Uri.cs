namespace SemanticEq.Bench.Lv2;

/// <summary>The names of LV2's specifications that this host uses.</summary>
internal static class Lv2Uri
{
    public const string AudioPort = "http://lv2plug.in/ns/lv2core#AudioPort";
    public const string ControlPort = "http://lv2plug.in/ns/lv2core#ControlPort";
    public const string InputPort = "http://lv2plug.in/ns/lv2core#InputPort";
    public const string AtomPort = "http://lv2plug.in/ns/ext/atom#AtomPort";
    public const string AtomSequence = "http://lv2plug.in/ns/ext/atom#Sequence";
    public const string AtomChunk = "http://lv2plug.in/ns/ext/atom#Chunk";
    public const string AtomInt = "http://lv2plug.in/ns/ext/atom#Int";
    public const string UridMap = "http://lv2plug.in/ns/ext/urid#map";
    public const string UridUnmap = "http://lv2plug.in/ns/ext/urid#unmap";
    public const string Options = "http://lv2plug.in/ns/ext/options#options";
    public const string BoundedBlockLength = "http://lv2plug.in/ns/ext/buf-size#boundedBlockLength";
    public const string MinBlockLength = "http://lv2plug.in/ns/ext/buf-size#minBlockLength";
    public const string MaxBlockLength = "http://lv2plug.in/ns/ext/buf-size#maxBlockLength";
}
