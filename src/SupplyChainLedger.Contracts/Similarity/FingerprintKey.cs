using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using SupplyChainLedger.Ethereum;

namespace SupplyChainLedger.Contracts.Similarity;

/// <summary>
/// The secret of a network under which its invoices' fingerprints are made. Whoever has it can find an invoice by
/// guessing its number; who has not learns nothing from a fingerprint.
/// </summary>
public sealed class FingerprintKey
{
    /// <summary>Length in bytes.</summary>
    public const int Size = 32;

    private static readonly byte[] CheckLabel = Encoding.ASCII.GetBytes("SupplyChainLedger fingerprint key check 1");

    // Setting up a keyed hash costs more than what it is then fed with.
    private readonly ConcurrentBag<FingerprintMac> _idle = [];
    private readonly byte[] _bytes;

    /// <summary>Takes a key.</summary>
    /// <param name="bytes">Exactly <see cref="Size"/> random bytes.</param>
    /// <exception cref="ArgumentException">There are more or fewer bytes.</exception>
    public FingerprintKey(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Size)
            throw new ArgumentException($"A fingerprint key has {Size} bytes, not {bytes.Length}.", nameof(bytes));
        _bytes = bytes.ToArray();
    }

    /// <summary>Tells whether something was made under the same key, without telling the key.</summary>
    public Hash32 CheckValue => Hash32.FromBytes(HMACSHA256.HashData(_bytes, CheckLabel));

    /// <summary>For one thread, to be given back.</summary>
    internal FingerprintMac Take() => _idle.TryTake(out var idle) ? idle : new FingerprintMac(_bytes);

    internal void Return(FingerprintMac mac) => _idle.Add(mac);
}
