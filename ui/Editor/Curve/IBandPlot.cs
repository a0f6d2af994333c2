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

    /// <summary>Has a node's values typed.</summary>
    void OpenEntry(BandNode node);

    /// <summary>Shows what can be done with a band.</summary>
    void OpenMenu(BandNode node);
}
