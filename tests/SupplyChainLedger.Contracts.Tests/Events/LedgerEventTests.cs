using SupplyChainLedger.Contracts.Dates;
using SupplyChainLedger.Contracts.Deployment;
using SupplyChainLedger.Contracts.Events;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Registry;
using SupplyChainLedger.Contracts.Tests.Deployment;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.Abi;
using SupplyChainLedger.Ethereum.Hashing;

namespace SupplyChainLedger.Contracts.Tests.Events;

public sealed class LedgerEventTests
{
    private static readonly InvoiceId Invoice = new(Keccak256.Hash("an invoice"u8));
    private static readonly IntentHash Intent = new(Keccak256.Hash("an intent"u8));
    private static readonly ParticipantId Supplier = new(2);
    private static readonly ParticipantId Buyer = new(1);
    private static readonly Address Signer = Address.Parse("0x5fbdb2315678afecb367f032d93f642f64180aa3");

    public static TheoryData<LedgerEvent> Events => new()
    {
        new InvoiceSubmitted(
            Invoice, Supplier, Buyer, Intent, "RE/1", 380, new EpochDay(20_000), new EpochDay(20_090), "JPY", 500,
            Hash32.Zero),
        new InvoiceConfirmed(Invoice, Buyer, Intent, 400),
        new InvoiceRejected(Invoice, Buyer, Intent, "not ours"),
        new InvoiceWithdrawn(Invoice, Supplier, Intent),
        new ParticipantRegistered(
            Supplier, "tier1-brakes", "Tier One Brakes", ParticipantRoles.Supplier | ParticipantRoles.Buyer,
            Hash32.Zero, Hash32.Zero, Hash32.Zero, "DE-BY", "C2930", true),
        new SignerAdded(Supplier, Signer),
        new SignerRevoked(Supplier, Signer),
        new ParticipantSuspended(Supplier, "missed a maturity"),
        new ParticipantReinstated(Supplier, "paid"),
    };

    [Theory]
    [MemberData(nameof(Events))]
    public void An_event_reads_back_as_it_was_logged(LedgerEvent logged)
    {
        var log = LedgerEvents.Encode(logged);

        Assert.Equal(logged, LedgerEvents.Decode(log.Topics, log.Data));
    }

    [Theory]
    [MemberData(nameof(Events))]
    public void An_event_has_as_many_topics_as_the_contract_gives_it(LedgerEvent logged)
    {
        var isOfInvoice = logged.InvoiceConcerned is not null;
        var contract = isOfInvoice ? ContractArtifact.LoadLedger() : ContractArtifact.LoadParticipants();

        Assert.Equal(
            AbiDocument.TopicCount(contract, logged.GetType().Name), LedgerEvents.Encode(logged).Topics.Length);
    }

    [Fact]
    public void The_end_of_an_intent_reads_back_with_its_reason()
    {
        var rejection = LedgerEvents.Encode(new IntentRejected(Intent, Supplier, [1, 2, 3]));
        var refusal = LedgerEvents.Encode(new IntentRefused(Invoice.Value, [4, 5]));

        var rejected = Assert.IsType<IntentRejected>(LedgerEvents.Decode(rejection.Topics, rejection.Data));
        var refused = Assert.IsType<IntentRefused>(LedgerEvents.Decode(refusal.Topics, refusal.Data));

        var ledger = ContractArtifact.LoadLedger();
        Assert.Equal(AbiDocument.TopicCount(ledger, nameof(IntentRejected)), rejection.Topics.Length);
        Assert.Equal(AbiDocument.TopicCount(ledger, nameof(IntentRefused)), refusal.Topics.Length);
        Assert.Equal((Intent, Supplier), (rejected.Intent, rejected.Participant));
        Assert.Equal([1, 2, 3], rejected.Reason);
        Assert.Equal(Invoice.Value, refused.CallHash);
        Assert.Equal([4, 5], refused.Reason);
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
        log.Topics[0] = LedgerEventTypes.InvoiceRejected.Topic0;

        var rejected = Assert.IsType<InvoiceRejected>(LedgerEvents.Decode(log.Topics, log.Data));

        Assert.Equal("\ufffda", rejected.Reason);
    }
}
