namespace SemanticEq.Bench.Lv2;

/// <summary>What this host offers a plug-in: URIDs and a bound to the length of blocks. Nothing here needs a worker.</summary>
internal static unsafe class Lv2Features
{
    /// <summary>The features, ended by null.</summary>
    /// <param name="memory">Where they live: as long as the instance.</param>
    /// <param name="maxFrames">The longest block.</param>
    public static Lv2Feature** New(NativeBlocks memory, int maxFrames)
    {
        var map = memory.New<Lv2UridMap>();
        map->Map = Lv2Urids.MapCallback;
        var unmap = memory.New<Lv2UridUnmap>();
        unmap->Unmap = Lv2Urids.UnmapCallback;

        var features = (Lv2Feature**)memory.New<nint>(5);
        features[0] = Feature(memory, Lv2Uri.UridMap, map);
        features[1] = Feature(memory, Lv2Uri.UridUnmap, unmap);
        features[2] = Feature(memory, Lv2Uri.Options, Options(memory, maxFrames));
        features[3] = Feature(memory, Lv2Uri.BoundedBlockLength, null);
        return features;
    }

    private static Lv2Feature* Feature(NativeBlocks memory, string uri, void* data)
    {
        var feature = memory.New<Lv2Feature>();
        feature->Uri = memory.NewText(uri);
        feature->Data = data;
        return feature;
    }

    // Ended by an option of zeros.
    private static Lv2Option* Options(NativeBlocks memory, int maxFrames)
    {
        var options = memory.New<Lv2Option>(3);
        options[0] = Option(memory, Lv2Uri.MinBlockLength, 1);
        options[1] = Option(memory, Lv2Uri.MaxBlockLength, maxFrames);
        return options;
    }

    private static Lv2Option Option(NativeBlocks memory, string key, int value)
    {
        int* native = memory.New<int>();
        *native = value;
        return new() { Key = Lv2Urids.Of(key), Size = sizeof(int), Type = Lv2Urids.Of(Lv2Uri.AtomInt), Value = native };
    }
}
