using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Registry;
using SupplyChainLedger.Ethereum;

namespace SupplyChainLedger.Service.Intake;

/// <summary>
/// What the intake asks the index, to answer early and clearly. The contract checks everything again: a stale answer
/// costs a late refusal at worst.
/// </summary>
internal interface IIntakeView
{
    /// <summary>What a key may sign; null when it may sign nothing, or no longer.</summary>
    SignerStanding? FindSigner(Address key);

    /// <summary>How a participant stands; null when there is none of this number.</summary>
    PartyStanding? FindParty(ParticipantId participant);

    /// <summary>How an invoice stands; null when its id was never taken.</summary>
    InvoiceStanding? FindInvoice(InvoiceId invoice);
}

/// <summary>A key in the register.</summary>
/// <param name="Participant">For whom it signs.</param>
/// <param name="Permissions">What it may sign.</param>
/// <param name="SignsFrom">Unix seconds of the earliest block that takes its signature; 0 from the beginning.</param>
internal sealed record SignerStanding(
    ParticipantId Participant, SignerPermissions Permissions, ulong SignsFrom = 0);

/// <summary>A participant in the register.</summary>
/// <param name="Roles">What it may do.</param>
/// <param name="SuspensionReason">The operator's reason while it is suspended; null while it is active.</param>
internal sealed record PartyStanding(ParticipantRoles Roles, string? SuspensionReason = null);

/// <summary>An invoice on the ledger.</summary>
/// <param name="Supplier">Who claims.</param>
/// <param name="Buyer">Who is to pay.</param>
/// <param name="Amount">Claimed minor units.</param>
/// <param name="State">
/// The contract's number of its state: 1 submitted, 2 confirmed, 3 rejected, 4 withdrawn, 5 cancelled.
/// </param>
internal sealed record InvoiceStanding(ParticipantId Supplier, ParticipantId Buyer, ulong Amount, byte State)
{
    private const byte Submitted = 1;

    /// <summary>The buyer has not answered, and the supplier has not withdrawn it.</summary>
    public bool IsOpen => State == Submitted;
}
