using SupplyChainLedger.Contracts.Dates;
using SupplyChainLedger.Contracts.Holdings;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Intents;
using SupplyChainLedger.Ethereum;

namespace SupplyChainLedger.Simulation.Chain;

/// <summary>What the contracts and the accounts hold after a block.</summary>
internal sealed class LedgerState
{
    private readonly HashSet<(ParticipantId, Nonce)> _spent;
    private readonly Dictionary<InvoiceId, ClaimedInvoice> _invoices;
    private readonly Dictionary<IntentHash, BatchOutcome> _words;
    private readonly Dictionary<Address, ulong> _counts;
    private readonly HashSet<Address> _revoked;
    private readonly Dictionary<(InvoiceId Receivable, HoldingId Id), HoldingRecord> _holdings;
    private readonly Dictionary<(HoldingId Holding, OfferId Id), StandingOffer> _offers;
    private readonly Dictionary<(ParticipantId Financier, ParticipantId Obligor), Exposure> _exposures;
    private readonly Dictionary<ParticipantId, ulong> _thresholds;

    public LedgerState()
    {
        (_spent, _invoices, _words, _counts, _revoked) = ([], [], [], [], []);
        (_holdings, _offers, _exposures, _thresholds) = ([], [], [], []);
    }

    private LedgerState(LedgerState before)
    {
        _spent = [.. before._spent];
        _invoices = new(before._invoices);
        _words = new(before._words);
        _counts = new(before._counts);
        _revoked = [.. before._revoked];
        _holdings = new(before._holdings);
        _offers = new(before._offers);
        _exposures = new(before._exposures);
        _thresholds = new(before._thresholds);
    }

    /// <summary>What the ledger has recorded of intents: executed or rejected.</summary>
    public IReadOnlyDictionary<IntentHash, BatchOutcome> Words => _words;

    public IReadOnlyDictionary<InvoiceId, ClaimedInvoice> Invoices => _invoices;

    /// <summary>All holdings that there have been, those without an amount among them.</summary>
    public IReadOnlyDictionary<(InvoiceId Receivable, HoldingId Id), HoldingRecord> Holdings => _holdings;

    /// <summary>What financiers hold or have locked of obligors.</summary>
    public IReadOnlyDictionary<(ParticipantId Financier, ParticipantId Obligor), Exposure> Exposures => _exposures;

    /// <summary>The same, to be changed.</summary>
    public LedgerState Copy() => new(this);

    public bool IsSpent(LedgerIntent intent) => _spent.Contains((intent.Participant, intent.Nonce));

    /// <summary>Spends the intent's nonce and keeps what became of it.</summary>
    public void Record(IntentHash hash, LedgerIntent intent, BatchOutcome outcome)
    {
        _spent.Add((intent.Participant, intent.Nonce));
        _words.Add(hash, outcome);
    }

    public ClaimedInvoice? Find(InvoiceId invoice) => _invoices.GetValueOrDefault(invoice);

    public void Set(InvoiceId invoice, ClaimedInvoice standing) => _invoices[invoice] = standing;

    public HoldingRecord? Find(InvoiceId receivable, HoldingId id) =>
        _holdings.TryGetValue((receivable, id), out var record) ? record : null;

    public void Set(InvoiceId receivable, HoldingId id, HoldingRecord record) => _holdings[(receivable, id)] = record;

    public StandingOffer? Find(HoldingId holding, OfferId offer) => _offers.GetValueOrDefault((holding, offer));

    /// <summary>The offers for a holding that stand.</summary>
    public IEnumerable<OfferId> OffersFor(HoldingId holding) =>
        _offers.Keys.Where(key => key.Holding == holding).Select(static key => key.Id);

    public void Set(HoldingId holding, OfferId id, StandingOffer offer) => _offers[(holding, id)] = offer;

    public void Remove(HoldingId holding, OfferId offer) => _offers.Remove((holding, offer));

    public Exposure ExposureOf(ParticipantId financier, ParticipantId obligor) =>
        _exposures.GetValueOrDefault((financier, obligor));

    public void Set(ParticipantId financier, ParticipantId obligor, Exposure exposure) =>
        _exposures[(financier, obligor)] = exposure;

    /// <summary>Minor units above which two keys must sign; 0 where one is always enough.</summary>
    public ulong ThresholdOf(ParticipantId participant) => _thresholds.GetValueOrDefault(participant);

    public void Set(ParticipantId participant, ulong threshold) => _thresholds[participant] = threshold;

    /// <summary>How many transactions an account has made.</summary>
    public ulong CountOf(Address account) => _counts.GetValueOrDefault(account);

    public void Count(Address account) => _counts[account] = CountOf(account) + 1;

    public bool IsRevoked(Address key) => _revoked.Contains(key);

    public void Revoke(Address key) => _revoked.Add(key);
}

/// <summary>How an invoice stands, in the contract's numbers.</summary>
internal enum ClaimState : byte
{
    Submitted = 1,
    Confirmed = 2,
    Rejected = 3,
    Withdrawn = 4,
}

/// <summary>An invoice as the contract has it, and what has become of it.</summary>
internal sealed record ClaimedInvoice(
    ParticipantId Supplier, ParticipantId Buyer, ulong Amount, EpochDay DueDate, ClaimState State)
{
    /// <summary>Minor units that the buyer has promised.</summary>
    public ulong Confirmed { get; init; }

    /// <summary>Minor units that the buyer has paid.</summary>
    public ulong Paid { get; init; }
}

/// <summary>An offer that can be accepted.</summary>
internal sealed record StandingOffer(ParticipantId Financier, ulong Advance, ulong Expiry, bool Recourse);

/// <summary>How much of an obligor a financier wants, and how much it holds or has locked.</summary>
internal readonly record struct Exposure(ulong Limit, ulong Used)
{
    public ulong Free => Limit > Used ? Limit - Used : 0;
}
