using Grpc.Health.V1;

namespace SupplyChainLedger.Grpc.Health;

/// <summary>Whether a service takes calls, and why it does not.</summary>
/// <param name="Status">The status that the health protocol knows.</param>
/// <param name="Reason">The reason for people; the health protocol does not carry it.</param>
public readonly record struct ServiceHealth(HealthCheckResponse.Types.ServingStatus Status, string Reason)
{
    /// <summary>Whether calls are taken.</summary>
    public bool IsServing => Status == HealthCheckResponse.Types.ServingStatus.Serving;
}
