using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Service.Indexing;
using SupplyChainLedger.Service.Indexing.Holdings;
using SupplyChainLedger.Service.Indexing.Invoices;
using SupplyChainLedger.Service.Sqlite;

namespace SupplyChainLedger.Service.Queries.Holdings;

/// <summary>Follows a holding back to the confirmation of its invoice.</summary>
internal static class HoldingTrace
{
    /// <summary>The tiers from a holding back to the confirmation.</summary>
    public static IReadOnlyList<Tier> Of(SqliteSession session, IndexedHolding holding)
    {
        var receivable = InvoiceTable.Find(session, holding.Receivable)!;
        var root = HoldingTable.Find(session, HoldingId.RootOf(holding.Receivable))!;
        var tiers = new List<Tier>
        {
            new(root.Id, receivable.Supplier, receivable.Buyer, TierKind.Confirmation, 0, receivable.Confirmed,
                receivable.DocumentHash, root.Opened),
        };
        foreach (var passed in Passings(session, holding.Id, long.MaxValue))
            tiers.Add(After(session, tiers[^1], passed));
        if (tiers[^1].Holding != holding.Id) tiers.Add(Part(tiers[^1], holding));
        tiers.Reverse();
        return tiers;
    }

    /// <summary>Where a holding came to whoever held it at a moment.</summary>
    /// <param name="session">Where to read.</param>
    /// <param name="holding">The holding.</param>
    /// <param name="until">Key of the last event that counts.</param>
    public static LogPosition HeldSince(SqliteSession session, IndexedHolding holding, long until) =>
        Passings(session, holding.Id, until) is [.., var newest]
            ? newest.At
            : HoldingTable.Find(session, HoldingId.RootOf(holding.Receivable))!.Opened;

    private static List<Endorsement> Passings(SqliteSession session, HoldingId holding, long until)
    {
        var passings = session.All(HoldingSql.Trace, EndorsementTable.Read, holding.Value.ToBytes(), until);
        passings.Sort(static (left, right) => left.At.Key.CompareTo(right.At.Key));
        return passings;
    }

    private static Tier After(SqliteSession session, Tier before, Endorsement passed) => passed.Cause switch
    {
        EndorsementCause.Transfer => Tier(
            before, passed, TierKind.Transfer, 1, TransferTable.Find(session, passed.Holding)!.TradeDocument),
        EndorsementCause.Financing => Tier(before, passed, TierKind.Financing, 1, Hash32.Zero),
        _ => Tier(before, passed, TierKind.Repurchase, 0, Hash32.Zero),
    };

    private static Tier Tier(Tier before, Endorsement passed, TierKind kind, int hands, Hash32 document) => new(
        passed.Holding, passed.Taker, passed.Giver, kind, before.Depth + hands, passed.Amount, document, passed.At);

    private static Tier Part(Tier before, IndexedHolding part) => new(
        part.Id, before.Participant, before.Participant, TierKind.Split, before.Depth, part.OpeningAmount, Hash32.Zero,
        part.Opened);
}
