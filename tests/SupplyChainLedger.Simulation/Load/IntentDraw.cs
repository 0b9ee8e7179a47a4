using System.Globalization;
using SupplyChainLedger.Contracts.Dates;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Intents;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.TypedData;
using SupplyChainLedger.Simulation.Chain;
using SupplyChainLedger.Simulation.Time;

namespace SupplyChainLedger.Simulation.Load;

/// <summary>Draws intents: claims, the answers to them, what follows from those, and what goes wrong with all.</summary>
internal sealed class IntentDraw(
    Random chance, WallClock clock, Parties parties, TypedDataDomain domain, SimulatedChain chain)
{
    private const ulong Amount = 12_345;
    private const ulong Threshold = 8_000;

    private static readonly EpochDay Issued = EpochDay.FromDate(new DateOnly(2027, 1, 10));
    private static readonly EpochDay Due = EpochDay.FromDate(new DateOnly(2027, 4, 10));

    private readonly List<SubmitInvoice> _claims = [];
    private ReceivableDraw? _receivables;
    private int _numbers;

    private ReceivableDraw Receivables =>
        _receivables ??= new ReceivableDraw(chance, () => clock.Seconds, NextNonce, Deadline);

    /// <summary>A claim, an answer to one that was made before, or what its holders do next.</summary>
    public SignedStatement Next()
    {
        var roll = chance.Next(20);
        if (roll >= 19) return Sign(NewThreshold());
        if (roll >= 9 && Receivables.Next(chain.Tip.State) is { } next) return Sign(next);
        return _claims.Count > 0 && roll % 2 == 0
            ? Sign(Answer(_claims[chance.Next(_claims.Count)]))
            : Sign(NewClaim());
    }

    /// <summary>Another claim of an invoice that was claimed before.</summary>
    public SignedStatement ClaimAgain() => _claims.Count == 0
        ? Next()
        : Sign(_claims[chance.Next(_claims.Count)] with { Nonce = NextNonce(), Deadline = Deadline() });

    /// <summary>Something else under the nonce of another intent.</summary>
    public SignedStatement Rival(SignedStatement other) => Sign(other.Intent switch
    {
        SubmitInvoice claim => claim with { Number = NextNumber() },
        ConfirmInvoice answer => answer with { Amount = answer.Amount - 1 },
        RejectInvoice answer => answer with { Reason = "another reason" },
        var intent => intent with { Deadline = intent.Deadline + 1 },
    });

    /// <summary>The same statement under the participant's other key.</summary>
    public SignedStatement SignAgain(SignedStatement other) => Sign(other.Intent, key: 1);

    /// <summary>Something that is to be turned down: too late, too far ahead, or signed by nobody who may.</summary>
    public SignedStatement Garbage()
    {
        var claim = NewClaim();
        var stranger = claim.Sign(domain, parties.Stranger).ToBytes();
        return chance.Next(6) switch
        {
            0 => Sign(claim with { Deadline = clock.Seconds - 3600 }),
            1 => Sign(claim with { Deadline = clock.Seconds + 40 * 24 * 3600 }),
            2 => Sign(claim) with { Signature = stranger },
            3 => Sign(claim) with { Signature = stranger[..64] },
            4 => Sign(claim) with { Signature = [.. stranger, .. stranger] },
            _ => Sign(claim with { Buyer = new ParticipantId(77) }),
        };
    }

    private SubmitInvoice NewClaim()
    {
        var claim = new SubmitInvoice(
            Parties.Suppliers[chance.Next(Parties.Suppliers.Count)],
            Parties.Buyers[chance.Next(Parties.Buyers.Count)],
            NextNumber(), TypeCode: 380, Issued, Due, "EUR", Amount, Hash32.Zero, NextNonce(), Deadline());
        _claims.Add(claim);
        return claim;
    }

    private LedgerIntent Answer(SubmitInvoice claim) => chance.Next(4) switch
    {
        0 => new RejectInvoice(claim.Buyer, claim.Invoice, "goods not received", NextNonce(), Deadline()),
        1 => new WithdrawInvoice(claim.Supplier, claim.Invoice, NextNonce(), Deadline()),
        _ => new ConfirmInvoice(claim.Buyer, claim.Invoice, Amount, true, false, NextNonce(), Deadline()),
    };

    private SetThreshold NewThreshold() => new(
        Parties.All[chance.Next(Parties.All.Count)], "EUR", chance.Next(3) == 0 ? 0 : Threshold, NextNonce(),
        Deadline());

    /// <summary>By both keys where the participant has a threshold; some forget the second one.</summary>
    private SignedStatement Sign(LedgerIntent intent)
    {
        var signed = Sign(intent, key: 0);
        if (chain.Tip.State.ThresholdOf(intent.Participant) == 0 || chance.Next(5) == 0) return signed;
        return signed with { Signature = [.. signed.Signature, .. Sign(intent, key: 1).Signature] };
    }

    private SignedStatement Sign(LedgerIntent intent, int key) => new(
        intent, intent.Digest(domain), intent.Sign(domain, parties.KeyOf(intent.Participant, key)).ToBytes());

    private string NextNumber() => string.Create(CultureInfo.InvariantCulture, $"INV-{++_numbers}");

    private Nonce NextNonce()
    {
        var bytes = new byte[Hash32.Size];
        chance.NextBytes(bytes);
        return new Nonce(Hash32.FromBytes(bytes));
    }

    /// <summary>Most have minutes; some end before anything could carry them.</summary>
    private ulong Deadline() =>
        clock.Seconds + (ulong)(chance.Next(6) == 0 ? chance.Next(1, 30) : chance.Next(30, 600));
}
