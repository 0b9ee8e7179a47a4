using System.Buffers.Binary;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.Hashing;
using SupplyChainLedger.Ethereum.JsonRpc;

namespace SupplyChainLedger.Service.Tests.Indexing.Chain;

/// <summary>The Bloom filter that a block of these logs has (Yellow Paper, section 4.3.1).</summary>
internal static class BloomOf
{
    public static LogsBloom Logs(IEnumerable<LogEntry> logs)
    {
        var bits = new byte[LogsBloom.Size];
        foreach (var log in logs)
        {
            Add(bits, log.Address.ToBytes());
            foreach (var topic in log.Topics) Add(bits, topic.ToBytes());
        }

        return LogsBloom.FromBytes(bits);
    }

    private static void Add(byte[] bits, byte[] entry)
    {
        var hash = Keccak256.Hash(entry).ToBytes();
        for (var pair = 0; pair < 6; pair += 2)
        {
            var bit = BinaryPrimitives.ReadUInt16BigEndian(hash.AsSpan(pair)) & 2047;
            bits[LogsBloom.Size - 1 - bit / 8] |= (byte)(1 << (bit % 8));
        }
    }
}
