using SupplyChainLedger.Ethereum;

namespace SupplyChainLedger.Contracts.Similarity;

/// <summary>Makes the fingerprints of an invoice.</summary>
public static class Fingerprints
{
    /// <summary>The most that an invoice has.</summary>
    public const int MaxCount = 9;

    // Beside the combinations: messages that name parties alone.
    private const byte BothParties = 0x80;
    private const byte SupplierAlone = 0x81;
    private const byte Nobody = 0x82;

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
        var mac = key.Take();
        try
        {
            return Of(invoice, mac);
        }
        finally
        {
            key.Return(mac);
        }
    }

    private static List<Fingerprint> Of(InvoiceParticulars invoice, FingerprintMac mac)
    {
        var both = mac.Begin(BothParties).Add(invoice.Supplier).Add(invoice.Buyer).Seal();
        var number = NumberForm.Of(invoice.Number);
        var (lower, upper) = AmountCells.PairsOf(invoice.Amount);
        var fingerprints = new List<Fingerprint>(MaxCount)
        {
            Parties(Combination.PartiesNumberDate, with => with.Add(number.Compact).Add(invoice.IssueDate)),
            Parties(Combination.PartiesNumber, with => with.Add(number.Compact)),
            Parties(
                Combination.PartiesAmountDate,
                with => with.Add(invoice.Currency).Add(invoice.Amount).Add(invoice.IssueDate)),
            Parties(Combination.PartiesNearAmountDueDate, with => NearAmount(with, lower)),
            Parties(Combination.PartiesNearAmountDueDate, with => NearAmount(with, upper)),
            Parties(Combination.PartiesDate, with => with.Add(invoice.Currency).Add(invoice.IssueDate)),
            new(
                Combination.SupplierNumberAmount,
                mac.Begin(SupplierAlone).Add(invoice.Supplier).Seal(),
                Begin(Combination.SupplierNumberAmount)
                    .Add(invoice.Supplier).Add(number.Compact).Add(invoice.Currency).Add(invoice.Amount).Seal()),
        };
        if (number.Core.Length > 0) fingerprints.Add(Parties(Combination.PartiesCore, with => with.Add(number.Core)));
        if (invoice.DocumentHash == Hash32.Zero) return fingerprints;
        fingerprints.Add(new(
            Combination.Document,
            mac.Begin(Nobody).Add(invoice.DocumentHash).Seal(),
            Begin(Combination.Document).Add(invoice.DocumentHash).Seal()));
        return fingerprints;

        Fingerprint Parties(Combination combination, Func<FingerprintMac, FingerprintMac> add) => new(
            combination, both, add(Begin(combination).Add(invoice.Supplier).Add(invoice.Buyer)).Seal());

        FingerprintMac NearAmount(FingerprintMac with, uint pair) =>
            with.Add(invoice.Currency).Add(pair).Add(invoice.DueDate);

        FingerprintMac Begin(Combination combination) => mac.Begin((byte)combination);
    }
}
