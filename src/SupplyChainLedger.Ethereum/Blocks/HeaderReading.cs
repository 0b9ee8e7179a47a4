using System.Text.Json;
using SupplyChainLedger.Ethereum.Hashing;
using SupplyChainLedger.Ethereum.JsonRpc;
using SupplyChainLedger.Ethereum.Rlp;

namespace SupplyChainLedger.Ethereum.Blocks;

/// <summary>Makes the RLP of a header of what a node tells of the block.</summary>
internal static class HeaderReading
{
    /// <summary>What the header hashes to; null where the node leaves out what every header has.</summary>
    public static Hash32? Hash(JsonElement block) => Encode(block) is { } rlp ? Keccak256.Hash(rlp.Span) : null;

    /// <summary>The RLP; null where the node leaves out what every header has.</summary>
    public static ReadOnlyMemory<byte>? Encode(JsonElement block)
    {
        var writer = new RlpWriter(capacity: 1024);
        var header = writer.BeginList();
        foreach (var field in HeaderField.Required)
            if (!TryWrite(writer, block, field)) return null;
        foreach (var field in HeaderField.Added)
            if (!TryWrite(writer, block, field)) break;
        writer.EndList(header);
        return writer.From(0);
    }

    /// <summary>What the node tells that is no field known here: perhaps one of a later fork.</summary>
    public static string Unknown(JsonElement block)
    {
        var known = HeaderField.Required.Count(field => block.TryGetProperty(field.Name, out _))
            + HeaderField.Added.Count(field => block.TryGetProperty(field.Name, out _))
            + HeaderField.Beside.Count(name => block.TryGetProperty(name, out _));
        if (block.GetPropertyCount() == known) return "";
        return string.Join(
            ", ",
            block.EnumerateObject().Select(static property => property.Name)
                .Except(HeaderField.Required.Select(static field => field.Name))
                .Except(HeaderField.Added.Select(static field => field.Name))
                .Except(HeaderField.Beside));
    }

    private static bool TryWrite(RlpWriter writer, JsonElement block, HeaderField field)
    {
        if (!block.TryGetProperty(field.Name, out var value) || value.ValueKind == JsonValueKind.Null) return false;
        if (field.IsNumber) writer.Write(ChainJson.ReadWei(value));
        else HexJson.CopyTo(writer, value);
        return true;
    }
}
