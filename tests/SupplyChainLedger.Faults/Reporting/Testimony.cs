using SupplyChainLedger.Ethereum.JsonRpc;
using SupplyChainLedger.Faults.Staging;

namespace SupplyChainLedger.Faults.Reporting;

/// <summary>What service and node have to say after a scenario has failed, for whoever looks for the reason.</summary>
internal static class Testimony
{
    private const int LastLines = 30;
    private const int NewestBlocks = 2 * Stage.FinalityDepth;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    /// <summary>Asks both how they are, ends the service and quotes the end of its log.</summary>
    public static async Task<string> OfAsync(Stage stage, CancellationToken cancellation)
    {
        var chain = await ChainAsync(stage, cancellation);
        if (!stage.IsRunning) return $"The service does not run.\n{chain}";
        var readiness = await ReadinessAsync(stage, cancellation);
        await stage.Service.KillAsync(cancellation);
        var log = (await stage.Service.ErrorsAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return string.Join('\n', log.TakeLast(LastLines).Prepend($"Readiness: {readiness}").Append(chain));
    }

    /// <summary>The newest blocks one by one, since a chain with a gap ends there for whoever reads on.</summary>
    private static async Task<string> ChainAsync(Stage stage, CancellationToken cancellation)
    {
        try
        {
            var head = await stage.Reader.Chain.GetBlockNumberAsync(cancellation);
            var lines = new List<string> { $"The node's newest block is {head}:" };
            for (var number = head - Math.Min(head, NewestBlocks); number <= head; number++)
            {
                var block = await stage.Reader.Chain.GetHeaderAsync(BlockTag.At(number), cancellation);
                lines.Add($"  {number}: {(block is null ? "missing" : $"{block.Hash} on {block.ParentHash}")}");
            }

            return string.Join('\n', lines);
        }
        catch (JsonRpcException fault)
        {
            return $"The node: {fault.Message}";
        }
    }

    private static async Task<string> ReadinessAsync(Stage stage, CancellationToken cancellation)
    {
        using var http = new HttpClient { Timeout = Limit };
        try
        {
            using var answer = await http.GetAsync(new Uri(stage.Service.Web, "/readyz"), cancellation);
            return (await answer.Content.ReadAsStringAsync(cancellation)).Trim();
        }
        catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException)
        {
            return fault.Message;
        }
    }
}
