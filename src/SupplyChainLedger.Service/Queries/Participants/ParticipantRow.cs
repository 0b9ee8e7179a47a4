using SupplyChainLedger.Service.Indexing;
using SupplyChainLedger.Service.Indexing.Participants;

namespace SupplyChainLedger.Service.Queries.Participants;

/// <summary>A participant, and where on the chain it comes from.</summary>
/// <param name="Record">The participant.</param>
/// <param name="Registration">Where its registration was recorded.</param>
internal sealed record ParticipantRow(ParticipantRecord Record, RecordedAt Registration);
