using System.Numerics;
using System.Text.Json;
using System.Text.Json.Nodes;
using SupplyChainLedger.Ethereum.Blocks;

namespace SupplyChainLedger.Ethereum.JsonRpc;

/// <summary>The objects of Ethereum's JSON-RPC API. Readers throw about JSON that is not what it should be.</summary>
internal static class ChainJson
{
    public static ulong ReadNumber(JsonElement json) => HexJson.ReadNumber(json);

    public static BigInteger ReadWei(JsonElement json) => Quantity.ReadUInt256(json.GetString());

    public static byte[] ReadBytes(JsonElement json) => HexJson.ReadBytes(json);

    public static Hash32 ReadHash(JsonElement json) => HexJson.ReadHash(json);

    public static Address ReadAddress(JsonElement json) => HexJson.ReadAddress(json);

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
                HashOfFields = HeaderReading.Hash(json),
                UnknownFields = HeaderReading.Unknown(json),
            };

    public static IReadOnlyList<LogEntry> ReadLogs(JsonElement json)
    {
        var logs = new List<LogEntry>(json.GetArrayLength());
        foreach (var log in json.EnumerateArray()) logs.Add(ReadLog(log));
        return logs;
    }

    public static LogEntry ReadLog(JsonElement json) => new()
    {
        Address = ReadAddress(json.GetProperty("address")),
        Topics = ReadTopics(json.GetProperty("topics")),
        Data = ReadBytes(json.GetProperty("data")),
        BlockNumber = ReadNumber(json.GetProperty("blockNumber")),
        BlockHash = ReadHash(json.GetProperty("blockHash")),
        TransactionHash = ReadHash(json.GetProperty("transactionHash")),
        TransactionIndex = ReadIndex(json.GetProperty("transactionIndex")),
        LogIndex = ReadIndex(json.GetProperty("logIndex")),
    };

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

    public static HeaderEvidence? ReadEvidence(JsonElement json) =>
        json.ValueKind == JsonValueKind.Null ? null
        : HeaderReading.Encode(json) is { } rlp ? HeaderEvidence.Decode(rlp.Span)
        : throw new FormatException("a part of the header is missing.");

    /// <param name="json">What <c>eth_getProof</c> answers.</param>
    /// <param name="slots">How many words were asked for.</param>
    public static AccountProof ReadProof(JsonElement json, int slots)
    {
        var storage = json.GetProperty("storageProof").EnumerateArray()
            .Select(static one => ReadNodes(one.GetProperty("proof"))).ToList();
        return storage.Count == slots
            ? new AccountProof(ReadNodes(json.GetProperty("accountProof")), storage)
            : throw new FormatException($"{slots} words were asked for, and {storage.Count} are proven.");
    }

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

    private static List<ReadOnlyMemory<byte>> ReadNodes(JsonElement json) =>
        [.. json.EnumerateArray().Select(static node => (ReadOnlyMemory<byte>)ReadBytes(node))];

    private static Hash32[] ReadTopics(JsonElement json)
    {
        var topics = new Hash32[json.GetArrayLength()];
        var next = 0;
        foreach (var topic in json.EnumerateArray()) topics[next++] = ReadHash(topic);
        return topics;
    }

    private static int ReadIndex(JsonElement json) => checked((int)ReadNumber(json));

    private static JsonElement? Optional(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
}
