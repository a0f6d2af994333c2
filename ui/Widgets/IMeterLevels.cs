namespace SemanticEq.Ui.Widgets;

/// <summary>What a meter shows; asked each frame, allocates nothing.</summary>
public interface IMeterLevels
{
    /// <summary>Bars, 1 or 2.</summary>
    int Channels { get; }

    /// <summary>A bar's level in dB full scale; −∞ for silence. Ballistics are the source's.</summary>
    double LevelDb(int channel);

    /// <summary>The highest level to remember, as a line, in dB full scale; −∞ for none.</summary>
    double HighestDb { get; }
}
