using SupplyChainLedger.Ethereum;

namespace SupplyChainLedger.Service.Intake.Outbox;

/// <summary>A block that has decided intents of the outbox.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Hash">Its hash; another block may take the number when the chain reorganises.</param>
internal readonly record struct RecordedBlock(ulong Number, Hash32 Hash);
