using SupplyChainLedger.Contracts.Holdings;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Intents;
using SupplyChainLedger.Ethereum;

namespace SupplyChainLedger.Client.Signing;

/// <content>Holdings that pass from hand to hand.</content>
public sealed partial class ParticipantSigner
{
    /// <summary>Signs a holder's offer of a part to somebody, who is paid with it.</summary>
    /// <param name="holding">What the part is taken out of.</param>
    /// <param name="recipient">Who is to have it.</param>
    /// <param name="minorUnits">How much, 1 to all of it, in minor units of its currency.</param>
    /// <param name="tradeDocument">SHA-256 of the document of the trade; zero where the rules allow it.</param>
    public SignedIntent<ProposeTransfer> ProposeTransfer(
        HoldingReference holding, ParticipantId recipient, ulong minorUnits, Hash32 tradeDocument = default) => Sign(
        new ProposeTransfer(
            Participant,
            holding.Receivable,
            holding.Holding,
            recipient,
            minorUnits,
            tradeDocument,
            TakeNonce(),
            Deadline()));

    /// <summary>Signs that the recipient takes a part.</summary>
    public SignedIntent<AnswerTransfer> AcceptTransfer(HoldingReference part) => Sign(new AnswerTransfer(
        Participant, part.Receivable, part.Holding, true, "", TakeNonce(), Deadline()));

    /// <summary>Signs that the recipient does not take a part.</summary>
    /// <param name="part">The part.</param>
    /// <param name="reason">Why, 1 to 200 bytes of UTF-8; public on the chain.</param>
    public SignedIntent<AnswerTransfer> DeclineTransfer(HoldingReference part, string reason) => Sign(
        new AnswerTransfer(Participant, part.Receivable, part.Holding, false, reason, TakeNonce(), Deadline()));

    /// <summary>Signs that the participant takes back the step that it began itself.</summary>
    /// <param name="holding">The holding that is in the step.</param>
    /// <param name="step">The step.</param>
    public SignedIntent<WithdrawStep> WithdrawStep(HoldingReference holding, HoldingStep step) => Sign(
        new WithdrawStep(
            Participant, holding.Receivable, holding.Holding, step, TakeNonce(), Deadline()));

    /// <summary>Signs that a deadline of a holding has passed, whoever's it was.</summary>
    public SignedIntent<ApplyDeadline> ApplyDeadline(HoldingReference holding) => Sign(
        new ApplyDeadline(Participant, holding.Receivable, holding.Holding, TakeNonce(), Deadline()));
}
