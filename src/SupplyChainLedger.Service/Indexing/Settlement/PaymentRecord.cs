using SupplyChainLedger.Contracts.Dates;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Service.Indexing.Holdings;

namespace SupplyChainLedger.Service.Indexing.Settlement;

/// <summary>A payment for a holding, as its events have made it.</summary>
/// <param name="Id">The intent that declared it.</param>
/// <param name="Receivable">The receivable.</param>
/// <param name="Holding">The holding.</param>
/// <param name="Kind">Who pays it, and why.</param>
/// <param name="Payer">Who paid; of a recovery the obligor, whoever the money came from.</param>
/// <param name="Holder">Whom it is for.</param>
/// <param name="Currency">Three letters.</param>
/// <param name="Amount">Minor units.</param>
/// <param name="ValueDate">Day on which the money is there.</param>
/// <param name="BankReference">What finds it at the bank.</param>
/// <param name="Evidence">SHA-256 of the bank's message.</param>
/// <param name="ContestBy">Unix seconds until which the holder can contest it; 0 for a recovery.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Contest">What the holder says against it; null where it never did.</param>
/// <param name="BySilence">It counts as received since the holder did not contest it in time.</param>
/// <param name="Declared">Where it was declared.</param>
/// <param name="Ended">Where it was received or withdrawn; null while it is neither.</param>
internal sealed record PaymentRecord(
    IntentHash Id,
    InvoiceId Receivable,
    HoldingId Holding,
    PaymentKind Kind,
    ParticipantId Payer,
    ParticipantId Holder,
    string Currency,
    ulong Amount,
    EpochDay ValueDate,
    string BankReference,
    Hash32 Evidence,
    uint ContestBy,
    PaymentState State,
    Contest? Contest,
    bool BySilence,
    LogPosition Declared,
    LogPosition? Ended);

/// <summary>Who pays, and why.</summary>
internal enum PaymentKind
{
    /// <summary>The obligor pays what it owes.</summary>
    Maturity = 1,

    /// <summary>The seller that answers for the obligor buys the holding back.</summary>
    Repurchase = 2,

    /// <summary>Money came in for what the holder had written off.</summary>
    Recovery = 3,
}

/// <summary>Where a payment stands.</summary>
internal enum PaymentState
{
    /// <summary>The holder has not answered.</summary>
    Declared = 1,

    /// <summary>The holder says that it did not come.</summary>
    Contested = 2,

    /// <summary>The holder has it, or was silent until its time passed.</summary>
    Received = 3,

    /// <summary>The payer took its declaration back.</summary>
    Withdrawn = 4,
}
