using System.Security.Cryptography;
using SupplyChainLedger.Contracts.Dates;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Similarity;
using SupplyChainLedger.Ethereum;

namespace SupplyChainLedger.Contracts.Tests.Similarity;

internal static class Examples
{
    /// <summary>12,345.67 EUR, issued on 2026-11-02 and due on 2027-01-31.</summary>
    public static InvoiceParticulars Invoice { get; } = new(
        new ParticipantId(1), new ParticipantId(3), "INV-2026-00417", EpochDay.FromDate(new DateOnly(2026, 11, 2)),
        EpochDay.FromDate(new DateOnly(2027, 1, 31)), "EUR", 1_234_567, Hash32.FromBytes(SHA256.HashData("a file"u8)));

    /// <summary>Another document, so that the file itself tells nothing.</summary>
    public static InvoiceParticulars Copy { get; } =
        Invoice with { DocumentHash = Hash32.FromBytes(SHA256.HashData("another file"u8)) };
}
