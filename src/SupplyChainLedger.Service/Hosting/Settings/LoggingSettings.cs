namespace SupplyChainLedger.Service.Hosting.Settings;

/// <summary>How lines are written.</summary>
internal enum LogFormat
{
    /// <summary>For people.</summary>
    Text,

    /// <summary>One JSON object a line, with every value under its name.</summary>
    Json,
}

/// <summary>What is written to standard error, and how.</summary>
/// <param name="Level">The least level that is written.</param>
/// <param name="Format">How.</param>
/// <param name="Intents">Whether each step of each intent is written, whatever the level.</param>
internal sealed record LoggingSettings(LogLevel Level, LogFormat Format, bool Intents)
{
    /// <summary>Reads the section. On the embedded devnet the terminal is for people.</summary>
    /// <exception cref="StartupFault">A value is malformed.</exception>
    public static LoggingSettings Read(SettingsReader reader, bool isDevnet) => new(
        reader.Choice("Logging:Level", LogLevel.Warning, "least level that is written to standard error"),
        reader.Choice("Logging:Format", LogFormat.Text, "text for people, or json, an object a line"),
        reader.Flag("Logging:Intents", !isDevnet, "a line for each step of each intent, whatever the level"));
}
