using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Rules;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.V1;
using Intents = SupplyChainLedger.Contracts.Intents;

namespace SupplyChainLedger.Client.Testing;

/// <content>Rules, of the network and of a participant; intents.</content>
internal static partial class Actions
{
    public static Intents.ProposeRules Read(ProposeRules action) => new(
        new ParticipantId(action.Operator),
        new RuleSet(
            (ushort)action.StandardTenorDays,
            (ushort)action.MaxTenorDays,
            (byte)action.GraceDays,
            (ushort)action.TransferHours,
            (ushort)action.DisbursementHours,
            (ushort)action.AcknowledgementHours,
            (ushort)action.DisputeDays,
            (ulong)action.SmallestPartMinorUnits,
            (byte)action.MaxHands,
            action.TradeDocumentRequired,
            action.RegistryReferenceRequired,
            string.Concat(action.CurrencyCodes),
            action.Name),
        action.EffectiveFrom,
        ReadNonce(action.Nonce),
        action.Deadline);

    public static Intents.CancelIntent Read(CancelIntent action) => new(
        new ParticipantId(action.Participant),
        new IntentHash(Hash32.Parse(action.Cancelled)),
        ReadNonce(action.Nonce),
        action.Deadline);

    public static Intents.SetThreshold Read(SetThreshold action) => new(
        new ParticipantId(action.Participant),
        action.CurrencyCode,
        (ulong)action.ThresholdMinorUnits,
        ReadNonce(action.Nonce),
        action.Deadline);
}
