using System.Text.Json;
using SupplyChainLedger.Ethereum.Blocks;

namespace SupplyChainLedger.Ethereum.JsonRpc;

/// <summary>
/// Asks for all receipts of blocks: by one call a block, or where the node does not know it by one for each of the
/// block's transactions.
/// </summary>
internal sealed class ReceiptCalls(JsonRpcClient rpc)
{
    private const string OfBlock = "eth_getBlockReceipts";

    private volatile bool _oneByOne;

    public async Task<IReadOnlyList<BlockReceipts>> GetAsync(
        IReadOnlyList<Hash32> blocks, IReadOnlyList<Address> contracts, CancellationToken cancellationToken)
    {
        var reading = new ReceiptReading(contracts);
        if (!_oneByOne)
        {
            try
            {
                var requests = blocks.Select(static hash => new JsonRpcRequest(OfBlock, hash.ToString())).ToArray();
                return await rpc.BatchAsync(requests, json => reading.Read(Items(json)), cancellationToken);
            }
            catch (JsonRpcErrorException refusal) when (refusal.Error.IsUnknownMethod)
            {
                _oneByOne = true;
            }
        }

        var receipts = new List<BlockReceipts>(blocks.Count);
        foreach (var hash in blocks) receipts.Add(reading.Read(await OneByOneAsync(hash, cancellationToken)));
        return receipts;
    }

    private async Task<IEnumerable<JsonElement>> OneByOneAsync(Hash32 block, CancellationToken cancellationToken)
    {
        var transactions = await rpc.CallAsync(
            new JsonRpcRequest("eth_getBlockByHash", block.ToString(), false), Transactions, cancellationToken);
        var requests = transactions
            .Select(static hash => new JsonRpcRequest("eth_getTransactionReceipt", hash.ToString())).ToArray();
        try
        {
            var receipts = await rpc.BatchAsync(requests, static json => json.Clone(), cancellationToken);
            return receipts.All(static json => json.ValueKind == JsonValueKind.Object)
                ? receipts
                : throw new ReceiptsNotServedException("it has none of some transactions of a block.");
        }
        catch (JsonRpcErrorException refusal) when (refusal.Error.IsUnknownMethod)
        {
            throw new ReceiptsNotServedException(refusal.Message, refusal);
        }
    }

    private static JsonElement.ArrayEnumerator Items(JsonElement json) =>
        json.ValueKind == JsonValueKind.Null
            ? throw new FormatException("the node does not have the block.")
            : json.EnumerateArray();

    private static List<Hash32> Transactions(JsonElement block)
    {
        if (block.ValueKind == JsonValueKind.Null) throw new FormatException("the node does not have the block.");
        return block.TryGetProperty("transactions", out var hashes) && hashes.ValueKind == JsonValueKind.Array
            ? [.. hashes.EnumerateArray().Select(HexJson.ReadHash)]
            : throw new ReceiptsNotServedException("it tells no transactions of a block.");
    }
}
