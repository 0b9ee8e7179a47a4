using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Intents;
using SupplyChainLedger.Contracts.Registry;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.Signing;
using SupplyChainLedger.Service.Faults;
using SupplyChainLedger.Service.Intake;
using SupplyChainLedger.Service.Tests.Relay.Support;
using SupplyChainLedger.V1;
using ConfirmInvoice = SupplyChainLedger.Contracts.Intents.ConfirmInvoice;
using RejectInvoice = SupplyChainLedger.Contracts.Intents.RejectInvoice;
using SubmitInvoice = SupplyChainLedger.Contracts.Intents.SubmitInvoice;
using WithdrawInvoice = SupplyChainLedger.Contracts.Intents.WithdrawInvoice;

namespace SupplyChainLedger.Service.Tests.Intake;

public sealed class AdmissionTests
{
    private static readonly InvoiceId Known = new(Hash32.Parse("0x" + new string('7', 64)));

    [Theory]
    [InlineData(0)]
    [InlineData(64)]
    [InlineData(66)]
    public async Task A_signature_of_the_wrong_length_is_malformed(int length)
    {
        await using var bench = new Workbench();
        await RefusedAsync(
            ErrorReason.SignatureMalformed,
            bench.AcceptAsync(bench.Submission(1), new byte[length]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(29)]
    public async Task A_signature_with_another_recovery_byte_is_malformed(byte v)
    {
        await using var bench = new Workbench();
        var intent = bench.Submission(1);
        var signature = intent.Sign(Workbench.Domain, bench.SupplierKey).ToBytes();
        signature[64] = v;
        await RefusedAsync(
            ErrorReason.SignatureMalformed,
            bench.AcceptAsync(intent, signature));
    }

    [Fact]
    public async Task A_signature_with_high_s_is_malformed()
    {
        await using var bench = new Workbench();
        var intent = bench.Submission(1);
        var signature = intent.Sign(Workbench.Domain, bench.SupplierKey).ToBytes();
        var order = System.Numerics.BigInteger.Parse(
            "00fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141",
            System.Globalization.NumberStyles.HexNumber,
            System.Globalization.CultureInfo.InvariantCulture);
        var low = new System.Numerics.BigInteger(signature.AsSpan(32, 32), isUnsigned: true, isBigEndian: true);
        (order - low).ToByteArray(isUnsigned: true, isBigEndian: true).CopyTo(signature, 32);
        signature[64] = (byte)(55 - signature[64]);
        await RefusedAsync(
            ErrorReason.SignatureMalformed,
            bench.AcceptAsync(intent, signature));
    }

    [Fact]
    public async Task An_index_that_is_far_behind_is_no_reason_to_turn_a_registered_signer_away()
    {
        await using var bench = new Workbench();
        bench.Register.Signers.Clear();
        for (var mined = 0; mined < 40; mined++) bench.Chain.Mine();
        bench.Index.Clear();
        bench.Index.Follow(upTo: 1);

        await RefusedAsync(ErrorReason.IndexBehind, bench.SubmitAsync(1));
    }

    [Fact]
    [Trait("Fault", "53")]
    public async Task A_flipped_bit_in_any_field_turns_the_signature_into_a_strangers()
    {
        await using var bench = new Workbench();
        var intent = bench.Submission(1);
        var signature = intent.Sign(Workbench.Domain, bench.SupplierKey).ToBytes();
        SubmitInvoice[] altered =
        [
            intent with { Amount = intent.Amount + 1 },
            intent with { Number = intent.Number + "x" },
            intent with { Deadline = intent.Deadline + 1 },
            intent with { Nonce = bench.NextNonce() },
            intent with { Currency = "EUS" },
            intent with { DueDate = new(intent.DueDate.Value + 1) },
        ];
        foreach (var one in altered)
            await RefusedAsync(
                ErrorReason.SignerNotRegistered,
                bench.AcceptAsync(one, signature));
    }

    [Theory]
    [InlineData(31338UL, "0x00000000000000000000000000000000000000a1")]
    [InlineData(31337UL, "0x00000000000000000000000000000000000000a2")]
    public async Task A_signature_for_another_chain_or_contract_is_a_strangers(ulong chainId, string ledger)
    {
        await using var bench = new Workbench();
        var intent = bench.Submission(1);
        var signature = intent.Sign(LedgerDomain.Of(chainId, Address.Parse(ledger)), bench.SupplierKey).ToBytes();
        await RefusedAsync(
            ErrorReason.SignerNotRegistered,
            bench.AcceptAsync(intent, signature));
    }

    [Fact]
    public async Task Only_a_valid_key_of_the_bound_participant_may_sign()
    {
        await using var bench = new Workbench();
        await RefusedAsync(
            ErrorReason.SignerNotRegistered, bench.AcceptAsync(bench.Submission(1), bench.BuyerKey));
        using var stranger = PrivateKey.Generate();
        await RefusedAsync(ErrorReason.SignerNotRegistered, bench.AcceptAsync(bench.Submission(1), stranger));
        bench.Register.Signers.Remove(bench.SupplierKey.Address);
        await RefusedAsync(ErrorReason.SignerNotRegistered, bench.SubmitAsync(1));
    }

    [Fact]
    [Trait("Fault", "34")]
    [Trait("Fault", "52")]
    public async Task A_deadline_is_judged_by_the_clock_with_a_little_tolerance()
    {
        await using var bench = new Workbench();
        var now = bench.Clock.Seconds;
        const ulong Horizon = 30 * 24 * 60 * 60;
        await RefusedAsync(ErrorReason.IntentExpired, bench.SubmitAsync(1, now - 6));
        await bench.SubmitAsync(2, now - 5);
        await bench.SubmitAsync(3, now + Horizon + 5);
        await RefusedAsync(ErrorReason.DeadlineTooFar, bench.SubmitAsync(4, now + Horizon + 6));
        await RefusedAsync(ErrorReason.DeadlineTooFar, bench.SubmitAsync(5, long.MaxValue));
        await RefusedAsync(ErrorReason.DeadlineTooFar, bench.SubmitAsync(6, ulong.MaxValue));
    }

    [Fact]
    public async Task Parties_must_exist_be_active_and_have_their_role()
    {
        await using var bench = new Workbench();
        var missing = bench.Submission(1) with { Buyer = new ParticipantId(9) };
        await RefusedAsync(ErrorReason.ParticipantNotFound, bench.AcceptAsync(missing));
        var same = bench.Submission(2) with { Buyer = Workbench.Supplier };
        await RefusedAsync(ErrorReason.PartiesNotDistinct, bench.AcceptAsync(same));
        bench.Register.Parties[Workbench.Buyer] = new PartyStanding(ParticipantRoles.Financier);
        await RefusedAsync(ErrorReason.RoleMissing, bench.SubmitAsync(3));
        bench.Register.Parties[Workbench.Buyer] = new PartyStanding(ParticipantRoles.Buyer, "sanctions list");
        await RefusedAsync(ErrorReason.ParticipantSuspended, bench.SubmitAsync(4));
        bench.Register.Parties[Workbench.Supplier] = new PartyStanding(ParticipantRoles.Supplier, "sanctions list");
        await RefusedAsync(ErrorReason.ParticipantSuspended, bench.SubmitAsync(5));
    }

    [Fact]
    public async Task A_known_invoice_is_not_submitted_again()
    {
        await using var bench = new Workbench();
        var submission = bench.Submission(1);
        bench.Register.Invoices[submission.Invoice] =
            new InvoiceStanding(Workbench.Supplier, Workbench.Buyer, Amount: 1, State: 4);
        await RefusedAsync(ErrorReason.InvoiceAlreadyExists, bench.AcceptAsync(submission));
    }

    [Theory]
    [Trait("Fault", "45")]
    [InlineData(0UL)]
    [InlineData(9_223_372_036_854_775_808UL)]
    public async Task An_amount_out_of_range_is_refused(ulong amount)
    {
        await using var bench = new Workbench();
        await RefusedAsync(ErrorReason.AmountOutOfRange, bench.AcceptAsync(bench.Submission(1, amount: amount)));
    }

    [Fact]
    public async Task A_buyer_answers_open_invoices_of_its_own_within_their_amount()
    {
        await using var bench = new Workbench();
        await RefusedAsync(ErrorReason.InvoiceNotFound, bench.AcceptAsync(Confirm(bench, 5), bench.BuyerKey));
        bench.Register.Invoices[Known] = new InvoiceStanding(Workbench.Supplier, new ParticipantId(3), 100, State: 1);
        await RefusedAsync(ErrorReason.NotTheBuyer, bench.AcceptAsync(Confirm(bench, 5), bench.BuyerKey));
        bench.Register.Invoices[Known] = new InvoiceStanding(Workbench.Supplier, Workbench.Buyer, 100, State: 1);
        await RefusedAsync(ErrorReason.AmountOutOfRange, bench.AcceptAsync(Confirm(bench, 101), bench.BuyerKey));
        await bench.AcceptAsync(Confirm(bench, 100), bench.BuyerKey);
        bench.Register.Invoices[Known] = new InvoiceStanding(Workbench.Supplier, Workbench.Buyer, 100, State: 2);
        var rejection = new RejectInvoice(
            Workbench.Buyer, Known, "never delivered", bench.NextNonce(), bench.Deadline());
        await RefusedAsync(ErrorReason.InvoiceNotOpen, bench.AcceptAsync(rejection, bench.BuyerKey));
    }

    [Fact]
    public async Task A_supplier_cannot_confirm_for_the_buyer()
    {
        await using var bench = new Workbench();
        bench.Register.Invoices[Known] = new InvoiceStanding(Workbench.Supplier, Workbench.Buyer, 100, State: 1);
        await RefusedAsync(ErrorReason.SignerNotRegistered, bench.AcceptAsync(Confirm(bench, 5)));
        var asItself = Confirm(bench, 5) with { Buyer = Workbench.Supplier };
        await RefusedAsync(ErrorReason.RoleMissing, bench.AcceptAsync(asItself));
    }

    [Fact]
    public async Task A_supplier_withdraws_its_own_open_invoices_only()
    {
        await using var bench = new Workbench();
        bench.Register.Invoices[Known] = new InvoiceStanding(new ParticipantId(3), Workbench.Buyer, 100, State: 1);
        await RefusedAsync(ErrorReason.NotTheSupplier, bench.AcceptAsync(Withdraw(bench)));
        bench.Register.Invoices[Known] = new InvoiceStanding(Workbench.Supplier, Workbench.Buyer, 100, State: 3);
        await RefusedAsync(ErrorReason.InvoiceNotOpen, bench.AcceptAsync(Withdraw(bench)));
        bench.Register.Invoices[Known] = new InvoiceStanding(Workbench.Supplier, Workbench.Buyer, 100, State: 1);
        await bench.AcceptAsync(Withdraw(bench));
    }

    [Fact]
    public async Task What_is_refused_leaves_no_trace()
    {
        await using var bench = new Workbench();
        await RefusedAsync(ErrorReason.SignerNotRegistered, bench.AcceptAsync(bench.Submission(1), bench.BuyerKey));
        await RefusedAsync(ErrorReason.IntentExpired, bench.SubmitAsync(2, deadline: 1));
        Assert.Equal(0, bench.Log.ReadBacklog().Depth);
        Assert.Empty(bench.Log.List(participant: null, state: null, before: null, limit: 10));
    }

    private static ConfirmInvoice Confirm(Workbench bench, ulong amount) =>
        new(
            Workbench.Buyer, Known, amount, Irrevocable: true, DefencesWaived: false, bench.NextNonce(),
            bench.Deadline());

    private static WithdrawInvoice Withdraw(Workbench bench) =>
        new(Workbench.Supplier, Known, bench.NextNonce(), bench.Deadline());

    private static async Task RefusedAsync(ErrorReason reason, Task accepting)
    {
        var fault = await Assert.ThrowsAsync<LedgerFault>(() => accepting);
        Assert.Equal(reason, fault.Reason);
    }
}
