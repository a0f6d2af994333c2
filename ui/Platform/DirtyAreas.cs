namespace SemanticEq.Ui.Platform;

/// <summary>A few areas that need something done. Areas that lie close become one; no more than <see cref="Capacity"/> are kept.</summary>
internal sealed class DirtyAreas
{
    /// <summary>The most areas that are kept apart.</summary>
    public const int Capacity = 8;

    // Two areas are one where their union has at most this many pixels more, as a share: drawing twice costs more than that.
    private const double Waste = 1.25;

    private readonly PixelArea[] _areas = new PixelArea[Capacity];
    private int _count;

    /// <summary>The areas; they do not overlap.</summary>
    public ReadOnlySpan<PixelArea> Areas => _areas.AsSpan(0, _count);

    /// <summary>Whether there is nothing to do.</summary>
    public bool IsEmpty => _count == 0;

    /// <summary>Forgets all.</summary>
    public void Clear() => _count = 0;

    /// <summary>Copies the areas.</summary>
    /// <returns>How many.</returns>
    public int CopyTo(Span<PixelArea> areas)
    {
        Areas.CopyTo(areas);
        return _count;
    }

    /// <summary>Has what is left of the first area take its place, or nothing where it is empty.</summary>
    public void ReplaceFirst(PixelArea rest)
    {
        _areas[0] = rest;
        if (rest.IsEmpty)
            _areas[0] = _areas[--_count];
    }

    /// <summary>Adds an area.</summary>
    public void Add(PixelArea area)
    {
        if (area.IsEmpty)
            return;
        // A merged area may now touch one that stood apart from both.
        for (int i = 0; i < _count;)
        {
            if (!BelongTogether(_areas[i], area))
            {
                i++;
                continue;
            }

            area = area.Union(_areas[i]);
            _areas[i] = _areas[--_count];
            i = 0;
        }

        if (_count < Capacity)
            _areas[_count++] = area;
        else
            Join(area);
    }

    private static bool BelongTogether(PixelArea a, PixelArea b) => Overlap(a, b) || a.Union(b).Count <= Waste * (a.Count + b.Count);

    private static bool Overlap(PixelArea a, PixelArea b) =>
        a.Left < b.Right && b.Left < a.Right && a.Top < b.Bottom && b.Top < a.Bottom;

    // Into the area that grows least by it.
    private void Join(PixelArea area)
    {
        int best = 0;
        for (int i = 1; i < _count; i++)
        {
            if (Growth(i) < Growth(best))
                best = i;
        }

        PixelArea joined = area.Union(_areas[best]);
        _areas[best] = _areas[--_count];
        Add(joined);

        long Growth(int i) => area.Union(_areas[i]).Count - _areas[i].Count;
    }
}
