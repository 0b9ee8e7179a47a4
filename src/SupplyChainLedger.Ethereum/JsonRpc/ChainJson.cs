using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SupplyChainLedger.Ethereum.JsonRpc;

/// <summary>The objects of Ethereum's JSON-RPC API. Readers throw about JSON that is not what it should be.</summary>
internal static class ChainJson
{
    public static ulong ReadNumber(JsonElement json) => Quantity.ReadUInt64(json.GetString());

    public static BigInteger ReadWei(JsonElement json) => Quantity.ReadUInt256(json.GetString());

    public static byte[] ReadBytes(JsonElement json)
    {
        // Without escapes, which nobody writes here, what stands between the quotes is the text itself.
        if (json.ValueKind != JsonValueKind.String) throw new FormatException("A byte string was expected.");
        var text = JsonMarshal.GetRawUtf8Value(json)[1..^1];
        var bytes = new byte[Math.Max(0, text.Length / 2 - 1)];
        return text.StartsWith("0x"u8) && text.Length == 2 * bytes.Length + 2
            && Convert.FromHexString(text[2..], bytes, out _, out _) == OperationStatus.Done
                ? bytes
                : Hex.Decode(json.GetString());
    }

    public static Hash32 ReadHash(JsonElement json) => Hash32.Parse(json.GetString() ?? "");

    /// <summary>Nodes write addresses in lower case or with a checksum that nobody needs to check again.</summary>
    public static Address ReadAddress(JsonElement json) => Address.FromBytes(ReadBytes(json));

    public static BlockHeader? ReadHeader(JsonElement json) =>
        json.ValueKind == JsonValueKind.Null
            ? null
            : new BlockHeader
            {
                Number = ReadNumber(json.GetProperty("number")),
                Hash = ReadHash(json.GetProperty("hash")),
                ParentHash = ReadHash(json.GetProperty("parentHash")),
                Timestamp = ReadNumber(json.GetProperty("timestamp")),
                BaseFeePerGas = Optional(json, "baseFeePerGas") is { } fee ? ReadWei(fee) : null,
                GasLimit = ReadNumber(json.GetProperty("gasLimit")),
                GasUsed = ReadNumber(json.GetProperty("gasUsed")),
                LogsBloom = LogsBloom.FromBytes(ReadBytes(json.GetProperty("logsBloom"))),
                StateRoot = ReadHash(json.GetProperty("stateRoot")),
                ReceiptsRoot = ReadHash(json.GetProperty("receiptsRoot")),
            };

    public static IReadOnlyList<LogEntry> ReadLogs(JsonElement json)
    {
        var logs = new List<LogEntry>(json.GetArrayLength());
        foreach (var log in json.EnumerateArray()) logs.Add(ReadLog(log));
        return logs;
    }

    public static TransactionReceipt? ReadReceipt(JsonElement json) =>
        json.ValueKind == JsonValueKind.Null
            ? null
            : new TransactionReceipt
            {
                TransactionHash = ReadHash(json.GetProperty("transactionHash")),
                BlockHash = ReadHash(json.GetProperty("blockHash")),
                BlockNumber = ReadNumber(json.GetProperty("blockNumber")),
                TransactionIndex = ReadIndex(json.GetProperty("transactionIndex")),
                Succeeded = ReadNumber(json.GetProperty("status")) == 1,
                ContractAddress = Optional(json, "contractAddress") is { } address ? ReadAddress(address) : null,
                GasUsed = ReadNumber(json.GetProperty("gasUsed")),
                EffectiveGasPrice = Optional(json, "effectiveGasPrice") is { } price ? ReadWei(price) : null,
                Logs = ReadLogs(json.GetProperty("logs")),
            };

    public static ChainTransaction? ReadTransaction(JsonElement json) =>
        json.ValueKind == JsonValueKind.Null
            ? null
            : new ChainTransaction
            {
                Hash = ReadHash(json.GetProperty("hash")),
                BlockHash = Optional(json, "blockHash") is { } hash ? ReadHash(hash) : null,
                BlockNumber = Optional(json, "blockNumber") is { } number ? ReadNumber(number) : null,
                From = ReadAddress(json.GetProperty("from")),
                To = Optional(json, "to") is { } to ? ReadAddress(to) : null,
                Nonce = ReadNumber(json.GetProperty("nonce")),
                Value = ReadWei(json.GetProperty("value")),
                Input = ReadBytes(json.GetProperty("input")),
            };

    public static JsonObject Write(LogFilter filter)
    {
        var json = new JsonObject();
        if (filter.BlockHash is { } hash) json["blockHash"] = hash.ToString();
        if (filter.FromBlock is { } from) json["fromBlock"] = Quantity.Write(from);
        if (filter.ToBlock is { } to) json["toBlock"] = Quantity.Write(to);
        if (filter.Addresses.Count > 0)
            json["address"] = new JsonArray([.. filter.Addresses.Select(address => (JsonNode)address.ToString())]);
        if (filter.Topics.Count > 0)
            json["topics"] = new JsonArray([.. filter.Topics.Select(WriteAlternatives)]);
        return json;
    }

    public static JsonObject Write(CallRequest call)
    {
        // Old nodes know the call data as "data", new ones as "input" too; all take "data".
        var json = new JsonObject { ["data"] = HexData.Of(call.Data) };
        if (call.To is { } to) json["to"] = to.ToString();
        if (call.From is { } from) json["from"] = from.ToString();
        if (!call.Value.IsZero) json["value"] = Quantity.Write(call.Value);
        if (call.GasLimit is { } gas) json["gas"] = Quantity.Write(gas);
        return json;
    }

    private static JsonArray? WriteAlternatives(Hash32[]? alternatives) =>
        alternatives is null ? null : new JsonArray([.. alternatives.Select(topic => (JsonNode)topic.ToString())]);

    private static LogEntry ReadLog(JsonElement json) => new()
    {
        Address = ReadAddress(json.GetProperty("address")),
        Topics = [.. json.GetProperty("topics").EnumerateArray().Select(ReadHash)],
        Data = ReadBytes(json.GetProperty("data")),
        BlockNumber = ReadNumber(json.GetProperty("blockNumber")),
        BlockHash = ReadHash(json.GetProperty("blockHash")),
        TransactionHash = ReadHash(json.GetProperty("transactionHash")),
        TransactionIndex = ReadIndex(json.GetProperty("transactionIndex")),
        LogIndex = ReadIndex(json.GetProperty("logIndex")),
    };

    private static int ReadIndex(JsonElement json) => checked((int)ReadNumber(json));

    private static JsonElement? Optional(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
}
