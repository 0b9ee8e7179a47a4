using SupplyChainLedger.Contracts.Dates;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Intents;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.Abi;
using SupplyChainLedger.Ethereum.Hashing;
using SupplyChainLedger.Ethereum.Signing;

namespace SupplyChainLedger.Contracts.Tests.Intents;

public sealed class IntentTests
{
    private static readonly Ethereum.TypedData.TypedDataDomain Domain =
        LedgerDomain.Of(712, Address.Parse("0x5fbdb2315678afecb367f032d93f642f64180aa3"));

    private static readonly Hash32 Document = Keccak256.Hash("a document"u8);
    private static readonly InvoiceId Invoice = new(Keccak256.Hash("an invoice"u8));
    private static readonly Nonce Nonce = new(Keccak256.Hash("a nonce"u8));

    public static TheoryData<LedgerIntent> Kinds => new()
    {
        new SubmitInvoice(
            new ParticipantId(2), new ParticipantId(1), "RE-2026/0815", 380, Day(2026, 10, 1), Day(2027, 3, 31), "EUR",
            1_234_56, Document, Nonce, 1_800_000_000),
        new ConfirmInvoice(new ParticipantId(1), Invoice, 100_00, Nonce, 1_800_000_000),
        new RejectInvoice(new ParticipantId(1), Invoice, "goods were damaged", Nonce, 1_800_000_000),
        new WithdrawInvoice(new ParticipantId(2), Invoice, Nonce, 1_800_000_000),
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_call_reads_back_as_the_intent_and_signature_that_went_in(LedgerIntent intent)
    {
        using var key = PrivateKey.Generate();
        var signature = intent.Sign(Domain, key);

        var (decoded, decodedSignature) = LedgerCalls.DecodeAction(intent.EncodeCall(signature));

        Assert.Equal(intent, decoded);
        Assert.Equal(signature, decodedSignature);
        Assert.Equal(key.Address, decodedSignature.Recover(decoded.Digest(Domain).Value));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_signature_for_one_ledger_is_none_for_another_chain_or_contract(LedgerIntent intent)
    {
        var otherChain = LedgerDomain.Of(713, Domain.VerifyingContract);
        var otherContract = LedgerDomain.Of(712, Address.Zero);

        Assert.Distinct([intent.Digest(Domain), intent.Digest(otherChain), intent.Digest(otherContract)]);
    }

    [Fact]
    public void The_id_of_an_invoice_does_not_depend_on_its_amount_due_date_buyer_or_document()
    {
        var first = (SubmitInvoice)Kinds.First().Data;
        var altered = first with
        {
            Amount = first.Amount + 1,
            DueDate = Day(2027, 4, 1),
            Buyer = new ParticipantId(9),
            DocumentHash = Hash32.Zero,
            Currency = "USD",
        };

        Assert.Equal(first.Invoice, altered.Invoice);
    }

    [Fact]
    public void The_id_of_an_invoice_depends_on_supplier_number_issue_date_and_type()
    {
        var first = (SubmitInvoice)Kinds.First().Data;

        Assert.Distinct(
        [
            first.Invoice,
            (first with { Supplier = new ParticipantId(3) }).Invoice,
            (first with { Number = "RE-2026/0816" }).Invoice,
            (first with { IssueDate = Day(2026, 10, 2) }).Invoice,
            (first with { TypeCode = 384 }).Invoice,
        ]);
    }

    [Fact]
    public void Nonces_of_one_run_share_a_word_and_the_run_ends_after_256()
    {
        var first = Nonce.FirstOfRandomRun();
        var last = Enumerable.Range(0, 255).Aggregate(first, (nonce, _) => nonce.Next());

        Assert.Equal(first.ToString()[..64], last.ToString()[..64]);
        Assert.EndsWith("00", first.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("ff", last.ToString(), StringComparison.Ordinal);
        Assert.NotEqual(first.ToString()[..64], last.Next().ToString()[..64]);
    }

    [Fact]
    public void A_call_that_is_no_action_is_refused() =>
        Assert.Throws<AbiException>(() => LedgerCalls.DecodeAction(new byte[36]));

    private static EpochDay Day(int year, int month, int day) => EpochDay.FromDate(new DateOnly(year, month, day));
}
