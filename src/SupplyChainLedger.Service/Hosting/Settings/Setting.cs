namespace SupplyChainLedger.Service.Hosting.Settings;

/// <summary>One thing that can be configured.</summary>
/// <param name="Key">Section and name, such as <c>Endpoints:Grpc</c>.</param>
/// <param name="Default">What holds when nothing is configured; empty for nothing.</param>
/// <param name="Description">What it does, with units and range.</param>
internal sealed record Setting(string Key, string Default, string Description);
