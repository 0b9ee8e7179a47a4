using SupplyChainLedger.Contracts.Intents;
using SupplyChainLedger.Contracts.Monetary;
using SupplyChainLedger.Contracts.Rules;

namespace SupplyChainLedger.Client.Signing;

/// <content>Rules, of the network and of the participant itself.</content>
public sealed partial class ParticipantSigner
{
    /// <summary>Signs the operator's proposal of the next version of the rules.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="effectiveFrom">From when new receivables live by them; at least a day ahead.</param>
    public SignedIntent<ProposeRules> ProposeRules(RuleSet rules, DateTimeOffset effectiveFrom)
    {
        ArgumentNullException.ThrowIfNull(rules);
        return Sign(new ProposeRules(
            Participant, rules, (ulong)effectiveFrom.ToUnixTimeSeconds(), TakeNonce(), Deadline()));
    }

    /// <summary>Signs above which amount two of the participant's keys must sign.</summary>
    /// <param name="threshold">In its currency; nothing ends dual control.</param>
    public SignedIntent<SetThreshold> SetThreshold(Money threshold) => Sign(new SetThreshold(
        Participant, threshold.Currency.Code, (ulong)threshold.MinorUnits, TakeNonce(), Deadline()));
}
