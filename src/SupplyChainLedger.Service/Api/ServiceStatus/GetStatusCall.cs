using Google.Protobuf.WellKnownTypes;
using SupplyChainLedger.Service.Api.Resources;
using SupplyChainLedger.Service.Health;
using SupplyChainLedger.Service.Hosting;
using SupplyChainLedger.Service.Indexing;
using SupplyChainLedger.Service.Intake.Progress;
using SupplyChainLedger.Service.Relay;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Service.Api.ServiceStatus;

/// <summary><c>StatusService.GetStatus</c>.</summary>
internal sealed class GetStatusCall(
    LedgerNetwork network,
    RelayAccount relay,
    IIndexProgress progress,
    IntentLog intents,
    Readiness readiness,
    TimeProvider time)
{
    public GetStatusResponse Answer()
    {
        var head = progress.Current;
        var backlog = intents.ReadBacklog();
        var problems = readiness.Problems;
        var status = new GetStatusResponse
        {
            ChainId = network.ChainId,
            LedgerAddress = network.Ledger.ToString(),
            ParticipantsAddress = network.Participants.ToString(),
            RelayAddress = relay.Address.ToString(),
            HeadBlock = Math.Max(head.ChainHead, head.Indexed.Number),
            Indexed = head.ToReadAt(),
            FinalBlock = head.FinalBlock,
            FinalityDepth = network.FinalityDepth,
            OutboxDepth = (ulong)backlog.Depth,
            NodeReachable = problems.All(static problem => problem.Key != ServicePart.Node),
            NotReadyReason = string.Join("; ", readiness.Reasons),
            Problems = { problems.Select(static problem => Show(problem.Key, problem.Value)) },
            Version = ServiceVersion.Text,
        };
        if (backlog.Oldest is { } oldest)
            status.OldestPendingAge = Duration.FromTimeSpan(Age(oldest));
        return status;
    }

    private static Problem Show(ServicePart part, string reason) => new()
    {
        Part = Readiness.NameOf(part),
        Reason = reason,
        Remedy = Remedies.Of(part),
    };

    private TimeSpan Age(DateTimeOffset since)
    {
        var age = time.GetUtcNow() - since;
        return age > TimeSpan.Zero ? age : TimeSpan.Zero;
    }
}
