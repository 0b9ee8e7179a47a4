using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Intents;
using SupplyChainLedger.Contracts.Registry;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.Signing;
using SupplyChainLedger.Service.Faults;
using SupplyChainLedger.Service.Intake;
using SupplyChainLedger.Service.Intake.Outbox;
using SupplyChainLedger.Service.Tests.Relay.Support;
using SupplyChainLedger.V1;
using ApplyDeadline = SupplyChainLedger.Contracts.Intents.ApplyDeadline;
using HoldingStep = SupplyChainLedger.Contracts.Holdings.HoldingStep;
using ProposeTransfer = SupplyChainLedger.Contracts.Intents.ProposeTransfer;
using SetThreshold = SupplyChainLedger.Contracts.Intents.SetThreshold;
using WithdrawStep = SupplyChainLedger.Contracts.Intents.WithdrawStep;

namespace SupplyChainLedger.Service.Tests.Intake;

/// <summary>What the keys of a participant may sign, alone and together.</summary>
public sealed class SignerAdmissionTests
{
    private static readonly InvoiceId Receivable = new(Hash32.Parse("0x" + new string('7', 64)));
    private static readonly ParticipantId Recipient = new(3);

    [Fact]
    public async Task A_key_signs_only_what_its_permissions_name()
    {
        await using var bench = new Workbench();
        Allow(bench, bench.SupplierKey, SignerPermissions.Claim);

        await bench.SubmitAsync(1);
        var fault = await RefusedAsync(ErrorReason.PermissionMissing, bench.AcceptAsync(Transfer(bench)));

        Assert.Equal($"{bench.SupplierKey.Address}", fault.Metadata["signer"]);
        Assert.Equal($"{SignerPermissions.Move}", fault.Metadata["permission"]);
    }

    [Theory]
    [InlineData(HoldingStep.TransferProposed, SignerPermissions.Move)]
    [InlineData(HoldingStep.OfferAccepted, SignerPermissions.Fund)]
    [InlineData(HoldingStep.PaymentDeclared, SignerPermissions.Settle)]
    [InlineData(HoldingStep.CreditNoteProposed, SignerPermissions.Claim)]
    [InlineData(HoldingStep.DisputeOpened, SignerPermissions.Owe)]
    public async Task A_step_is_taken_back_by_keys_that_may_begin_it(HoldingStep step, SignerPermissions needed)
    {
        await using var bench = new Workbench();
        var withdrawal = new WithdrawStep(
            Workbench.Supplier, Receivable, HoldingId.RootOf(Receivable), step, bench.NextNonce(), bench.Deadline());

        Allow(bench, bench.SupplierKey, SignerPermissions.All & ~needed);
        await RefusedAsync(ErrorReason.PermissionMissing, bench.AcceptAsync(withdrawal));
        Allow(bench, bench.SupplierKey, needed);
        await bench.AcceptAsync(withdrawal);
    }

    [Fact]
    public async Task A_key_on_notice_signs_once_the_chain_has_come_to_its_time()
    {
        await using var bench = new Workbench();
        using var added = PrivateKey.Generate();
        var signsFrom = bench.Clock.Seconds + 3600;
        bench.Register.Signers[added.Address] =
            new SignerStanding(Workbench.Supplier, SignerPermissions.All, signsFrom);
        var transfer = Transfer(bench) with { Deadline = bench.Deadline(TimeSpan.FromHours(2)) };

        var fault = await RefusedAsync(ErrorReason.SignerOnNotice, bench.AcceptAsync(transfer, added));
        Assert.Equal(
            ($"{added.Address}", "1", $"{signsFrom}"),
            (fault.Metadata["signer"], fault.Metadata["participant"], fault.Metadata["signs_from"]));
        Assert.Contains("2027-01-15T13:00:00Z", fault.Message, StringComparison.Ordinal);
        await RefusedAsync(ErrorReason.SignerOnNotice, AcceptAsync(bench, transfer, bench.SupplierKey, added));
        Assert.Null(bench.Log.Find(transfer.Digest(Workbench.Domain)));

        // The clock alone does not do: the contract looks at its block.
        bench.Clock.Advance(TimeSpan.FromHours(1));
        await RefusedAsync(ErrorReason.SignerOnNotice, bench.AcceptAsync(transfer, added));
        await bench.MineAsync();
        await bench.AcceptAsync(transfer, added);
    }

    [Fact]
    public async Task Two_keys_of_a_participant_sign_as_one()
    {
        await using var bench = new Workbench();
        using var second = PrivateKey.Generate();
        Allow(bench, second, SignerPermissions.Move);

        var entry = await AcceptAsync(bench, Transfer(bench), bench.SupplierKey, second);

        var (intent, signatures) = LedgerCalls.DecodeAction(entry.Call.Span);
        Assert.True(signatures.AreTwo);
        Assert.Equal(bench.SupplierKey.Address, entry.Signer);
        Assert.Equal(Receivable, entry.Invoice);
        Assert.Equal(HoldingId.RootOf(Receivable), intent.HoldingConcerned);
    }

