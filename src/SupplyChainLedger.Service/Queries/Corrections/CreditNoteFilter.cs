using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Service.Indexing.Corrections;
using SupplyChainLedger.Service.Indexing.Holdings;

namespace SupplyChainLedger.Service.Queries.Corrections;

/// <summary>Which credit notes are asked for; null means any, and all conditions must hold.</summary>
/// <param name="Receivable">On a holding of this receivable.</param>
/// <param name="Supplier">Who issued it.</param>
/// <param name="Holder">Whose holding it is on.</param>
/// <param name="State">Where it stands.</param>
internal sealed record CreditNoteFilter(
    InvoiceId? Receivable = null,
    ParticipantId? Supplier = null,
    ParticipantId? Holder = null,
    ProposalState? State = null)
{
    public bool Admits(CreditNoteRecord note) =>
        (Receivable is null || note.Receivable == Receivable)
        && (Supplier is null || note.Supplier == Supplier)
        && (Holder is null || note.Holder == Holder)
        && (State is null || note.State == State);
}
