using Intents = SupplyChainLedger.Contracts.Intents;

namespace SupplyChainLedger.Client.Signing.Messages;

/// <summary>Signed rules, of the network and of a participant, as the API takes them.</summary>
internal static class GovernanceMessages
{
    private const int CurrencyCodeLength = 3;

    public static V1.ProposeRules ToApi(this Intents.ProposeRules intent) => new()
    {
        Operator = intent.Operator.Value,
        StandardTenorDays = intent.Rules.StandardTenorDays,
        MaxTenorDays = intent.Rules.MaxTenorDays,
        GraceDays = intent.Rules.GraceDays,
        TransferHours = intent.Rules.TransferHours,
        DisbursementHours = intent.Rules.DisbursementHours,
        AcknowledgementHours = intent.Rules.AcknowledgementHours,
        DisputeDays = intent.Rules.DisputeDays,
        SmallestPartMinorUnits = intent.Rules.SmallestPart.ToApi(),
        MaxHands = intent.Rules.MaxHands,
        TradeDocumentRequired = intent.Rules.TradeDocumentRequired,
        RegistryReferenceRequired = intent.Rules.RegistryReferenceRequired,
        CurrencyCodes = { intent.Rules.Currencies.Chunk(CurrencyCodeLength).Select(static code => new string(code)) },
        Name = intent.Rules.Name,
        EffectiveFrom = intent.EffectiveFrom,
        Nonce = intent.Nonce.ToString(),
        Deadline = intent.Deadline,
    };

    public static V1.SetThreshold ToApi(this Intents.SetThreshold intent) => new()
    {
        Participant = intent.Participant.Value,
        CurrencyCode = intent.Currency,
        ThresholdMinorUnits = intent.Threshold.ToApi(),
        Nonce = intent.Nonce.ToString(),
        Deadline = intent.Deadline,
    };
}
