namespace SemanticEq.Ui.Editor;

/// <summary>What a node needs of the plot that it stands on.</summary>
internal interface IBandPlot
{
    /// <summary>Axes.</summary>
    PlotFrame Frame { get; }

    /// <summary>Which band is in hand.</summary>
    BandSelection Selection { get; }

    /// <summary>The one drag that can be under way.</summary>
    BandDrag Drag { get; }

    /// <summary>Whether the card of the band in hand is to be seen; a tooltip would lie over it.</summary>
    bool ShowsCard { get; }

    /// <summary>Has a node's values typed.</summary>
    void OpenEntry(BandNode node);

    /// <summary>Shows what can be done with a band.</summary>
    void OpenMenu(BandNode node);
}
