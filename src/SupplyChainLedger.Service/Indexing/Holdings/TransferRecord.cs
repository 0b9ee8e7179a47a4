using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Ethereum;

namespace SupplyChainLedger.Service.Indexing.Holdings;

/// <summary>A transfer of a part from a holder to one whom it pays with it.</summary>
/// <param name="Holding">The part that was taken out for it; also the digest of the intent.</param>
/// <param name="Receivable">The receivable.</param>
/// <param name="Parent">The holding it was taken out of.</param>
/// <param name="Sender">Who pays with it.</param>
/// <param name="Recipient">Who is paid.</param>
/// <param name="Amount">Minor units.</param>
/// <param name="TradeDocument">SHA-256 of the document of the trade; zero where there is none.</param>
/// <param name="AnswerBy">Unix seconds until which the recipient can answer.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Reason">Why it was declined; null otherwise.</param>
/// <param name="Proposed">Where it was proposed.</param>
/// <param name="Ended">Where it ended, one way or another; null while it waits.</param>
internal sealed record TransferRecord(
    HoldingId Holding,
    InvoiceId Receivable,
    HoldingId Parent,
    ParticipantId Sender,
    ParticipantId Recipient,
    ulong Amount,
    Hash32 TradeDocument,
    uint AnswerBy,
    ProposalState State,
    string? Reason,
    LogPosition Proposed,
    LogPosition? Ended);
