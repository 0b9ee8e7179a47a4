using System.Globalization;
using SupplyChainLedger.Benchmarks.Similarity;
using SupplyChainLedger.Contracts.Events;
using SupplyChainLedger.Contracts.Holdings;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Registry;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.Hashing;
using SupplyChainLedger.Service.Indexing;
using SupplyChainLedger.Service.Indexing.Invoices;

namespace SupplyChainLedger.Benchmarks.Growth;

/// <summary>What the contracts would have logged of <see cref="SyntheticInvoices"/>, and blocks that hold it.</summary>
internal static class SyntheticEvents
{
    /// <summary>The parties of these invoices.</summary>
    /// <param name="invoices">How many invoices.</param>
    /// <param name="known">Participants up to this number are registered already.</param>
    public static IEnumerable<LedgerEvent> Registrations(int invoices, uint known) =>
        SyntheticInvoices.Take(invoices)
            .SelectMany(static one => new[]
            {
                (Id: one.Supplier, Role: ParticipantRoles.Supplier),
                (Id: one.Buyer, Role: ParticipantRoles.Buyer),
            })
            .Where(one => one.Id.Value > known)
            .DistinctBy(static one => one.Id)
            .Select(static one => Registration(one.Id, one.Role));

    /// <summary>That an invoice was submitted.</summary>
    public static LedgerEvent Submission(InvoiceRecord invoice) => new InvoiceSubmitted(
        invoice.Id, invoice.Supplier, invoice.Buyer, invoice.SubmissionIntent, invoice.Number, invoice.TypeCode,
        invoice.IssueDate, invoice.DueDate, invoice.Currency, invoice.Amount, invoice.DocumentHash);

    /// <summary>That its buyer promised to pay all of it.</summary>
    public static LedgerEvent Confirmation(InvoiceRecord invoice) => new InvoiceConfirmed(
        invoice.Id,
        invoice.Buyer,
        new IntentHash(Keccak256.Hash(invoice.SubmissionIntent.Value.ToBytes())),
        new HoldingRecord(
            invoice.Supplier, default, invoice.Amount, Pending: 0, Deadline: 0, HoldingPhase.Held, HoldingStep.None,
            Depth: 0, Financed: false, Recourse: false, RecourseClaimed: false, DefencesWaived: false, Disputed: false,
            Touched: false, RuleVersion: 1),
        Irrevocable: true);

    /// <summary>A block of events, which have been encoded and decoded as on their way through a node.</summary>
    public static ChainBlock Block(BlockRef at, Hash32 parent, IEnumerable<LedgerEvent> events)
    {
        var logs = new List<ChainLog>();
        foreach (var (i, one) in events.Index())
        {
            var log = LedgerEvents.Encode(one);
            var decoded = LedgerEvents.Decode(log.Topics, log.Data)!;
            logs.Add(new ChainLog(new LogPosition(at.Number, (uint)i), at.Hash, log.Topics, log.Data, decoded));
        }

        return new ChainBlock(at, parent, logs);
    }

    private static ParticipantRegistered Registration(ParticipantId id, ParticipantRoles role) => new(
        id,
        string.Create(CultureInfo.InvariantCulture, $"party-{id.Value}"),
        string.Create(CultureInfo.InvariantCulture, $"Party {id.Value}"),
        role, Hash32.Zero, Hash32.Zero, Hash32.Zero, "DE-BY", "2930", SmallEnterprise: true);
}
