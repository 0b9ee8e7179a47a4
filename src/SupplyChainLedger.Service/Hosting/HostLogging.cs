using Microsoft.Extensions.Logging.Console;
using SupplyChainLedger.Service.Hosting.Settings;
using SupplyChainLedger.Service.Intake.Journal;

namespace SupplyChainLedger.Service.Hosting;

/// <summary>The log on standard error; standard output is for what the service says to people.</summary>
internal static class HostLogging
{
    private const string HostLog = "Microsoft.Extensions.Hosting.Internal.Host";

    /// <summary>Sets it up as configured.</summary>
    public static void AddHostLogging(this ILoggingBuilder logging, LoggingSettings settings, StartPhase starting)
    {
        logging
            .SetMinimumLevel(settings.Level)
            .AddFilter(HostLog, level => starting.IsOver && level >= settings.Level);
        if (settings.Intents) logging.AddFilter(typeof(IntentJournal).FullName, LogLevel.Information);
        if (settings.Format == LogFormat.Json) logging.AddJsonConsole(InUtc);
        else logging.AddSimpleConsole(ForPeople);
        logging.Services.Configure<ConsoleLoggerOptions>(
            static console => console.LogToStandardErrorThreshold = LogLevel.Trace);
    }

    private static void InUtc(JsonConsoleFormatterOptions format)
    {
        format.UseUtcTimestamp = true;
        format.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
    }

    private static void ForPeople(SimpleConsoleFormatterOptions format)
    {
        format.SingleLine = true;
        format.TimestampFormat = "HH:mm:ss ";
    }
}
