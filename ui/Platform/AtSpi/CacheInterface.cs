namespace SemanticEq.Ui.Platform.AtSpi;

/// <summary>org.a11y.atspi.Cache: nothing is handed out in advance; what is asked for is answered.</summary>
internal static class CacheInterface
{
    public const string Path = "/org/a11y/atspi/cache";

    /// <summary>Answers a call.</summary>
    /// <returns>False where there is no such method.</returns>
    public static bool Call(string method, BusWriter answer)
    {
        if (method != "GetItems")
            return false;
        answer.OpenArray("((so)(so)(so)iiassusau)"u8).Close();
        return true;
    }
}
