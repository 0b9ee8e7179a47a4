using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Intents;
using SupplyChainLedger.Ethereum;

namespace SupplyChainLedger.Client.Signing;

/// <content>Credit notes, disputes, cancellation.</content>
public sealed partial class ParticipantSigner
{
    /// <summary>Signs a credit note of the supplier on one holding.</summary>
    /// <param name="holding">What becomes less.</param>
    /// <param name="number">The credit note's number (BT-1): 1 to 64 bytes of UTF-8.</param>
    /// <param name="minorUnits">By how much: 1 to all of it, in minor units of its currency.</param>
    /// <param name="documentHash">SHA-256 of the document.</param>
    public SignedIntent<IssueCreditNote> IssueCreditNote(
        HoldingReference holding, string number, ulong minorUnits, Hash32 documentHash) => Sign(new IssueCreditNote(
        Participant,
        holding.Receivable,
        holding.Holding,
        number,
        minorUnits,
        documentHash,
        TakeNonce(),
        Deadline()));

    /// <summary>Signs that the holder agrees to a credit note.</summary>
    /// <param name="holding">What becomes less.</param>
    /// <param name="minorUnits">The proposed amount.</param>
    public SignedIntent<AnswerCreditNote> AcceptCreditNote(HoldingReference holding, ulong minorUnits) =>
        AnswerCreditNote(holding, minorUnits, true, "");

    /// <summary>Signs that the holder does not agree to a credit note.</summary>
    /// <param name="holding">What stays as it is.</param>
    /// <param name="minorUnits">The proposed amount.</param>
    /// <param name="reason">Why, 1 to 200 bytes of UTF-8; public on the chain.</param>
    public SignedIntent<AnswerCreditNote> DeclineCreditNote(
        HoldingReference holding, ulong minorUnits, string reason) =>
        AnswerCreditNote(holding, minorUnits, false, reason);

    /// <summary>Signs that the obligor disputes a part.</summary>
    /// <param name="holding">What the part is taken out of.</param>
    /// <param name="minorUnits">How much: 1 to all of it, in minor units of its currency.</param>
    /// <param name="reason">Why, 1 to 200 bytes of UTF-8; public on the chain.</param>
    /// <param name="evidence">SHA-256 of what shows it; zero where nothing does.</param>
    public SignedIntent<OpenDispute> OpenDispute(
        HoldingReference holding, ulong minorUnits, string reason, Hash32 evidence = default) => Sign(new OpenDispute(
        Participant,
        holding.Receivable,
        holding.Holding,
        minorUnits,
        reason,
        evidence,
        TakeNonce(),
        Deadline()));

    /// <summary>Signs the holder's answer to a dispute.</summary>
    /// <param name="part">The disputed part.</param>
    /// <param name="credited">Minor units that it gives up; with 0 the part stays disputed.</param>
    /// <param name="reason">The answer, 1 to 200 bytes of UTF-8; public on the chain.</param>
    /// <param name="evidence">SHA-256 of what shows it; zero where nothing does.</param>
    public SignedIntent<AnswerDispute> AnswerDispute(
        HoldingReference part, ulong credited, string reason, Hash32 evidence = default) => Sign(new AnswerDispute(
        Participant,
        part.Receivable,
        part.Holding,
        credited,
        reason,
        evidence,
        TakeNonce(),
        Deadline()));

    /// <summary>Signs that the supplier wants to cancel a receivable that it holds whole.</summary>
    /// <param name="invoice">The confirmed invoice.</param>
    /// <param name="reason">Why, 1 to 200 bytes of UTF-8; public on the chain.</param>
    public SignedIntent<RequestCancellation> RequestCancellation(InvoiceId invoice, string reason) =>
        Sign(new RequestCancellation(Participant, invoice, reason, TakeNonce(), Deadline()));

    /// <summary>Signs that the buyer consents to a cancellation.</summary>
    public SignedIntent<AnswerCancellation> AcceptCancellation(InvoiceId invoice) =>
        Sign(new AnswerCancellation(Participant, invoice, true, "", TakeNonce(), Deadline()));

    /// <summary>Signs that the buyer does not consent to a cancellation.</summary>
    /// <param name="invoice">The confirmed invoice.</param>
    /// <param name="reason">Why, 1 to 200 bytes of UTF-8; public on the chain.</param>
    public SignedIntent<AnswerCancellation> DeclineCancellation(InvoiceId invoice, string reason) =>
        Sign(new AnswerCancellation(Participant, invoice, false, reason, TakeNonce(), Deadline()));

    private SignedIntent<AnswerCreditNote> AnswerCreditNote(
        HoldingReference holding, ulong minorUnits, bool accepted, string reason) => Sign(new AnswerCreditNote(
        Participant,
        holding.Receivable,
        holding.Holding,
        minorUnits,
        accepted,
        reason,
        TakeNonce(),
        Deadline()));
}
