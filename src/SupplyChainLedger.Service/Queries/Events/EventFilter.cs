using SupplyChainLedger.Contracts.Ids;

namespace SupplyChainLedger.Service.Queries.Events;

/// <summary>Which events are asked for; null means any, and both conditions must hold.</summary>
/// <param name="Invoice">Events of this invoice.</param>
/// <param name="Participant">Events that name this participant, or are of an invoice of which it is a party.</param>
internal sealed record EventFilter(InvoiceId? Invoice = null, ParticipantId? Participant = null);
