using SupplyChainLedger.Service.Health;
using SupplyChainLedger.Service.Intake;
using SupplyChainLedger.Service.Relay;
using SupplyChainLedger.Service.Telemetry;

namespace SupplyChainLedger.Service.Hosting.Settings;

/// <summary>What can be configured of the stages; each has its own options, with their defaults.</summary>
internal static class PartSettings
{
    private const long WeiPerGwei = 1_000_000_000;

    /// <summary>Reads the section <c>Intake</c>.</summary>
    /// <exception cref="StartupFault">A value is malformed.</exception>
    public static IntakeOptions ReadIntake(SettingsReader reader)
    {
        var defaults = new IntakeOptions();
        var maxPending = reader.Number(
            "Intake:MaxPending", defaults.MaxPending, 1, 10_000_000, "intents that may be on their way at once");
        return defaults with
        {
            MaxPending = maxPending,
            MaxWaitingPerParticipant = reader.Number(
                "Intake:MaxWaitingPerParticipant",
                Math.Min(defaults.MaxWaitingPerParticipant, maxPending),
                1,
                maxPending,
                "intents of one participant that may wait to be sent"),
            MaxWaitingPerReceivable = reader.Number(
                "Intake:MaxWaitingPerReceivable",
                defaults.MaxWaitingPerReceivable,
                1,
                100_000,
                "those of them on one receivable, or on none, submissions apart"),
            ClockTolerance = reader.Seconds(
                "Intake:ClockTolerance",
                defaults.ClockTolerance.TotalSeconds,
                0,
                300,
                "seconds that clients' clocks may be off"),
        };
    }

    /// <summary>Reads the section <c>Relay</c>, whose defaults are others on the embedded devnet.</summary>
    /// <exception cref="StartupFault">A value is malformed.</exception>
    public static RelayOptions ReadRelay(SettingsReader reader, bool isDevnet)
    {
        var defaults = isDevnet ? RelayOptions.ForDevnet : new RelayOptions();
        return defaults with
        {
            MaxIntents = reader.Number(
                "Relay:MaxIntents", defaults.MaxIntents, 1, 10_000, "intents in one transaction"),
            MaxCallBytes = reader.Number(
                "Relay:MaxCallBytes",
                defaults.MaxCallBytes,
                10_000,
                10_000_000,
                "bytes of call data in one transaction"),
            MaxGas = (ulong)reader.Number(
                "Relay:MaxGas", (int)defaults.MaxGas, 1_000_000, int.MaxValue, "gas of one transaction"),
            MaxInFlight = reader.Number(
                "Relay:MaxInFlight", defaults.MaxInFlight, 1, 64, "transactions on their way at once"),
            MaxFeePerGas = WeiPerGwei * (System.Numerics.BigInteger)reader.Number(
                "Relay:MaxFeePerGas",
                (int)(defaults.MaxFeePerGas / WeiPerGwei),
                0,
                1_000_000,
                "the most gwei for one unit of gas"),
            StuckAfter = reader.Seconds(
                "Relay:StuckAfter",
                defaults.StuckAfter.TotalSeconds,
                1,
                86_400,
                "seconds after which a transaction that no block takes is sent again for more"),
        };
    }

    /// <summary>
    /// Reads the section <c>Health</c>. The embedded devnet makes blocks only when there is something to put into them.
    /// </summary>
    /// <exception cref="StartupFault">A value is malformed.</exception>
    public static HealthOptions ReadHealth(SettingsReader reader, bool isDevnet)
    {
        var defaults = new HealthOptions();
        return new HealthOptions
        {
            MaxLagBlocks = (ulong)reader.Number(
                "Health:MaxLagBlocks",
                (int)defaults.MaxLagBlocks,
                1,
                int.MaxValue,
                "blocks that the index may be behind its node"),
            MaxLag = reader.Seconds(
                "Health:MaxLag",
                defaults.MaxLag.TotalSeconds,
                1,
                86_400,
                "seconds that the index may lack a block of its node"),
            MaxHeadAge = reader.Seconds(
                "Health:MaxHeadAge",
                isDevnet ? 0 : defaults.MaxHeadAge.TotalSeconds,
                0,
                86_400,
                "seconds that the newest block may be old; 0 where a chain makes no empty blocks"),
            CheckInterval = reader.Seconds(
                "Health:CheckInterval",
                defaults.CheckInterval.TotalSeconds,
                0.1,
                3600,
                "seconds between two looks at the node's chain id and contracts"),
        };
    }

    /// <summary>Reads the section <c>Telemetry</c>.</summary>
    /// <exception cref="StartupFault">A value is malformed.</exception>
    public static TelemetryOptions ReadTelemetry(SettingsReader reader)
    {
        var defaults = new TelemetryOptions();
        return new TelemetryOptions
        {
            OtlpEndpoint = reader.OptionalUri(
                "Telemetry:OtlpEndpoint", "collector of traces and metrics by OTLP over HTTP, port 4318 as a rule"),
            TraceShare = reader.Fraction(
                "Telemetry:TraceShare", defaults.TraceShare, "share of the traces that go there, 0 to 1"),
            MetricsInterval = reader.Seconds(
                "Telemetry:MetricsInterval",
                defaults.MetricsInterval.TotalSeconds,
                0.1,
                3600,
                "seconds between two times that metrics go there"),
        };
    }

    /// <summary>
    /// Reads the section <c>Indexing</c>. The embedded devnet makes a block for each transaction and is asked often;
    /// other nodes are spared.
    /// </summary>
    /// <exception cref="StartupFault">The value is malformed.</exception>
    public static TimeSpan ReadIndexPollInterval(SettingsReader reader, bool isDevnet) => reader.Seconds(
        "Indexing:PollInterval", isDevnet ? 0.05 : 1, 0.01, 3600, "seconds between two looks at the chain's head");
}
