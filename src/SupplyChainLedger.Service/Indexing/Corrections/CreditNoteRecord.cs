using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Service.Indexing.Holdings;

namespace SupplyChainLedger.Service.Indexing.Corrections;

/// <summary>A credit note on a holding, as its events have made it.</summary>
/// <param name="Id">The intent that issued it.</param>
/// <param name="Receivable">The receivable.</param>
/// <param name="Holding">The holding that it makes less.</param>
/// <param name="Supplier">Who issued it.</param>
/// <param name="Obligor">Who owes less by it.</param>
/// <param name="Holder">Whose holding it is, and who has to agree unless it is the supplier.</param>
/// <param name="Currency">Three letters.</param>
/// <param name="Number">Its number (BT-1).</param>
/// <param name="Amount">Minor units.</param>
/// <param name="DocumentHash">SHA-256 of the document.</param>
/// <param name="AnswerBy">Unix seconds until which the holder can answer; 0 where it needed nobody's consent.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Reason">Why it was declined; null otherwise.</param>
/// <param name="Issued">Where it was issued.</param>
/// <param name="Ended">Where it took effect or failed; null while it waits.</param>
internal sealed record CreditNoteRecord(
    IntentHash Id,
    InvoiceId Receivable,
    HoldingId Holding,
    ParticipantId Supplier,
    ParticipantId Obligor,
    ParticipantId Holder,
    string Currency,
    string Number,
    ulong Amount,
    Hash32 DocumentHash,
    uint AnswerBy,
    ProposalState State,
    string? Reason,
    LogPosition Issued,
    LogPosition? Ended);
