using System.Text.Json;
using SupplyChainLedger.Ethereum.JsonRpc;
using SupplyChainLedger.Ethereum.Rlp;
using SupplyChainLedger.Ethereum.Tries;

namespace SupplyChainLedger.Ethereum.Blocks;

/// <summary>
/// Takes from receipts the logs of some contracts and, on the way, the root of their trie. What is of other contracts
/// passes from the node's JSON into the trie, and nothing is made of it. Its buffers serve one block after the other.
/// </summary>
internal sealed class ReceiptReading(IReadOnlyList<Address> contracts)
{
    private const ulong LastType = 0x7f;

    private readonly RlpWriter _rlp = new(capacity: 4096);
    private readonly TrieRoot _trie = new();

    /// <summary>Reads all receipts of a block, in its order.</summary>
    public BlockReceipts Read(IEnumerable<JsonElement> receipts)
    {
        _rlp.Truncate(0);
        var ends = new List<int>();
        var logs = new List<LogEntry>();
        var place = 0;
        foreach (var receipt in receipts)
        {
            Write(receipt, logs, ref place);
            ends.Add(_rlp.Length);
        }

        var begin = 0;
        var values = new ReadOnlyMemory<byte>[ends.Count];
        for (var i = 0; i < values.Length; begin = ends[i++]) values[i] = _rlp.Part(begin, ends[i] - begin);
        return new BlockReceipts { Root = _trie.OfList(values), Logs = logs };
    }

    /// <summary>Writes a receipt as the trie has it: with its type before it unless that is 0 (EIP-2718), and the
    /// status (EIP-658), before Byzantium the state's root, at its beginning.</summary>
    private void Write(JsonElement receipt, List<LogEntry> logs, ref int place)
    {
        var type = receipt.TryGetProperty("type", out var told) ? HexJson.ReadNumber(told) : 0;
        if (type > LastType) throw new FormatException($"No receipt has the type {type}.");
        if (type > 0) _rlp.WriteType((byte)type);
        var whole = _rlp.BeginList();
        if (receipt.TryGetProperty("status", out var status)) _rlp.Write(HexJson.ReadNumber(status));
        else HexJson.CopyTo(_rlp, receipt.GetProperty("root"));
        _rlp.Write(HexJson.ReadNumber(receipt.GetProperty("cumulativeGasUsed")));
        HexJson.CopyTo(_rlp, receipt.GetProperty("logsBloom"));

        var list = _rlp.BeginList();
        foreach (var log in receipt.GetProperty("logs").EnumerateArray())
        {
            if (contracts.Contains(HexJson.ReadAddress(log.GetProperty("address"))))
            {
                logs.Add(Placed(log, place));
                Write(logs[^1]);
            }
            else
            {
                Copy(log);
            }

            place++;
        }

        _rlp.EndList(list);
        _rlp.EndList(whole);
    }

    private void Write(LogEntry log)
    {
        var whole = _rlp.BeginList();
        _rlp.Write(log.Address);
        var topics = _rlp.BeginList();
        foreach (var topic in log.Topics) _rlp.Write(topic);
        _rlp.EndList(topics);
        _rlp.Write(log.Data);
        _rlp.EndList(whole);
    }

    private void Copy(JsonElement log)
    {
        var whole = _rlp.BeginList();
        HexJson.CopyTo(_rlp, log.GetProperty("address"));
        var topics = _rlp.BeginList();
        foreach (var topic in log.GetProperty("topics").EnumerateArray()) HexJson.CopyTo(_rlp, topic);
        _rlp.EndList(topics);
        HexJson.CopyTo(_rlp, log.GetProperty("data"));
        _rlp.EndList(whole);
    }

    private static LogEntry Placed(JsonElement json, int place)
    {
        var log = ChainJson.ReadLog(json);
        return log.LogIndex == place
            ? log
            : throw new FormatException($"log {place} of the block is called log {log.LogIndex}.");
    }
}
