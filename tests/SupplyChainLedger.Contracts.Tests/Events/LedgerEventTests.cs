using System.Text.Json;
using SupplyChainLedger.Contracts.Deployment;
using SupplyChainLedger.Contracts.Events;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Tests.Deployment;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.Abi;
using SupplyChainLedger.Ethereum.Hashing;
using static SupplyChainLedger.Contracts.Tests.Samples;

namespace SupplyChainLedger.Contracts.Tests.Events;

public sealed class LedgerEventTests
{
    public static TheoryData<LedgerEvent> Events => new(EventSamples.OfTheLedger.Concat(EventSamples.OfParticipants));

    [Theory]
    [MemberData(nameof(Events))]
    public void An_event_reads_back_as_it_was_logged(LedgerEvent logged)
    {
        var log = LedgerEvents.Encode(logged);

        Assert.Equivalent(logged, LedgerEvents.Decode(log.Topics, log.Data), strict: true);
    }

    [Fact]
    public void Events_say_what_the_contracts_say_under_the_same_names_and_topics()
    {
        AssertDescribes(ContractArtifact.LoadLedger(), EventSamples.OfTheLedger);
        AssertDescribes(ContractArtifact.LoadParticipants(), EventSamples.OfParticipants);
    }

    [Fact]
    public void Every_event_that_is_understood_has_a_sample() =>
        Assert.Equal(
            LedgerEvents.Signatures.Order(),
            EventSamples.OfTheLedger.Concat(EventSamples.OfParticipants).Select(e => e.Layout.Signature).Order());

    [Fact]
    public void A_split_says_what_is_left_of_the_parent_and_what_the_part_is()
    {
        var splits = EventSamples.OfTheLedger.Where(e => e.ParentConcerned is not null).ToArray();

        Assert.Equal(
            [nameof(TransferProposed), nameof(FinancingRequested), nameof(DisputeOpened)],
            splits.Select(split => split.GetType().Name));
        Assert.All(splits, split =>
        {
            Assert.Equal([new(Parent, ParentRecord), new(Holding, PartRecord)], split.HoldingsChanged);
            // The part's id is the digest of the intent that took it out.
            Assert.Equal(new IntentHash(Holding.Value), split.IntentConcerned);
        });
    }

    [Fact]
    public void What_happens_to_a_whole_receivable_happens_to_its_first_holding()
    {
        var root = HoldingId.RootOf(Invoice);

        Assert.Equal(
            [nameof(InvoiceConfirmed), nameof(CancellationRequested), nameof(CancellationAnswered)],
            EventSamples.OfTheLedger.Where(e => e.HoldingConcerned == root).Select(e => e.GetType().Name));
    }

    [Fact]
    public void The_first_rules_have_no_intent()
    {
        var first = new RulesProposed(1, default, 0, SomeRules);

        Assert.Null(first.IntentConcerned);
        Assert.Equal(Intent, (first with { Intent = Intent }).IntentConcerned);
    }

    [Fact]
    public void An_event_of_another_contract_is_no_event_of_ours() =>
        Assert.Null(LedgerEvents.Decode([Keccak256.Hash("Transfer(address,address,uint256)"u8)], []));

    [Fact]
    public void Text_that_is_no_UTF8_does_not_stop_a_reader()
    {
        var bytes = new AbiEvent<(Hash32, uint, Hash32, byte[])>(
            "InvoiceRejected",
            AbiTypes.Tuple(AbiTypes.Bytes32.Indexed(), AbiTypes.UInt32.Indexed(), AbiTypes.Bytes32, AbiTypes.Bytes));
        var log = bytes.Encode((Invoice.Value, 1, Intent.Value, [0xff, (byte)'a']));
        log.Topics[0] = InvoiceRejected.Shape.Topic0;

        var rejected = Assert.IsType<InvoiceRejected>(LedgerEvents.Decode(log.Topics, log.Data));

        Assert.Equal("\ufffda", rejected.Reason);
    }

    [Fact]
    public void A_value_date_that_no_calendar_can_show_does_not_stop_a_reader()
    {
        var log = LedgerEvents.Encode(
            new PaymentDeclared(Invoice, Holding, Buyer, Intent, PartRecord, ValueDate, "E2E", Evidence));
        const int endOfValueDate = 3 * 32; // after the intent and the record
        log.Data.AsSpan(endOfValueDate - 4, 4).Fill(0xff);

        var declared = Assert.IsType<PaymentDeclared>(LedgerEvents.Decode(log.Topics, log.Data));

        Assert.Equal(Day(9999, 12, 31), declared.ValueDate);
    }

    // What a record calls its members is what the contract calls its parameters; "name" alone would say too little.
    private static void AssertDescribes(ContractArtifact contract, IEnumerable<LedgerEvent> events) =>
        Assert.All(events, logged =>
        {
            var parameters = AbiDocument.Parameters(contract, "event", logged.GetType().Name);
            var members = logged.GetType().GetConstructors().Single(one => one.GetParameters().Length > 1)
                .GetParameters().Select(member => member.Name!);

            Assert.Equal(
                parameters.Select(parameter => parameter.Name == "name" ? "displayName" : parameter.Name),
                members.Select(JsonNamingPolicy.CamelCase.ConvertName));
            Assert.Equal(
                1 + parameters.Count(parameter => parameter.IsIndexed), LedgerEvents.Encode(logged).Topics.Length);
        });
}
