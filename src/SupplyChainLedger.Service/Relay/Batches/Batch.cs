using SupplyChainLedger.Service.Intake.Outbox;

namespace SupplyChainLedger.Service.Relay.Batches;

/// <summary>Intents that go into one transaction.</summary>
/// <param name="Entries">The intents, in the order of the call.</param>
/// <param name="CallData">The call of <c>execute</c> with all of them.</param>
/// <param name="GasLimit">The most gas that it may use.</param>
internal sealed record Batch(IReadOnlyList<OutboxEntry> Entries, byte[] CallData, ulong GasLimit);
