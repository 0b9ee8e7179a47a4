using SupplyChainLedger.Contracts.Rules;

namespace SupplyChainLedger.Contracts.Tests.Rules;

public sealed class RulePresetTests
{
    [Fact]
    public void Open_forbids_nothing_that_the_contract_can_allow()
    {
        var open = RulePresets.Open;

        Assert.Equal((ushort.MaxValue, ushort.MaxValue), (open.StandardTenorDays, open.MaxTenorDays));
        Assert.Equal((1UL, (byte)63, ""), (open.SmallestPart, open.MaxHands, open.Currencies));
        Assert.False(open.TradeDocumentRequired || open.RegistryReferenceRequired);
        Assert.Equal("open", open.Name);
    }

    [Fact]
    public void Cn77_has_the_figures_of_the_notice()
    {
        var rules = RulePresets.Cn77;

        Assert.Equal((180, 365), (rules.StandardTenorDays, rules.MaxTenorDays));
        Assert.True(rules.TradeDocumentRequired && rules.RegistryReferenceRequired);
        Assert.Equal(("CNY", "cn-77"), (rules.Currencies, rules.Name));
    }
}
