using System.Collections.Concurrent;
using SupplyChainLedger.Client;
using SupplyChainLedger.Client.Signing;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Intents;
using SupplyChainLedger.EndToEnd.Stage.Parties;
using SupplyChainLedger.EndToEnd.Stage.Services;
using SupplyChainLedger.V1;
using ConfirmInvoice = SupplyChainLedger.Contracts.Intents.ConfirmInvoice;
using SubmitInvoice = SupplyChainLedger.Contracts.Intents.SubmitInvoice;

namespace SupplyChainLedger.Faults.Staging;

/// <summary>Signed intents with known ids, and what the service has said to each.</summary>
internal sealed class Load : IDisposable
{
    private static readonly LedgerClientOptions Impatient = new()
    {
        ReconnectFor = TimeSpan.Zero,
        WaitTimeout = TimeSpan.FromSeconds(20),
    };

    private const ulong Amount = 1_000_00;
    private const int Recent = 200;

    private readonly ConcurrentDictionary<IntentHash, Intention> _all = [];
    private readonly Queue<Intention> _recent = [];

    private Load(Party supplier, Party buyer, Party recipient) =>
        (Supplier, Buyer, Recipient) = (supplier, buyer, recipient);

    /// <summary>Every intent that was ever sent.</summary>
    public IEnumerable<Intention> All => _all.Values;

    /// <summary>Those that the service has promised not to lose.</summary>
    public IEnumerable<Intention> Acknowledged => _all.Values.Where(static one => one.IsAcknowledged);

    /// <summary>The supplier of all invoices.</summary>
    public Party Supplier { get; }

    /// <summary>Their buyer.</summary>
    public Party Buyer { get; }

    /// <summary>Who gets parts of them.</summary>
    public Party Recipient { get; }

    /// <summary>Opens the desks of the parties at a service.</summary>
    public static async Task<Load> OpenAsync(RunningService service, CancellationToken cancellation) => new(
        await Party.OpenAsync(service, "tier1-brakes", Impatient, cancellation),
        await Party.OpenAsync(service, "core-motors", Impatient, cancellation),
        await Party.OpenAsync(service, "tier2-steel", Impatient, cancellation));

    /// <summary>Signs claims and sends all of them at once.</summary>
    public async Task<IReadOnlyList<Intention>> SubmitAsync(int count, CancellationToken cancellation)
    {
        var claims = Enumerable.Range(0, count).Select(_ => Claim()).ToList();
        await Task.WhenAll(claims.Select(one => one.SendAsync(cancellation)));
        return claims;
    }

    /// <summary>A signed claim that is not sent yet.</summary>
    public Intention Claim() => Claim(Supplier);

    /// <summary>The same, of another supplier.</summary>
    public Intention Claim(Party supplier)
    {
        var signed = supplier.Signer.Submit(Party.NewInvoice((long)Amount));
        return Note(signed, token => supplier.Client.Invoices.SubmitAsync(signed, WaitFor.Accepted, token));
    }

    /// <summary>The buyer's promise for a claim, not sent yet.</summary>
    public Intention Confirmation(InvoiceId invoice)
    {
        var signed = Buyer.Signer.Confirm(invoice, Amount, irrevocable: true);
        return Note(signed, token => Buyer.Client.Invoices.ConfirmAsync(signed, WaitFor.Accepted, token));
    }

    /// <summary>The supplier's withdrawal of a claim, not sent yet.</summary>
    public Intention Withdrawal(InvoiceId invoice)
    {
        var signed = Supplier.Signer.Withdraw(invoice);
        return Note(signed, token => Supplier.Client.Invoices.WithdrawAsync(signed, WaitFor.Accepted, token));
    }

    /// <summary>A part of a receivable for the recipient, not sent yet.</summary>
    public Intention Transfer(InvoiceId receivable, ulong minorUnits) => Transfer(Supplier, receivable, minorUnits);

    /// <summary>The smallest part of another supplier's receivable, not sent yet.</summary>
    public Intention Dust(Party holder, InvoiceId receivable) => Transfer(holder, receivable, 1);

    /// <summary>Opens the desk of a further party, which is the caller's to close.</summary>
    public static Task<Party> OpenAnotherAsync(
        RunningService service, string handle, CancellationToken cancellation) =>
        Party.OpenAsync(service, handle, Impatient, cancellation);

    /// <summary>Forgets all that the service has said, so that everything is sent again.</summary>
    public void Forget()
    {
        foreach (var one in All) one.Forget();
    }

    /// <summary>Sends again what got no answer.</summary>
    public async Task RetryAsync(CancellationToken cancellation)
    {
        foreach (var chunk in All.Where(static one => one.IsOpen).Chunk(100))
            await Task.WhenAll(chunk.Select(one => one.SendAsync(cancellation)));
    }

    /// <summary>Whatever follows from what has been accepted so far: claims, promises and transfers by turns.</summary>
    public Intention Next(Random random)
    {
        var kind = random.Next(10);
        if (kind >= 6 && Pick<SubmitInvoice>(random) is { } claim) return Confirmation(claim.Invoice);
        if (kind >= 4 && Pick<ConfirmInvoice>(random) is { } promise)
            return Transfer(promise.Invoice, (ulong)random.Next(1, 100_00));
        return Claim();
    }

    public void Dispose()
    {
        foreach (var party in new[] { Supplier, Buyer, Recipient }) party.Dispose();
    }

    private Intention Transfer(Party holder, InvoiceId receivable, ulong minorUnits)
    {
        var signed = holder.Signer.ProposeTransfer(
            HoldingReference.RootOf(receivable), Recipient.Signer.Participant, minorUnits);
        return Note(signed, token => holder.Client.Receivables.ProposeTransferAsync(signed, WaitFor.Accepted, token));
    }

    private T? Pick<T>(Random random)
        where T : LedgerIntent
    {
        List<Intention> recent;
        lock (_recent) recent = [.. _recent];
        var sent = recent.Where(static one => one.IsAcknowledged).Select(static one => one.Intent).OfType<T>().ToList();
        return sent.Count == 0 ? null : sent[random.Next(sent.Count)];
    }

    private Intention Note<T>(SignedIntent<T> signed, Func<CancellationToken, Task> send)
        where T : LedgerIntent
    {
        var intention = new Intention(signed.Digest, signed.Intent, send);
        _all[signed.Digest] = intention;
        lock (_recent)
        {
            _recent.Enqueue(intention);
            if (_recent.Count > Recent) _recent.Dequeue();
        }

        return intention;
    }
}
