using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Grpc.Testing;
using Microsoft.Extensions.Logging;
using SupplyChainLedger.Grpc.Tests.Support;
using static Google.Rpc.BadRequest.Types;
using Status = Grpc.Core.Status;

namespace SupplyChainLedger.Grpc.Tests.Server;

public sealed class FailureTests
{
    [Fact]
    public async Task An_exception_of_a_handler_is_logged_once_and_tells_the_client_nothing()
    {
        await using var host = await TestHost.StartAsync(new ScriptedService
        {
            Unary = (_, _) => throw new InvalidOperationException("the password is swordfish"),
        });

        var failure = await CallAsync(host);

        Assert.Equal(StatusCode.Unknown, failure.StatusCode);
        Assert.DoesNotContain("swordfish", failure.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("InvalidOperation", failure.Status.Detail, StringComparison.Ordinal);
        var entry = Assert.Single(host.Logs.Errors);
        Assert.Equal(LogLevel.Error, entry.Level);
        Assert.IsType<InvalidOperationException>(entry.Exception);
    }

    [Fact]
    public async Task A_refusal_reaches_the_client_with_its_details_and_is_no_error_of_the_server()
    {
        var refusal = new Google.Rpc.Status
        {
            Code = (int)StatusCode.AlreadyExists,
            Message = "Die Rechnung gibt es schon: 100 %.",
            Details =
            {
                Any.Pack(new ErrorInfo { Reason = "INVOICE_ALREADY_EXISTS", Domain = "ledger" }),
                Any.Pack(new BadRequest { FieldViolations = { new FieldViolation { Field = "number" } } }),
            },
        };
        await using var host = await TestHost.StartAsync(
            new ScriptedService { Unary = (_, _) => throw refusal.ToRpcException() });

        var failure = await CallAsync(host);

        Assert.Equal(StatusCode.AlreadyExists, failure.StatusCode);
        Assert.Equal(refusal.Message, failure.Status.Detail);
        Assert.Equal(refusal, failure.GetRpcStatus());
        Assert.Empty(host.Logs.Errors);
    }

    [Fact]
    public async Task A_refusal_before_any_response_is_sent_as_trailers_only()
    {
        await using var host = await TestHost.StartAsync(new ScriptedService
        {
            Unary = (_, _) => throw new RpcException(
                new Status(StatusCode.NotFound, "nothing\nhere"), new Metadata { { "x-why", "because" } }),
        });
        using var client = new RawClient(host);

        var response = await client.CallAsync("UnaryCall", RawClient.Frame(new SimpleRequest()));

        Assert.Equal("5", response.Headers["grpc-status"]);
        Assert.Equal("nothing%0Ahere", response.Headers["grpc-message"]);
        Assert.Equal("because", response.Headers["x-why"]);
        Assert.Empty(response.Trailers);
        Assert.Empty(response.Body);
    }

    [Fact]
    public async Task Trailers_of_the_handler_and_of_its_refusal_are_both_sent()
    {
        await using var host = await TestHost.StartAsync(new ScriptedService
        {
            Unary = (_, context) =>
            {
                context.ResponseTrailers.Add("x-first", "1");
                throw new RpcException(Status.DefaultCancelled, new Metadata { { "x-second", "2" } });
            },
        });

        var failure = await CallAsync(host);

        Assert.Equal("1", failure.Trailers.GetValue("x-first"));
        Assert.Equal("2", failure.Trailers.GetValue("x-second"));
    }

    [Fact]
    public async Task A_status_that_the_handler_sets_takes_the_place_of_its_response()
    {
        await using var host = await TestHost.StartAsync(new ScriptedService
        {
            Unary = (_, context) =>
            {
                context.Status = new Status(StatusCode.Aborted, "set");
                return Task.FromResult(new SimpleResponse());
            },
        });

        Assert.Equal(StatusCode.Aborted, (await CallAsync(host)).StatusCode);
    }

    [Fact]
    public async Task A_handler_without_a_response_fails_the_call()
    {
        await using var host = await TestHost.StartAsync(
            new ScriptedService { Unary = (_, _) => Task.FromResult<SimpleResponse>(null!) });

        Assert.Equal(StatusCode.Unknown, (await CallAsync(host)).StatusCode);
        Assert.Single(host.Logs.Errors);
    }

    [Fact]
    public async Task A_response_over_the_limit_of_the_server_is_refused()
    {
        await using var host = await TestHost.StartAsync(
            new ScriptedService
            {
                Unary = (_, _) => Task.FromResult(new SimpleResponse
                {
                    Payload = new Payload { Body = Google.Protobuf.ByteString.CopyFrom(new byte[101]) },
                }),
            },
            options => options.MaxSendMessageSize = 100);

        Assert.Equal(StatusCode.ResourceExhausted, (await CallAsync(host)).StatusCode);
    }

    [Fact]
    public async Task Response_headers_can_be_sent_once()
    {
        await using var host = await TestHost.StartAsync(new ScriptedService
        {
            Unary = async (_, context) =>
            {
                await context.WriteResponseHeadersAsync([]);
                var again = await Record.ExceptionAsync(() => context.WriteResponseHeadersAsync([]));
                throw new RpcException(new Status(StatusCode.DataLoss, again?.GetType().Name ?? "nothing"));
            },
        });

        Assert.Equal(nameof(InvalidOperationException), (await CallAsync(host)).Status.Detail);
    }

    private static async Task<RpcException> CallAsync(TestHost host)
    {
        using var channel = host.OpenChannel();
        return await Assert.ThrowsAsync<RpcException>(() => new TestService.TestServiceClient(channel)
            .UnaryCallAsync(new SimpleRequest(), cancellationToken: TestContext.Current.CancellationToken)
            .ResponseAsync);
    }
}
