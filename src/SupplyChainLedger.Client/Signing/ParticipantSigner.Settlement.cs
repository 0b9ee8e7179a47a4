using SupplyChainLedger.Contracts.Dates;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Intents;
using SupplyChainLedger.Contracts.Monetary;
using SupplyChainLedger.Ethereum;

namespace SupplyChainLedger.Client.Signing;

/// <content>Payments, and what happens where there are none.</content>
public sealed partial class ParticipantSigner
{
    /// <summary>Signs that the obligor has paid a holder; or, after recourse, that the seller has.</summary>
    public SignedIntent<DeclarePayment> DeclarePayment(HoldingReference holding, BankPayment payment)
    {
        ArgumentNullException.ThrowIfNull(payment);
        return Sign(new DeclarePayment(
            Participant,
            holding.Receivable,
            holding.Holding,
            payment.MinorUnits,
            EpochDay.FromDate(payment.ValueDate),
            payment.Reference,
            payment.Evidence,
            TakeNonce(),
            Deadline()));
    }

    /// <summary>Signs that the holder has the money.</summary>
    /// <param name="holding">What was paid.</param>
    /// <param name="minorUnits">The declared amount.</param>
    public SignedIntent<AnswerPayment> AcknowledgePayment(HoldingReference holding, ulong minorUnits) =>
        AnswerPayment(holding, minorUnits, true, "", default);

    /// <summary>Signs that the holder has not got the money.</summary>
    /// <param name="holding">What was to be paid.</param>
    /// <param name="minorUnits">The declared amount.</param>
    /// <param name="reason">Why it says so, 1 to 200 bytes of UTF-8; public on the chain.</param>
    /// <param name="evidence">SHA-256 of what shows it; zero where nothing does.</param>
    public SignedIntent<AnswerPayment> ContestPayment(
        HoldingReference holding, ulong minorUnits, string reason, Hash32 evidence = default) =>
        AnswerPayment(holding, minorUnits, false, reason, evidence);

    /// <summary>Signs that, after default, the seller of a part with recourse has to buy it back.</summary>
    public SignedIntent<ClaimRecourse> ClaimRecourse(HoldingReference holding) => Sign(
        new ClaimRecourse(Participant, holding.Receivable, holding.Holding, TakeNonce(), Deadline()));

    /// <summary>Signs that, after default, the holder gives the holding up.</summary>
    /// <param name="holding">The holding.</param>
    /// <param name="reason">Why, 1 to 200 bytes of UTF-8; public on the chain.</param>
    public SignedIntent<WriteOff> WriteOff(HoldingReference holding, string reason) => Sign(
        new WriteOff(Participant, holding.Receivable, holding.Holding, reason, TakeNonce(), Deadline()));

    /// <summary>Signs that money came in for what had been given up.</summary>
    public SignedIntent<RecordRecovery> RecordRecovery(HoldingReference holding, BankPayment payment)
    {
        ArgumentNullException.ThrowIfNull(payment);
        return Sign(new RecordRecovery(
            Participant,
            holding.Receivable,
            holding.Holding,
            payment.MinorUnits,
            EpochDay.FromDate(payment.ValueDate),
            payment.Reference,
            payment.Evidence,
            TakeNonce(),
            Deadline()));
    }

    /// <summary>Signs where the participant wants to be paid from now on.</summary>
    /// <param name="currency">Of the payments.</param>
    /// <param name="account">What the payer's bank needs: 1 to 64 bytes of UTF-8; public on the chain.</param>
    public SignedIntent<SetAccount> SetAccount(Currency currency, string account)
    {
        ArgumentNullException.ThrowIfNull(currency);
        return Sign(new SetAccount(Participant, currency.Code, account, TakeNonce(), Deadline()));
    }

    /// <summary>Signs that the operator lets an obligor take on debts again.</summary>
    /// <param name="obligor">Who was stopped.</param>
    /// <param name="reason">Why, 1 to 200 bytes of UTF-8; public on the chain.</param>
    public SignedIntent<LiftStop> LiftStop(ParticipantId obligor, string reason) =>
        Sign(new LiftStop(Participant, obligor, reason, TakeNonce(), Deadline()));

    private SignedIntent<AnswerPayment> AnswerPayment(
        HoldingReference holding, ulong minorUnits, bool received, string reason, Hash32 evidence) => Sign(
        new AnswerPayment(
            Participant,
            holding.Receivable,
            holding.Holding,
            minorUnits,
            received,
            reason,
            evidence,
            TakeNonce(),
            Deadline()));
}
