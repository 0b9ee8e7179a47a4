using System.Diagnostics;
using SupplyChainLedger.EndToEnd.Stage.Services;
using SupplyChainLedger.Testing;

namespace SupplyChainLedger.Faults.Staging;

/// <summary>The service as it is built with its fail points (<c>-p:FailPoints=true</c>), beside the real one.</summary>
internal static class FailPointBuild
{
    private const string Configuration =
#if DEBUG
        "Debug";
#else
        "Release";
#endif

    private static readonly string Program = RepositoryFolder.At(
        "src", "SupplyChainLedger.Service", "bin", "FailPoints", Configuration, "SupplyChainLedger.Service.dll");

    /// <summary>Starts it so that it kills itself when it passes the point for the n-th time.</summary>
    public static Process Start(IEnumerable<string> settings, string point, int pass) => ServiceCommand.Start(
        settings, new Dictionary<string, string> { ["SCL_FAILPOINT"] = $"{point}:{pass}" }, Program);
}
