using System.Collections.Concurrent;
using Google.Protobuf.WellKnownTypes;
using SupplyChainLedger.Client.Errors;
using SupplyChainLedger.Contracts.Dates;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Intents;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.Signing;
using SupplyChainLedger.Ethereum.TypedData;
using SupplyChainLedger.V1;
using Intents = SupplyChainLedger.Contracts.Intents;

namespace SupplyChainLedger.Client.Testing;

/// <summary>
/// A ledger in memory that keeps the rules that a client meets: whose signature, once per invoice, once per intent,
/// only what is open. Each change is a block of its own.
/// </summary>
public sealed partial class MemoryLedger
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Invoice> _invoices = [];
    private readonly Dictionary<string, Intent> _intents = [];
    private readonly List<string> _resent = [];
    private readonly List<Event> _events = [];
    private ulong _block = 100;

    /// <summary>Chain id that it claims to be on.</summary>
    public const ulong ChainId = 31337;

    /// <summary>Address that it claims to have.</summary>
    public static readonly Address Address = Address.Parse("0x00000000000000000000000000000000000000a1");

    /// <summary>What intents are signed for.</summary>
    public static TypedDataDomain Domain { get; } = LedgerDomain.Of(ChainId, Address);

    /// <summary>What a test lets go wrong.</summary>
    public LedgerFaults Faults { get; } = new();

    /// <summary>How often each intent has reached the service.</summary>
    public ConcurrentDictionary<string, int> Arrivals { get; } = new();

    /// <summary>Identifier hashes and the like that a test adds to a participant.</summary>
    public Action<Participant>? Register { get; set; }

    /// <summary>Newest block.</summary>
    public ReadAt ReadAt => new()
    {
        BlockNumber = _block,
        BlockHash = Hash(_block),
        BlockTime = Timestamp.FromDateTime(DateTime.UnixEpoch.AddDays(20_000).AddSeconds(_block)),
    };

    /// <summary>Newest submission first.</summary>
    public IReadOnlyList<Invoice> Invoices
    {
        get
        {
            lock (_gate) return [.. _invoices.Values.Reverse().Select(Shown)];
        }
    }

    /// <summary>In the order of the chain.</summary>
    public IReadOnlyList<Event> Events
    {
        get
        {
            lock (_gate) return [.. _events];
        }
    }

    /// <summary>The participants.</summary>
    public IReadOnlyList<Participant> Participants => [.. TestParty.All.Select(party =>
    {
        var participant = party.ToMessage();
        Register?.Invoke(participant);
        return participant;
    })];

    /// <summary>One invoice, or a refusal.</summary>
    public Invoice Invoice(string name)
    {
        lock (_gate)
        {
            return _invoices.TryGetValue(name, out var invoice)
                ? Shown(invoice)
                : throw Refusals.Of(ErrorReason.InvoiceNotFound, $"There is no invoice {name}.");
        }
    }

    /// <summary>Intents that were asked to be sent again, in the order of the calls.</summary>
    public IReadOnlyList<string> Resent
    {
        get
        {
            lock (_gate) return [.. _resent];
        }
    }

    /// <summary>Notes that an intent is to be sent again.</summary>
    public Intent Resend(string name)
    {
        var intent = Intent(name);
        lock (_gate) _resent.Add(name);
        return intent;
    }

    /// <summary>One intent, or a refusal.</summary>
    public Intent Intent(string name)
    {
        lock (_gate)
        {
            return _intents.TryGetValue(name, out var intent)
                ? intent
                : throw Refusals.Of(ErrorReason.IntentNotFound, $"There is no intent {name}.");
        }
    }

    /// <param name="intent">What was signed.</param>
    /// <param name="signature">By whom.</param>
    /// <param name="effect">What it does.</param>
    /// <param name="amount">What it binds to, in minor units, where two may have to sign.</param>
    private Intent Execute(LedgerIntent intent, string signature, Func<Inclusion> effect, ulong amount = 0)
    {
        lock (_gate)
        {
            var name = ResourceNames.Of(intent.Digest(Domain));
            Arrivals.AddOrUpdate(name, 1, static (_, times) => times + 1);
            if (_intents.TryGetValue(name, out var known)) return known;

            var party = TestParty.All.Single(one => one.Id == intent.Participant.Value);
            RequireSignatures(party, intent, signature, amount);
            if (Faults.HoldsUp && intent is not Intents.CancelIntent)
                return _intents[name] = Held(intent, name, ResourceNames.OfParticipant(party.Handle));
            return _intents[name] = new Intent
            {
                Name = name,
                Participant = ResourceNames.OfParticipant(party.Handle),
                State = IntentState.Executed,
                Final = true,
                Inclusion = effect(),
                Invoice = intent.InvoiceConcerned is { } invoice ? ResourceNames.Of(invoice) : "",
                Holding = intent.HoldingConcerned is { } holding ? ResourceNames.Of(holding) : "",
            };
        }
    }

    private void RequireSignatures(TestParty party, LedgerIntent intent, string signature, ulong amount)
    {
        var digest = intent.Digest(Domain).Value;
        var isSigned = IntentSignatures.TryParse(Hex.Decode(signature), out var signatures, out _)
            && signatures.First.Recover(digest) == party.Key.Address
            && (signatures.Second is not { } second || second.Recover(digest) == party.SecondKey.Address);
        if (!isSigned) throw Refusals.Of(ErrorReason.SignerNotRegistered, $"The key does not sign for {party.Handle}.");
        if (intent.InvoiceConcerned is not { } id) return;
        if (!_invoices.TryGetValue(ResourceNames.Of(id), out var invoice)) return;

        var threshold = _thresholds.GetValueOrDefault((party.Id, invoice.Amount.CurrencyCode));
        if (threshold > 0 && amount > threshold && !signatures.AreTwo)
            throw Refusals.Of(ErrorReason.SecondSignatureRequired, $"Above {threshold} two keys sign.");
    }

    private Event Record(Inclusion here)
    {
        var happened = new Event { Position = $"p{_events.Count + 1}", Inclusion = here };
        _events.Add(happened);
        return happened;
    }

    private Inclusion NextBlock()
    {
        _block++;
        return new Inclusion
        {
            BlockNumber = _block,
            BlockHash = Hash(_block),
            BlockTime = ReadAt.BlockTime,
            TransactionHash = Hash(_block + 1_000_000),
            Final = true,
        };
    }

    private Invoice Shown(Invoice invoice)
    {
        var shown = invoice.Clone();
        Faults.Tamper?.Invoke(shown);
        return shown;
    }

    private static string NameOf(ParticipantId id) =>
        ResourceNames.OfParticipant(TestParty.All.Single(party => party.Id == id.Value).Handle);

    private static string Hash(ulong seed) => $"0x{seed:x64}";

    private static Google.Type.Date ApiDate(EpochDay day)
    {
        var date = day.ToDate();
        return new Google.Type.Date { Year = date.Year, Month = date.Month, Day = date.Day };
    }
}
