using SupplyChainLedger.Contracts.Holdings;
using SupplyChainLedger.Contracts.Ids;

namespace SupplyChainLedger.Simulation.Chain;

/// <summary>How <c>HoldingRecord.sol</c> changes the word of a holding.</summary>
internal static class HoldingWords
{
    private static ParticipantId Nobody => default;

    /// <summary>Waiting for somebody; nobody keeps the counterparty who is there.</summary>
    public static HoldingRecord InStep(
        this HoldingRecord record, HoldingStep step, ParticipantId counterparty, ulong pending, uint deadline) =>
        record with
        {
            Step = step,
            Counterparty = counterparty == Nobody ? record.Counterparty : counterparty,
            Pending = pending,
            Deadline = deadline,
            RecourseWelcome = false,
            SealedOffers = false,
        };

    /// <summary>Waiting for nobody.</summary>
    public static HoldingRecord AtRest(this HoldingRecord record) =>
        record.InStep(HoldingStep.None, Nobody, 0, 0) with
        {
            Counterparty = record.Recourse ? record.Counterparty : Nobody,
        };

    /// <summary>With another amount; closed with none.</summary>
    public static HoldingRecord WithAmount(this HoldingRecord record, ulong amount) =>
        record with { Amount = amount, Phase = amount == 0 ? HoldingPhase.Closed : record.Phase };

    /// <summary>Whether it counts against a financier's limit: bought by it, or locked by its accepted offer.</summary>
    public static bool IsFinancedBy(this HoldingRecord record, ParticipantId financier) =>
        (record.Financed && record.Holder == financier)
        || (record.Counterparty == financier && record.Step is HoldingStep.OfferAccepted
            or HoldingStep.DisbursementDeclared or HoldingStep.DisbursementContested);

    /// <summary>In the next hand.</summary>
    public static HoldingRecord PassedTo(this HoldingRecord record, ParticipantId next) =>
        record with { Holder = next, Depth = (byte)(record.Depth + 1) };
}
