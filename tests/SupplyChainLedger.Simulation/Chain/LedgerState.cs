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

    public LedgerState()
    {
        (_spent, _invoices, _words, _counts, _revoked) = ([], [], [], [], []);
    }

    private LedgerState(LedgerState before)
    {
        _spent = [.. before._spent];
        _invoices = new(before._invoices);
        _words = new(before._words);
        _counts = new(before._counts);
        _revoked = [.. before._revoked];
    }

    /// <summary>What the ledger has recorded of intents: executed or rejected.</summary>
    public IReadOnlyDictionary<IntentHash, BatchOutcome> Words => _words;

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

    /// <summary>How many transactions an account has made.</summary>
    public ulong CountOf(Address account) => _counts.GetValueOrDefault(account);

    public void Count(Address account) => _counts[account] = CountOf(account) + 1;

    public bool IsRevoked(Address key) => _revoked.Contains(key);

    public void Revoke(Address key) => _revoked.Add(key);
}

/// <summary>An invoice as the contract has it.</summary>
internal sealed record ClaimedInvoice(ParticipantId Supplier, ParticipantId Buyer, ulong Amount, bool IsOpen);
