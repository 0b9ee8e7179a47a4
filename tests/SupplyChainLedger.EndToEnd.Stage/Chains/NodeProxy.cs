using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace SupplyChainLedger.EndToEnd.Stage.Chains;

/// <summary>Stands between a service and its node, and lets the node misbehave as it is told.</summary>
public sealed class NodeProxy : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly HttpClient _node;
    private volatile NodeFault _fault = NodeFault.None;
    private long _requests;

    private NodeProxy(Uri node)
    {
        _node = new HttpClient { BaseAddress = node };
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0);
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Limits.MinResponseDataRate = null;
        });
        _server = builder.Build();
        _server.Run(AnswerAsync);
    }

    /// <summary>The JSON-RPC that a service is given.</summary>
    public Uri Endpoint { get; private set; } = null!;

    /// <summary>How the node misbehaves from now on.</summary>
    public NodeFault Fault
    {
        get => _fault;
        set => _fault = value;
    }

    /// <summary>Requests that have arrived so far.</summary>
    public long Requests => Interlocked.Read(ref _requests);

    /// <summary>Listens on a free port in front of a node.</summary>
    public static async Task<NodeProxy> StartAsync(Uri node, CancellationToken cancellation)
    {
        var proxy = new NodeProxy(node);
        await proxy._server.StartAsync(cancellation);
        var address = proxy._server.Services.GetRequiredService<IServer>().Features
            .GetRequiredFeature<IServerAddressesFeature>().Addresses.Single();
        proxy.Endpoint = new Uri(address);
        return proxy;
    }

    /// <summary>Breaks off what is open and stops listening.</summary>
    public async ValueTask DisposeAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.Zero);
        await _server.StopAsync(limit.Token);
        await _server.DisposeAsync();
        _node.Dispose();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        Interlocked.Increment(ref _requests);
        try
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
            await _fault.AnswerAsync(new NodeExchange(context, body.ToArray(), _node));
        }
        catch (Exception fault) when (fault is OperationCanceledException or IOException or HttpRequestException)
        {
            // The service has given up, or the node is away: to the service both look like a broken connection.
            context.Abort();
        }
    }
}