    [Fact]
    public async Task The_second_key_is_judged_as_the_first_one_is()
    {
        await using var bench = new Workbench();
        using var second = PrivateKey.Generate();
        var transfer = Transfer(bench);

        await RefusedAsync(
            ErrorReason.SignerNotRegistered, AcceptAsync(bench, transfer, bench.SupplierKey, second));
        await RefusedAsync(
            ErrorReason.SignerNotRegistered, AcceptAsync(bench, transfer, bench.SupplierKey, bench.BuyerKey));
        Allow(bench, second, SignerPermissions.Settle);
        await RefusedAsync(ErrorReason.PermissionMissing, AcceptAsync(bench, transfer, bench.SupplierKey, second));
        await RefusedAsync(
            ErrorReason.SignersNotDistinct, AcceptAsync(bench, transfer, bench.SupplierKey, bench.SupplierKey));
    }

    [Theory]
    [InlineData(64)]
    [InlineData(129)]
    public async Task A_second_signature_that_is_out_of_form_is_malformed(int tamperedAt)
    {
        await using var bench = new Workbench();
        var transfer = Transfer(bench);
        var one = transfer.Sign(Workbench.Domain, bench.SupplierKey).ToBytes();
        byte[] two = [.. one, .. one];
        two[tamperedAt] = 26;

        await RefusedAsync(
            ErrorReason.SignatureMalformed,
            bench.AcceptAsync(transfer, two));
    }

    [Fact]
    public async Task A_recipient_is_another_active_supplier()
    {
        await using var bench = new Workbench();
        await RefusedAsync(
            ErrorReason.RecipientIsHolder, bench.AcceptAsync(Transfer(bench) with { Recipient = Workbench.Supplier }));
        await RefusedAsync(
            ErrorReason.ParticipantNotFound, bench.AcceptAsync(Transfer(bench) with { Recipient = new(9) }));
        await RefusedAsync(
            ErrorReason.RoleMissing, bench.AcceptAsync(Transfer(bench) with { Recipient = Workbench.Buyer }));
    }

    [Fact]
    public async Task What_concerns_no_invoice_is_taken_without_one()
    {
        await using var bench = new Workbench();
        var threshold = new SetThreshold(Workbench.Supplier, "EUR", 1_000, bench.NextNonce(), bench.Deadline());

        var entry = await bench.AcceptAsync(threshold);

        Assert.Null(entry.Invoice);
        Assert.Null(bench.Log.Find(entry.Hash)!.Invoice);
    }

    [Fact]
    public async Task Any_active_participant_applies_a_deadline()
    {
        await using var bench = new Workbench();
        var passed = new ApplyDeadline(
            Workbench.Buyer, Receivable, HoldingId.RootOf(Receivable), bench.NextNonce(), bench.Deadline());

        await bench.AcceptAsync(passed, bench.BuyerKey);
        bench.Register.Parties[Workbench.Buyer] = new PartyStanding(ParticipantRoles.Buyer, "sanctions list");
        await RefusedAsync(
            ErrorReason.ParticipantSuspended,
            bench.AcceptAsync(passed with { Nonce = bench.NextNonce() }, bench.BuyerKey));
    }

    private static ProposeTransfer Transfer(Workbench bench)
    {
        bench.Register.Parties[Recipient] = new PartyStanding(ParticipantRoles.Supplier);
        return new ProposeTransfer(
            Workbench.Supplier, Receivable, HoldingId.RootOf(Receivable), Recipient, 500, Hash32.Zero,
            bench.NextNonce(), bench.Deadline());
    }

    private static void Allow(Workbench bench, PrivateKey key, SignerPermissions permissions) =>
        bench.Register.Signers[key.Address] = new SignerStanding(Workbench.Supplier, permissions);

    private static Task<OutboxEntry> AcceptAsync(
        Workbench bench, LedgerIntent intent, PrivateKey first, PrivateKey second)
    {
        var signatures = new IntentSignatures(
            intent.Sign(Workbench.Domain, first), intent.Sign(Workbench.Domain, second));
        return bench.AcceptAsync(intent, signatures.ToBytes());
    }

    private static async Task<LedgerFault> RefusedAsync(ErrorReason reason, Task accepting)
    {
        var fault = await Assert.ThrowsAsync<LedgerFault>(() => accepting);
        Assert.Equal(reason, fault.Reason);
        return fault;
    }
}
