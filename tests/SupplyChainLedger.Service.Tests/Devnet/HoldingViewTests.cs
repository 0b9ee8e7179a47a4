using SupplyChainLedger.Contracts.Dates;
using SupplyChainLedger.Contracts.Holdings;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Intents;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.Abi;

namespace SupplyChainLedger.Service.Tests.Devnet;

/// <summary>What events say of holdings against the contract's own view of them, on a real anvil.</summary>
public sealed class HoldingViewTests : IAsyncLifetime
{
    private static readonly AbiFunction<(Hash32 Receivable, Hash32 Holding), Shown> View = new(
        "holding",
        AbiTypes.Tuple(AbiTypes.Bytes32, AbiTypes.Bytes32),
        AbiTypes.Tuple(AbiTypes.Struct(static (ref AbiFields<Shown> f) => new Shown(
            f.Next(AbiTypes.UInt32, static s => s.Holder),
            f.Next(AbiTypes.UInt32, static s => s.Counterparty),
            f.Next(AbiTypes.UInt64, static s => s.Amount),
            f.Next(AbiTypes.UInt64, static s => s.Pending),
            f.Next(AbiTypes.UInt32, static s => s.Deadline),
            f.Next(AbiTypes.UInt8, static s => s.Phase),
            f.Next(AbiTypes.UInt8, static s => s.Step),
            f.Next(AbiTypes.UInt8, static s => s.Depth),
            f.Next(AbiTypes.Bool, static s => s.Financed),
            f.Next(AbiTypes.Bool, static s => s.Recourse),
            f.Next(AbiTypes.Bool, static s => s.RecourseClaimed),
            f.Next(AbiTypes.Bool, static s => s.DefencesWaived),
            f.Next(AbiTypes.Bool, static s => s.Disputed),
            f.Next(AbiTypes.UInt16, static s => s.RuleVersion)))));

    private readonly ulong _deadline = (ulong)DateTimeOffset.UtcNow.AddHours(1).ToUnixTimeSeconds();
    private BareDevnet _devnet = null!;
    private Nonce _nonce = Nonce.FirstOfRandomRun();
    private int _looks;

    public async ValueTask InitializeAsync() => _devnet = await BareDevnet.StartAsync();

    [Fact]
    public async Task Every_event_carries_a_holding_as_the_contract_shows_it()
    {
        var (buyer, supplier, recipient, financier) = (
            await _devnet.ParticipantAsync("core-motors"), await _devnet.ParticipantAsync("tier1-brakes"),
            await _devnet.ParticipantAsync("tier2-steel"), await _devnet.ParticipantAsync("bank-east"));
        var today = EpochDay.FromDate(DateOnly.FromDateTime(DateTime.UtcNow));
        var due = new EpochDay(today.Value + 90);
        var domain = LedgerDomain.Of(_devnet.Network.ChainId, _devnet.Network.Ledger);
        var openUntil = _deadline;

        var claim = new SubmitInvoice(
            supplier, buyer, "VIEW-1", 380, today, due, "EUR", 100_00, Hash32.Zero, Next(), _deadline);
        var invoice = claim.Invoice;
        var root = HoldingId.RootOf(invoice);
        await DoAsync("tier1-brakes", claim);
        await DoAsync("core-motors", new ConfirmInvoice(buyer, invoice, 100_00, true, false, Next(), _deadline));
        await DoAsync("bank-east", new SetExposureLimit(financier, buyer, "EUR", 1_000_00, Next(), _deadline));

        var transfer = new ProposeTransfer(
            supplier, invoice, root, recipient, 30_00, Hash32.Zero, Next(), _deadline);
        var passed = transfer.NewHolding(domain);
        await DoAsync("tier1-brakes", transfer);
        await DoAsync("tier2-steel", new AnswerTransfer(recipient, invoice, passed, true, "", Next(), _deadline));

        var request = new RequestFinancing(
            recipient, invoice, passed, 20_00, 19_00, openUntil, true, [], Next(), _deadline);
        var financed = request.NewHolding(domain);
        await DoAsync("tier2-steel", request);
        var offer = new PlaceOffer(
            financier, invoice, financed, 19_50, 48_500, true, openUntil, [], Next(), _deadline);
        await DoAsync("bank-east", offer);
        await DoAsync(
            "tier2-steel",
            new AcceptOffer(recipient, invoice, financed, offer.NewOffer(domain), Next(), _deadline));
        await DoAsync("bank-east", new DeclareDisbursement(
            financier, invoice, financed, 19_50, today, "E2E-1", Hash32.Zero, "", Hash32.Zero, Next(), _deadline));
        await DoAsync("tier2-steel", new AnswerDisbursement(
            recipient, invoice, financed, 19_50, true, "", Hash32.Zero, Next(), _deadline));

        await DoAsync("core-motors", new DeclarePayment(
            buyer, invoice, financed, 5_00, today, "E2E-2", Hash32.Zero, Next(), _deadline));
        await DoAsync("bank-east", new AnswerPayment(
            financier, invoice, financed, 5_00, false, "no money came", Hash32.Zero, Next(), _deadline));
        await DoAsync("tier1-brakes", new IssueCreditNote(
            supplier, invoice, root, "CN-1", 10_00, Hash32.Zero, Next(), _deadline));
        await DoAsync("core-motors", new OpenDispute(
            buyer, invoice, root, 15_00, "two coils are rusty", Hash32.Zero, Next(), _deadline));

        Assert.Equal(14, _looks);
    }

    public ValueTask DisposeAsync() => _devnet.DisposeAsync();

    private Nonce Next() => _nonce = _nonce.Next();

    private async Task DoAsync(string handle, LedgerIntent intent)
    {
        var domain = LedgerDomain.Of(_devnet.Network.ChainId, _devnet.Network.Ledger);
        var call = intent.EncodeCall(intent.Sign(domain, await _devnet.KeyOfAsync(handle)));
        foreach (var happened in await _devnet.SendAsync(_devnet.Network.Ledger, call))
        {
            Assert.Equal(intent.Digest(domain), happened.IntentConcerned);
            foreach (var (holding, record) in happened.HoldingsChanged)
            {
                var receivable = happened.InvoiceConcerned!.Value.Value;
                Assert.Equal(
                    await _devnet.ViewAsync(View, _devnet.Network.Ledger, (receivable, holding.Value)), Shown.Of(record));
                _looks++;
            }
        }
    }

    private sealed record Shown(
        uint Holder,
        uint Counterparty,
        ulong Amount,
        ulong Pending,
        uint Deadline,
        byte Phase,
        byte Step,
        byte Depth,
        bool Financed,
        bool Recourse,
        bool RecourseClaimed,
        bool DefencesWaived,
        bool Disputed,
        ushort RuleVersion)
    {
        public static Shown Of(HoldingRecord record) => new(
            record.Holder.Value, record.Counterparty.Value, record.Amount, record.Pending, record.Deadline,
            (byte)record.Phase, (byte)record.Step, record.Depth, record.Financed, record.Recourse,
            record.RecourseClaimed, record.DefencesWaived, record.Disputed, record.RuleVersion);
    }
}
