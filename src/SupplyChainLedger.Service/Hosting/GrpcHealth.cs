using SupplyChainLedger.Grpc.Health;
using SupplyChainLedger.V1;
using static Grpc.Health.V1.HealthCheckResponse.Types;

namespace SupplyChainLedger.Service.Hosting;

/// <summary>Tells <c>grpc.health.v1</c> what the parts report, for the server and for each of its services.</summary>
internal sealed class GrpcHealth(Readiness readiness, HealthStatusStore store) : IHostedService
{
    private static readonly string[] Services =
    [
        "",
        ParticipantService.Descriptor.FullName,
        InvoiceService.Descriptor.FullName,
        IntentService.Descriptor.FullName,
        EventService.Descriptor.FullName,
        StatusService.Descriptor.FullName,
        ReceivableService.Descriptor.FullName,
        FinancingService.Descriptor.FullName,
        SettlementService.Descriptor.FullName,
        DisputeService.Descriptor.FullName,
        RuleBookService.Descriptor.FullName,
    ];

    private readonly Lock _order = new();

    public Task StartAsync(CancellationToken cancellationToken)
    {
        readiness.Changed += Publish;
        Publish();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        readiness.Changed -= Publish;
        foreach (var service in Services) store.Set(service, ServingStatus.NotServing);
        return Task.CompletedTask;
    }

    private void Publish()
    {
        // Reading and setting belong together, or two reports at once could leave the older one.
        lock (_order)
        {
            var status = readiness.Reasons.Count == 0 ? ServingStatus.Serving : ServingStatus.NotServing;
            foreach (var service in Services) store.Set(service, status);
        }
    }
}
