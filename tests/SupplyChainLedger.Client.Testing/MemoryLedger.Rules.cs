using SupplyChainLedger.Contracts.Rules;
using SupplyChainLedger.V1;
using Intents = SupplyChainLedger.Contracts.Intents;

namespace SupplyChainLedger.Client.Testing;

/// <content>Rules, of the network and of a participant.</content>
public sealed partial class MemoryLedger
{
    private readonly List<Rules> _rules = [ToMessage(1, RulePresets.Open)];
    private readonly Dictionary<(uint Participant, string Currency), ulong> _thresholds = [];

    /// <summary>All versions, oldest first; the first is in force.</summary>
    public IReadOnlyList<Rules> RuleVersions => Copies(_rules);

    /// <summary>The operator's proposal.</summary>
    public Intent ProposeRules(Intents.ProposeRules proposal, string signature) => Execute(proposal, signature, () =>
    {
        if (proposal.EffectiveFrom < (ulong)DateTimeOffset.UtcNow.AddHours(23).ToUnixTimeSeconds())
            throw Refusals.Of(ErrorReason.RuleChangeTooSoon, "Rules need a day's notice.");
        var rules = ToMessage((uint)_rules.Count + 1, proposal.Rules);
        rules.EffectiveTime = Moment(proposal.EffectiveFrom);
        _rules.Add(rules);
        return NextBlock();
    });

    /// <summary>A participant's threshold.</summary>
    public Intent SetThreshold(Intents.SetThreshold wish, string signature) => Execute(wish, signature, () =>
    {
        _thresholds[(wish.Participant.Value, wish.Currency)] = wish.Threshold;
        return NextBlock();
    });

    private static Rules ToMessage(uint version, RuleSet rules) => new()
    {
        Name = ResourceNames.OfRules(version),
        Version = version,
        DisplayName = rules.Name,
        StandardTenorDays = rules.StandardTenorDays,
        MaxTenorDays = rules.MaxTenorDays,
        GraceDays = rules.GraceDays,
        TransferHours = rules.TransferHours,
        DisbursementHours = rules.DisbursementHours,
        AcknowledgementHours = rules.AcknowledgementHours,
        DisputeDays = rules.DisputeDays,
        SmallestPartMinorUnits = (long)rules.SmallestPart,
        MaxHands = rules.MaxHands,
        TradeDocumentRequired = rules.TradeDocumentRequired,
        RegistryReferenceRequired = rules.RegistryReferenceRequired,
        CurrencyCodes = { rules.Currencies.Chunk(3).Select(static code => new string(code)) },
        InForce = version == 1,
    };
}
