namespace SupplyChainLedger.Service.Hosting.Settings;

/// <summary>
/// Where settings come from: <c>--Section:Key=value</c> or <c>--Section:Key value</c> on the command line, which wins,
/// and the environment as <c>SCL_Section__Key</c>.
/// </summary>
internal static class SettingSources
{
    /// <summary>Prefix of the service's environment variables.</summary>
    public const string EnvironmentPrefix = "SCL_";

    /// <summary>All values by key, without regard to case.</summary>
    /// <exception cref="StartupFault">An argument has no form that could name a setting.</exception>
    public static IReadOnlyDictionary<string, string> Read(string[] arguments)
    {
        RequireReadable(arguments);
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

        // A variable without a section belongs to another program, unless it names the one setting that has none.
        Take(new ConfigurationBuilder().AddEnvironmentVariables(EnvironmentPrefix), values, key =>
            key.Contains(':') || key.Equals(ServiceSettings.DataKey, StringComparison.OrdinalIgnoreCase));
        Take(new ConfigurationBuilder().AddCommandLine(arguments), values, static _ => true);
        return values;
    }

    private static void Take(
        IConfigurationBuilder source, Dictionary<string, string> values, Func<string, bool> isOurs)
    {
        foreach (var (key, value) in source.Build().AsEnumerable())
        {
            if (value is not null && isOurs(key)) values[key] = value;
        }
    }

    // The library's parser passes over what it does not understand, and a typing error would go unnoticed.
    private static void RequireReadable(string[] arguments)
    {
        for (var i = 0; i < arguments.Length; i++)
        {
            var argument = arguments[i];
            if (!argument.StartsWith("--", StringComparison.Ordinal) || argument.Length == 2)
            {
                throw new StartupFault(
                    $"The argument \"{argument}\" is no setting. Write --Section:Key=value; --help lists them all.");
            }

            if (argument.Contains('=')) continue;
            if (++i == arguments.Length || arguments[i].StartsWith("--", StringComparison.Ordinal))
                throw new StartupFault($"The setting {argument[2..]} has no value. Write {argument}=value.");
        }
    }
}
