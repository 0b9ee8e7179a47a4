using SupplyChainLedger.Service.Health;
using SupplyChainLedger.Service.Intake;
using SupplyChainLedger.Service.Relay;
using SupplyChainLedger.Service.Telemetry;

namespace SupplyChainLedger.Service.Hosting.Settings;

/// <summary>Everything that can be configured, section by section.</summary>
internal sealed record ServiceSettings(
    string DataFolder,
    LoggingSettings Logging,
    EndpointSettings Endpoints,
    DevnetSettings Devnet,
    ChainSettings Chain,
    IntakeOptions Intake,
    RelayOptions Relay,
    TimeSpan IndexPollInterval,
    HealthOptions Health,
    TelemetryOptions Telemetry,
    string? NetworkKeyFile)
{
    /// <summary>The one setting without a section.</summary>
    public const string DataKey = "Data";

    /// <summary>Reads the command line and the environment.</summary>
    /// <exception cref="StartupFault">A setting is unknown or malformed, or contradicts another.</exception>
    public static ServiceSettings Read(string[] arguments)
    {
        var values = SettingSources.Read(arguments);
        var reader = new SettingsReader(values);
        var settings = Read(reader);
        RequireKnown(values.Keys, reader.Known);
        settings.RequireConsistent();
        return settings;
    }

    /// <summary>Every setting with its default.</summary>
    public static IReadOnlyList<Setting> All()
    {
        var reader = new SettingsReader(new Dictionary<string, string>());
        Read(reader);
        return reader.Known;
    }

    private static ServiceSettings Read(SettingsReader reader)
    {
        var devnet = DevnetSettings.Read(reader);
        return new ServiceSettings(
            reader.Text(DataKey, ".data", "folder for everything that is kept"),
            LoggingSettings.Read(reader, devnet.Enabled),
            EndpointSettings.Read(reader),
            devnet,
            ChainSettings.Read(reader),
            PartSettings.ReadIntake(reader),
            PartSettings.ReadRelay(reader, devnet.Enabled),
            PartSettings.ReadIndexPollInterval(reader, devnet.Enabled),
            PartSettings.ReadHealth(reader, devnet.Enabled),
            PartSettings.ReadTelemetry(reader),
            reader.OptionalText(
                "Similarity:KeyFile",
                "file with the network's key, 64 hexadecimal digits; Data/network.key otherwise"));
    }

    private static void RequireKnown(IEnumerable<string> keys, IReadOnlyList<Setting> known)
    {
        var names = known.Select(setting => setting.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var unknown = keys.FirstOrDefault(key => !names.Contains(key));
        if (unknown is null) return;
        var nearest = NearestName.Of(unknown, names);
        throw new StartupFault(nearest is null
            ? $"There is no setting {unknown}. --help lists all of them."
            : $"There is no setting {unknown}. Did you mean {nearest}? --help lists all of them.");
    }

    private void RequireConsistent()
    {
        if (Devnet.Enabled && Chain.RpcUrl is not null)
            throw new StartupFault(
                "Chain:RpcUrl names a node, but the embedded devnet is on. Switch it off with --Devnet:Enabled=false, "
                + "or leave Chain:RpcUrl out.");
        if (Devnet.Enabled) Endpoints.RequireProtected("Devnet:Endpoint", Devnet.EndPoint, isTls: false);
    }
}
