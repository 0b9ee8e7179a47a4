using SupplyChainLedger.Ethereum;

namespace SupplyChainLedger.Contracts.Similarity;

/// <summary>Makes the fingerprints of an invoice.</summary>
public static class Fingerprints
{
    /// <summary>
    /// All fingerprints of an invoice: two of <see cref="Combination.PartiesNearAmountDueDate"/>, none where what it
    /// is made over is not there, and one of each other combination.
    /// </summary>
    /// <param name="invoice">The invoice.</param>
    /// <param name="key">The network's key.</param>
    public static IReadOnlyList<Fingerprint> Of(InvoiceParticulars invoice, FingerprintKey key)
    {
        ArgumentNullException.ThrowIfNull(invoice);
        ArgumentNullException.ThrowIfNull(key);
        var number = NumberForm.Of(invoice.Number);
        var (lower, upper) = AmountCells.PairsOf(invoice.Amount);
        var fingerprints = new List<Fingerprint>(9)
        {
            Parties(Combination.PartiesNumberDate).Add(number.Compact).Add(invoice.IssueDate).Seal(key),
            Parties(Combination.PartiesNumber).Add(number.Compact).Seal(key),
            Begin(Combination.SupplierNumberAmount)
                .Add(invoice.Supplier).Add(number.Compact).Add(invoice.Currency).Add(invoice.Amount).Seal(key),
            Parties(Combination.PartiesAmountDate)
                .Add(invoice.Currency).Add(invoice.Amount).Add(invoice.IssueDate).Seal(key),
            NearAmount(lower),
            NearAmount(upper),
            Parties(Combination.PartiesDate).Add(invoice.Currency).Add(invoice.IssueDate).Seal(key),
        };
        if (invoice.DocumentHash != Hash32.Zero)
            fingerprints.Insert(0, Begin(Combination.Document).Add(invoice.DocumentHash).Seal(key));
        if (number.Core.Length > 0)
            fingerprints.Add(Parties(Combination.PartiesCore).Add(number.Core).Seal(key));
        return fingerprints;

        FingerprintMessage Parties(Combination combination) =>
            Begin(combination).Add(invoice.Supplier).Add(invoice.Buyer);

        Fingerprint NearAmount(uint pair) => Parties(Combination.PartiesNearAmountDueDate)
            .Add(invoice.Currency).Add(pair).Add(invoice.DueDate).Seal(key);
    }

    private static FingerprintMessage Begin(Combination combination) => new(combination);
}
