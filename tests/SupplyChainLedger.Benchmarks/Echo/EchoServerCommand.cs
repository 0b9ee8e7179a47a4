using System.Buffers;
using System.CommandLine;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using SupplyChainLedger.Grpc.Hosting;

namespace SupplyChainLedger.Benchmarks.Echo;

/// <summary>
/// <c>echo-server</c>: what <c>grpc</c> starts as a process of its own. It says its port, and ends with its input.
/// </summary>
internal static class EchoServerCommand
{
    /// <summary>The service's own gRPC over Kestrel.</summary>
    public const string Ours = "ours";

    /// <summary>Kestrel alone, which sends back the bytes of the body and a status in the trailers.</summary>
    public const string Bare = "bare";

    public static Command Create()
    {
        var kind = new Argument<string>("kind").AcceptOnlyFromAmong(Ours, Bare);
        var command = new Command("echo-server", "Answers what it is asked.") { kind };
        command.Hidden = true;
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var server = Build(parsed.GetValue(kind) == Ours);
            await server.StartAsync(cancellation);
            var address = server.Services.GetRequiredService<IServer>().Features
                .GetRequiredFeature<IServerAddressesFeature>().Addresses.Single();
            Console.WriteLine(new Uri(address).Port);
            await Console.In.ReadToEndAsync(cancellation);
        });
        return command;
    }

    private static WebApplication Build(bool ours)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(static kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, 0, static listen => listen.Protocols = HttpProtocols.Http2);
        });
        if (ours) builder.Services.AddSingleton<EchoApi>().AddGrpc();
        var server = builder.Build();
        if (ours)
        {
            server.UseRouting();
            server.MapGrpcService<EchoApi>();
        }
        else
        {
            server.Run(SendBackAsync);
        }

        return server;
    }

    private static async Task SendBackAsync(HttpContext http)
    {
        http.Response.ContentType = "application/grpc";
        var body = http.Request.BodyReader;
        while (true)
        {
            var read = await body.ReadAsync(http.RequestAborted);
            foreach (var part in read.Buffer) http.Response.BodyWriter.Write(part.Span);
            body.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted) break;
        }

        http.Features.GetRequiredFeature<IHttpResponseTrailersFeature>().Trailers["grpc-status"] = "0";
    }
}
