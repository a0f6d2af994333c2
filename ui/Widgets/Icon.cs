namespace SemanticEq.Ui.Widgets;

/// <summary>A small sign on a button; drawn by <see cref="IconPaths"/>.</summary>
public enum Icon
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>To the one before.</summary>
    ChevronLeft,

    /// <summary>To the one after.</summary>
    ChevronRight,

    /// <summary>Opens something below.</summary>
    ChevronDown,

    /// <summary>No favourite.</summary>
    Heart,

    /// <summary>A favourite.</summary>
    HeartFilled,

    /// <summary>Back.</summary>
    Undo,

    /// <summary>Forward again.</summary>
    Redo,

    /// <summary>On or off.</summary>
    Power,

    /// <summary>More.</summary>
    Dots,

    /// <summary>Search.</summary>
    Search,

    /// <summary>Close, clear.</summary>
    Close,

    /// <summary>Keep as it is.</summary>
    Pin,

    /// <summary>Freeze.</summary>
    Snowflake,

    /// <summary>Hold what was learnt.</summary>
    Lock,

    /// <summary>Listen to one alone.</summary>
    Headphone,

    /// <summary>Copy to the other.</summary>
    ArrowRight,

    /// <summary>Add.</summary>
    Plus,

    /// <summary>Delete.</summary>
    Trash,

    /// <summary>Rename.</summary>
    Pencil,

    /// <summary>Chosen.</summary>
    Check,
}
