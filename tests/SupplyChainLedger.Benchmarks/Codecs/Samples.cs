using SupplyChainLedger.Contracts.Dates;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Intents;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.Hashing;
using SupplyChainLedger.Ethereum.Signing;
using SupplyChainLedger.Ethereum.TypedData;

namespace SupplyChainLedger.Benchmarks.Codecs;

/// <summary>What codecs work on.</summary>
internal static class Samples
{
    /// <summary>How many intents a full transaction carries.</summary>
    public const int Batch = 100;

    public static readonly Hash32 Hash = Keccak256.Hash("a document"u8);

    public static readonly Address Ledger = Address.Parse("0x5FbDB2315678afecb367f032d93F642f64180aa3");

    public static readonly TypedDataDomain Domain = LedgerDomain.Of(712712, Ledger);

    public static readonly byte[] Secret = [.. Enumerable.Repeat((byte)7, PrivateKey.Size)];

    public static SubmitInvoice Intent(int number) => new(
        new ParticipantId(2), new ParticipantId(1), $"INV-2026-{number:D7}", 380, EpochDay.FromDate(new(2026, 1, 5)),
        EpochDay.FromDate(new(2026, 4, 5)), "EUR", 11_900, Hash, new Nonce(Keccak256.Hash([(byte)number])),
        1_800_000_000);
}
