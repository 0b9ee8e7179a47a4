using SupplyChainLedger.Service.Api.Events;
using SupplyChainLedger.Service.Tests.Api.Support;
using Event = SupplyChainLedger.V1.Event;
using LedgerEvent = SupplyChainLedger.Contracts.Events.LedgerEvent;

namespace SupplyChainLedger.Service.Tests.Api;

public sealed class EventWriterTests
{
    private static readonly IReadOnlyList<LedgerEvent> Told =
    [
        .. LifeStory.Parties(), .. LifeStory.Confirmed(), .. LifeStory.PassedOn(), .. LifeStory.PutOnOffer(),
        .. LifeStory.Corrected(),
    ];

    [Fact]
    public void An_event_is_written_under_the_name_that_the_contract_gives_it() => Assert.All(
        Told, logged => Assert.Equal(logged.GetType().Name, $"{Write(logged).KindCase}"));

    [Fact]
    public void The_api_has_a_form_for_every_event_of_the_contracts()
    {
        var forms = Event.Descriptor.Oneofs[0].Fields.Select(field => field.MessageType.Name);

        Assert.Equal(
            typeof(LedgerEvent).Assembly.GetTypes()
                .Where(type => type.IsSubclassOf(typeof(LedgerEvent))).Select(type => type.Name).Order(),
            forms.Order());
    }

    [Fact]
    public void A_holding_is_told_as_it_is_from_the_event_on()
    {
        var told = Write(LifeStory.PassedOn()[0]).TransferProposed;

        Assert.Equal((7_000L, 3_000L), (told.ParentRecord.MinorUnits, told.Record.MinorUnits));
        Assert.Equal(("p1", "p3"), (told.Record.Holder, told.Record.Counterparty));
        Assert.Equal("", told.ParentRecord.Counterparty);
        Assert.Null(told.ParentRecord.StepDeadline);
        Assert.Equal($"intents/{LifeStory.Passed}", told.Intent);
        Assert.Equal($"holdings/{LifeStory.Root}", told.Parent);
    }

    [Fact]
    public void Rules_of_the_beginning_were_proposed_by_no_intent()
    {
        var told = Write(LifeStory.Parties()[^2]).RulesProposed;

        Assert.Equal(("", "rules/1"), (told.Intent, told.Rules.Name));
        Assert.Empty(told.Rules.CurrencyCodes);
    }

    private static Event Write(LedgerEvent logged)
    {
        var shown = new Event();
        new EventWriter(static id => $"p{id.Value}").Write(logged, shown);
        return shown;
    }
}
