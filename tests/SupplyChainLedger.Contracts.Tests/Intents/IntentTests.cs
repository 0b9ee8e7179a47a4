using SupplyChainLedger.Contracts.Holdings;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Intents;
using SupplyChainLedger.Contracts.Registry;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.Abi;
using SupplyChainLedger.Ethereum.Signing;
using static SupplyChainLedger.Contracts.Tests.Samples;

namespace SupplyChainLedger.Contracts.Tests.Intents;

public sealed class IntentTests
{
    private static readonly Ethereum.TypedData.TypedDataDomain Domain =
        LedgerDomain.Of(712, Address.Parse("0x5fbdb2315678afecb367f032d93f642f64180aa3"));

    public static TheoryData<LedgerIntent> Kinds => IntentSamples.Theory;

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_call_reads_back_as_the_intent_and_signature_that_went_in(LedgerIntent intent)
    {
        using var key = PrivateKey.Generate();
        var signature = intent.Sign(Domain, key);

        var (decoded, signatures) = LedgerCalls.DecodeAction(intent.EncodeCall(signature));

        Assert.Equivalent(intent, decoded, strict: true);
        Assert.Equal(new IntentSignatures(signature), signatures);
        Assert.Equal(key.Address, signatures.First.Recover(decoded.Digest(Domain).Value));
    }

    [Fact]
    public void A_call_carries_the_signatures_of_two_keys()
    {
        using var first = PrivateKey.Generate();
        using var second = PrivateKey.Generate();
        var intent = IntentSamples.All[1];
        var both = new IntentSignatures(intent.Sign(Domain, first), intent.Sign(Domain, second));

        var (_, signatures) = LedgerCalls.DecodeAction(intent.EncodeCall(both));

        Assert.Equal(both, signatures);
        Assert.True(signatures.AreTwo);
        Assert.Equal(second.Address, signatures.Second?.Recover(intent.Digest(Domain).Value));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(64)]
    [InlineData(66)]
    [InlineData(129)]
    [InlineData(131)]
    [InlineData(195)]
    public void Signatures_of_another_length_are_refused(int length)
    {
        Assert.False(IntentSignatures.TryParse(new byte[length], out _, out var fault));
        Assert.Equal(SignatureFault.WrongLength, fault);
    }

    [Fact]
    public void Each_of_two_signatures_must_be_sound()
    {
        using var key = PrivateKey.Generate();
        var bytes = IntentSamples.All[0].Sign(Domain, key).ToBytes();
        byte[] broken = [.. bytes[..64], 29];

        Assert.False(IntentSignatures.TryParse([.. bytes, .. broken], out _, out var second));
        Assert.False(IntentSignatures.TryParse([.. broken, .. bytes], out _, out var first));
        Assert.Equal((SignatureFault.WrongRecoveryByte, SignatureFault.WrongRecoveryByte), (first, second));
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
        var first = IntentSamples.Submission;
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
        var first = IntentSamples.Submission;

        Assert.Distinct(
        [
            first.Invoice,
            (first with { Supplier = new ParticipantId(3) }).Invoice,
            (first with { Number = "RE-2026/0816" }).Invoice,
            (first with { IssueDate = Day(2026, 10, 2) }).Invoice,
            (first with { TypeCode = 384 }).Invoice,
        ]);
    }

    [Theory]
    [InlineData(HoldingStep.TransferProposed, SignerPermissions.Move)]
    [InlineData(HoldingStep.FinancingRequested, SignerPermissions.Move)]
    [InlineData(HoldingStep.OfferAccepted, SignerPermissions.Fund)]
    [InlineData(HoldingStep.DisbursementDeclared, SignerPermissions.Fund)]
    [InlineData(HoldingStep.DisbursementContested, SignerPermissions.Fund)]
    [InlineData(HoldingStep.PaymentDeclared, SignerPermissions.Settle)]
    [InlineData(HoldingStep.PaymentContested, SignerPermissions.Settle)]
    [InlineData(HoldingStep.RepurchaseDeclared, SignerPermissions.Settle)]
    [InlineData(HoldingStep.RepurchaseContested, SignerPermissions.Settle)]
    [InlineData(HoldingStep.CreditNoteProposed, SignerPermissions.Claim)]
    [InlineData(HoldingStep.DisputeOpened, SignerPermissions.Owe)]
    [InlineData(HoldingStep.CancellationRequested, SignerPermissions.Claim)]
    public void To_take_a_step_back_needs_what_beginning_it_needs(HoldingStep step, SignerPermissions permission) =>
        Assert.Equal(permission, new WithdrawStep(Holder, Invoice, Holding, step, Samples.Nonce, 1).Permission);

    [Fact]
    public void A_split_makes_the_holding_that_its_digest_names()
    {
        var transfer = IntentSamples.All.OfType<ProposeTransfer>().Single();
        var request = IntentSamples.All.OfType<RequestFinancing>().Single();
        var dispute = IntentSamples.All.OfType<OpenDispute>().Single();

        Assert.Equal(transfer.Digest(Domain).Value, transfer.NewHolding(Domain).Value);
        Assert.Equal(request.Digest(Domain).Value, request.NewHolding(Domain).Value);
        Assert.Equal(dispute.Digest(Domain).Value, dispute.NewHolding(Domain).Value);
    }

    [Fact]
    public void A_call_that_is_no_action_is_refused()
    {
        Assert.Throws<AbiException>(() => LedgerCalls.DecodeAction(new byte[36]));
        Assert.Throws<AbiException>(() => LedgerCalls.DecodeAction([1, 2, 3]));
    }
}
