using SupplyChainLedger.Service.Hosting.Settings;

namespace SupplyChainLedger.Service.Hosting;

/// <summary>What <c>--help</c> prints.</summary>
internal static class Help
{
    /// <summary>Every setting with its default.</summary>
    public static IEnumerable<string> Lines()
    {
        yield return "Runs the SupplyChainLedger service. Settings, as --Section:Key=value or in the environment as";
        yield return $"{SettingSources.EnvironmentPrefix}Section__Key; the command line wins:";
        yield return "";
        foreach (var setting in ServiceSettings.All())
        {
            var fallback = setting.Default.Length == 0 ? "" : $" [{setting.Default}]";
            yield return $"  {setting.Key,-36} {setting.Description}{fallback}";
        }
    }
}
