using System.Reflection;

namespace SupplyChainLedger.Service.Hosting;

/// <summary>Which build this is.</summary>
internal static class ServiceVersion
{
    /// <summary>Version of the build, with its commit where the build knew it.</summary>
    public static string Text { get; } = typeof(ServiceVersion).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
}
