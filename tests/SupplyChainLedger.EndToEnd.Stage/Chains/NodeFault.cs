using System.Text.Json.Nodes;

namespace SupplyChainLedger.EndToEnd.Stage.Chains;

/// <summary>One way for a node to misbehave.</summary>
public abstract class NodeFault
{
    /// <summary>It does not.</summary>
    public static NodeFault None { get; } = new Scripted(static async exchange =>
        await exchange.AnswerAsync(await exchange.AskAsync()));

    /// <summary>Takes the connection and never answers.</summary>
    public static NodeFault Hang { get; } = new Scripted(static exchange =>
        new TaskCompletionSource().Task.WaitAsync(exchange.Cancellation));

    /// <summary>Breaks the connection instead of an answer. What was asked for may have been done.</summary>
    public static NodeFault BreakAfterwards { get; } = new Scripted(static async exchange =>
    {
        await exchange.AskAsync();
        exchange.Break();
    });

    /// <summary>Sends the first half of each answer.</summary>
    public static NodeFault Truncate { get; } = new Scripted(static async exchange =>
        await exchange.TruncateAsync(await exchange.AskAsync()));

    /// <summary>Refuses with an HTTP status, such as 503 or 429.</summary>
    public static NodeFault Status(int status, int? retryAfterSeconds = null) => new Scripted(exchange =>
    {
        exchange.Refuse(status, retryAfterSeconds);
        return Task.CompletedTask;
    });

    /// <summary>Answers late.</summary>
    public static NodeFault Slow(TimeSpan by) => new Scripted(async exchange =>
    {
        using var timer = new PeriodicTimer(by);
        await timer.WaitForNextTickAsync(exchange.Cancellation);
        await exchange.AnswerAsync(await exchange.AskAsync());
    });

    /// <summary>Misbehaves in each of these ways in turn, one request after the other.</summary>
    public static NodeFault InTurn(params IReadOnlyList<NodeFault> faults)
    {
        var next = -1;
        return new Scripted(exchange =>
            faults[Interlocked.Increment(ref next) % faults.Count].AnswerAsync(exchange));
    }

    /// <summary>Lies: every answer to a call passes through the rewriting.</summary>
    /// <param name="rewrite">Makes another answer of a call (with <c>method</c> and <c>params</c>) and its answer (with
    /// <c>result</c> or <c>error</c>), in place.</param>
    public static NodeFault Rewrite(Action<JsonObject, JsonObject> rewrite) => new Scripted(async exchange =>
    {
        var call = JsonNode.Parse(exchange.Request.Span)!;
        var answer = JsonNode.Parse(await exchange.AskAsync())!;
        if (call is JsonArray calls)
        {
            var byId = calls.ToDictionary(static one => (long)one!["id"]!, static one => one!.AsObject());
            foreach (var one in answer.AsArray()) rewrite(byId[(long)one!["id"]!], one.AsObject());
        }
        else
        {
            rewrite(call.AsObject(), answer.AsObject());
        }

        await exchange.AnswerAsync(System.Text.Encoding.UTF8.GetBytes(answer.ToJsonString()));
    });

    /// <summary>Answers one request.</summary>
    public abstract Task AnswerAsync(NodeExchange exchange);

    private sealed class Scripted(Func<NodeExchange, Task> answer) : NodeFault
    {
        public override Task AnswerAsync(NodeExchange exchange) => answer(exchange);
    }
}
