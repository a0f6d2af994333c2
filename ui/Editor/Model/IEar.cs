namespace SemanticEq.Ui.Editor;

/// <summary>What was asked for and what is heard of it. Main thread, no allocation.</summary>
public interface IEar
{
    /// <summary>Whether this version listens.</summary>
    bool IsAvailable { get; }

    /// <summary>How far towards the word was asked, 0 to 1.</summary>
    double Asked { get; }

    /// <summary>How far it went by ear, about 0 to 1.</summary>
    double Heard { get; }

    /// <summary>An honest line where the track can't be made so; empty for none.</summary>
    string Remark { get; }
}
