using System.Net.Http.Headers;
using Microsoft.AspNetCore.Http;

namespace SupplyChainLedger.EndToEnd.Stage.Chains;

/// <summary>One request of a service to its node, on its way through the proxy.</summary>
/// <param name="context">The service's side.</param>
/// <param name="request">The JSON that it has sent.</param>
/// <param name="node">The node's side.</param>
public sealed class NodeExchange(HttpContext context, ReadOnlyMemory<byte> request, HttpClient node)
{
    /// <summary>The JSON that the service has sent.</summary>
    public ReadOnlyMemory<byte> Request => request;

    /// <summary>Ends when the service has given up.</summary>
    public CancellationToken Cancellation => context.RequestAborted;

    /// <summary>Asks the node what the service has asked.</summary>
    public async Task<byte[]> AskAsync()
    {
        using var content = new ReadOnlyMemoryContent(request);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var response = await node.PostAsync("", content, Cancellation);
        return await response.Content.ReadAsByteArrayAsync(Cancellation);
    }

    /// <summary>Answers the service.</summary>
    public async Task AnswerAsync(ReadOnlyMemory<byte> answer)
    {
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = answer.Length;
        await context.Response.Body.WriteAsync(answer, Cancellation);
    }

    /// <summary>Answers with a status and no body.</summary>
    public void Refuse(int status, int? retryAfterSeconds = null)
    {
        context.Response.StatusCode = status;
        if (retryAfterSeconds is { } seconds) context.Response.Headers.RetryAfter = $"{seconds}";
    }

    /// <summary>Promises a whole answer, sends half of it, and breaks the connection.</summary>
    public async Task TruncateAsync(ReadOnlyMemory<byte> answer)
    {
        context.Response.ContentLength = answer.Length;
        await context.Response.Body.WriteAsync(answer[..(answer.Length / 2)], Cancellation);
        await context.Response.Body.FlushAsync(Cancellation);
        Break();
    }

    /// <summary>Breaks the connection.</summary>
    public void Break() => context.Abort();
}
