using SupplyChainLedger.Client.Signing;
using SupplyChainLedger.Client.Testing;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Monetary;
using SupplyChainLedger.Ethereum;

namespace SupplyChainLedger.Client.Tests;

/// <summary>Claims that are in order.</summary>
internal static class Drafts
{
    public static InvoiceDraft Of(string number, long minorUnits = 33_690) => new(
        new ParticipantId(TestParty.CoreMotors.Id),
        number,
        380,
        new DateOnly(2026, 1, 5),
        new DateOnly(2027, 3, 31),
        new Money(minorUnits, Currency.Find("EUR")!),
        Hash32.Parse($"0x{number.Length:x64}"));
}
