using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Service.Indexing;

namespace SupplyChainLedger.Service.Queries.Events;

/// <summary>Where on the chain something was done, and by which intent.</summary>
/// <param name="At">Where it was recorded.</param>
/// <param name="Intent">The intent that did it; null where none did, or where it did something else in the first place.
/// </param>
internal sealed record RecordedAct(RecordedAt At, IntentHash? Intent);
