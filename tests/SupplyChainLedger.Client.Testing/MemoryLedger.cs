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
public sealed class MemoryLedger
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Invoice> _invoices = [];
    private readonly Dictionary<string, Intent> _intents = [];
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

    /// <summary>A supplier's claim.</summary>
    public Intent Submit(Intents.SubmitInvoice claim, string signature) => Execute(claim, signature, () =>
    {
        var name = ResourceNames.Of(claim.Invoice);
        if (_invoices.ContainsKey(name))
            throw Refusals.Of(ErrorReason.InvoiceAlreadyExists, $"The invoice {name} is recorded already.");
        if (claim.DueDate.Value < claim.IssueDate.Value)
        {
            throw Refusals.Of(
                ErrorReason.InvalidField,
                "A field is malformed.",
                new FieldViolation("action.due_date", $"{claim.DueDate} lies before {claim.IssueDate}"));
        }

        var here = NextBlock();
        var invoice = new Invoice
        {
            Name = name,
            Supplier = NameOf(claim.Supplier),
            Buyer = NameOf(claim.Buyer),
            Number = claim.Number,
            TypeCode = claim.TypeCode,
            IssueDate = ApiDate(claim.IssueDate),
            DueDate = ApiDate(claim.DueDate),
            Amount = new Money { CurrencyCode = claim.Currency, MinorUnits = (long)claim.Amount },
            DocumentHash = claim.DocumentHash.ToString(),
            State = InvoiceState.Submitted,
            Submission = here,
            LastChange = here,
        };
        _invoices[name] = invoice;
        Record(here).InvoiceSubmitted = new InvoiceSubmitted
        {
            Invoice = name,
            Supplier = invoice.Supplier,
            Buyer = invoice.Buyer,
            Number = invoice.Number,
            Amount = invoice.Amount,
            DueDate = invoice.DueDate,
        };
        return here;
    });

    /// <summary>A buyer's promise.</summary>
    public Intent Confirm(Intents.ConfirmInvoice promise, string signature) => Execute(promise, signature, () =>
    {
        var invoice = OpenInvoice(promise.Invoice);
        if (promise.Amount > (ulong)invoice.Amount.MinorUnits)
            throw Refusals.Of(ErrorReason.AmountOutOfRange, "The amount is larger than the invoice's.");
        invoice.State = InvoiceState.Confirmed;
        invoice.ConfirmedAmount = new Money(invoice.Amount) { MinorUnits = (long)promise.Amount };
        return Change(invoice, here => Record(here).InvoiceConfirmed = new InvoiceConfirmed
        {
            Invoice = invoice.Name,
            Buyer = invoice.Buyer,
            Record = new HoldingRecord { MinorUnits = (long)promise.Amount },
        });
    });

    /// <summary>A buyer's refusal.</summary>
    public Intent Reject(Intents.RejectInvoice refusal, string signature) => Execute(refusal, signature, () =>
    {
        var invoice = OpenInvoice(refusal.Invoice);
        invoice.State = InvoiceState.Rejected;
        invoice.RejectionReason = refusal.Reason;
        return Change(invoice, here => Record(here).InvoiceRejected = new InvoiceRejected
        {
            Invoice = invoice.Name,
            Buyer = invoice.Buyer,
            Reason = refusal.Reason,
        });
    });

    /// <summary>A supplier's withdrawal.</summary>
    public Intent Withdraw(Intents.WithdrawInvoice withdrawal, string signature) => Execute(withdrawal, signature, () =>
    {
        var invoice = OpenInvoice(withdrawal.Invoice);
        invoice.State = InvoiceState.Withdrawn;
        return Change(invoice, here => Record(here).InvoiceWithdrawn = new InvoiceWithdrawn
        {
            Invoice = invoice.Name,
            Supplier = invoice.Supplier,
        });
    });

    private Intent Execute(LedgerIntent intent, string signature, Func<Inclusion> effect)
    {
        lock (_gate)
        {
            var name = ResourceNames.Of(intent.Digest(Domain));
            Arrivals.AddOrUpdate(name, 1, static (_, times) => times + 1);
            if (_intents.TryGetValue(name, out var known)) return known;

            var party = TestParty.All.Single(one => one.Id == intent.Participant.Value);
            var isSigned = IntentSignatures.TryParse(Hex.Decode(signature), out var parsed, out _)
                && parsed.First.Recover(intent.Digest(Domain).Value) == party.Key.Address;
            if (!isSigned)
                throw Refusals.Of(ErrorReason.SignerNotRegistered, $"The key does not sign for {party.Handle}.");

            return _intents[name] = new Intent
            {
                Name = name,
                Participant = ResourceNames.OfParticipant(party.Handle),
                State = IntentState.Executed,
                Final = true,
                Inclusion = effect(),
                Invoice = intent.InvoiceConcerned is { } invoice ? ResourceNames.Of(invoice) : "",
            };
        }
    }

    private Invoice OpenInvoice(InvoiceId id)
    {
        var name = ResourceNames.Of(id);
        if (!_invoices.TryGetValue(name, out var invoice))
            throw Refusals.Of(ErrorReason.InvoiceNotFound, $"There is no invoice {name}.");
        return invoice.State == InvoiceState.Submitted
            ? invoice
            : throw Refusals.Of(ErrorReason.InvoiceNotOpen, $"The invoice {name} is no longer open.");
    }

    private Inclusion Change(Invoice invoice, Action<Inclusion> record)
    {
        invoice.LastChange = NextBlock();
        record(invoice.LastChange);
        return invoice.LastChange;
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
