namespace SemanticEq.Plugin;

/// <summary>How a parameter's plain value lies on the host's 0 to 1.</summary>
public enum ParameterScale
{
    /// <summary>In proportion.</summary>
    Linear,

    /// <summary>In proportion to the logarithm: frequencies and Q.</summary>
    Logarithmic,

    /// <summary>Whole numbers, evenly spaced.</summary>
    Steps,
}
