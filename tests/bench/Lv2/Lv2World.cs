namespace SemanticEq.Bench.Lv2;

/// <summary>The LV2 plug-ins of this system.</summary>
internal sealed class Lv2World : IDisposable
{
    private readonly nint _world = Lilv.WorldNew();

    private Lv2World() => Lilv.LoadAll(_world);

    /// <summary>Looks where LV2 plug-ins are; null where there is no lilv.</summary>
    public static Lv2World? TryOpen() => Lilv.IsThere ? new() : null;

    /// <summary>A plug-in by its URI; null where it is not installed.</summary>
    public Lv2Plugin? Find(string uri)
    {
        nint node = Lilv.NewUri(_world, uri);
        nint plugin = Lilv.PluginByUri(Lilv.AllPlugins(_world), node);
        Lilv.NodeFree(node);
        return plugin == 0 ? null : new(plugin, ReadPorts(plugin));
    }

    /// <inheritdoc/>
    public void Dispose() => Lilv.WorldFree(_world);

    private unsafe Lv2Port[] ReadPorts(nint plugin)
    {
        (nint Node, Lv2PortKind Kind)[] kinds =
        [
            (Lilv.NewUri(_world, Lv2Uri.AudioPort), Lv2PortKind.Audio),
            (Lilv.NewUri(_world, Lv2Uri.ControlPort), Lv2PortKind.Control),
            (Lilv.NewUri(_world, Lv2Uri.AtomPort), Lv2PortKind.Atom),
        ];
        nint input = Lilv.NewUri(_world, Lv2Uri.InputPort);
        var ports = new Lv2Port[Lilv.PortCount(plugin)];
        float[] minimum = new float[ports.Length], maximum = new float[ports.Length], initial = new float[ports.Length];
        fixed (float* a = minimum, b = maximum, c = initial)
            Lilv.PortRanges(plugin, a, b, c);
        for (uint i = 0; i < ports.Length; i++)
        {
            nint port = Lilv.PortByIndex(plugin, i);
            var kind = kinds.Where(k => Lilv.PortIsA(plugin, port, k.Node)).Select(k => k.Kind).FirstOrDefault(Lv2PortKind.Other);
            ports[i] = new(i, Lilv.Text(Lilv.PortSymbol(plugin, port)), kind, Lilv.PortIsA(plugin, port, input),
                minimum[i], maximum[i], float.IsNaN(initial[i]) ? 0.0f : initial[i]);
        }

        foreach (var (node, _) in kinds)
            Lilv.NodeFree(node);
        Lilv.NodeFree(input);
        return ports;
    }
}
