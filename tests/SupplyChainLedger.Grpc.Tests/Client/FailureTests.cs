using Google.Protobuf;
using Grpc.Core;
using Grpc.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using SupplyChainLedger.Grpc.Client;
using SupplyChainLedger.Grpc.Tests.Support;

namespace SupplyChainLedger.Grpc.Tests.Client;

/// <summary>Servers that answer otherwise than a gRPC server should, and none at all.</summary>
public sealed class FailureTests
{
    private const string UnaryPath = "/grpc.testing.TestService/UnaryCall";

    [Fact]
    public async Task A_server_that_cannot_be_reached_is_unavailable()
    {
        using var channel = GrpcChannel.ForAddress("http://127.0.0.1:1");

        var failure = await FailAsync(channel);

        Assert.Equal(StatusCode.Unavailable, failure.StatusCode);
        Assert.IsType<HttpRequestException>(failure.InnerException);
    }

    [Theory]
    [InlineData(400, StatusCode.Internal)]
    [InlineData(401, StatusCode.Unauthenticated)]
    [InlineData(403, StatusCode.PermissionDenied)]
    [InlineData(404, StatusCode.Unimplemented)]
    [InlineData(429, StatusCode.Unavailable)]
    [InlineData(503, StatusCode.Unavailable)]
    [InlineData(418, StatusCode.Unknown)]
    public async Task An_http_status_stands_in_for_a_missing_one(int http, StatusCode expected)
    {
        var failure = await FailAgainstAsync(context =>
        {
            context.Response.StatusCode = http;
            return Task.CompletedTask;
        });

        Assert.Equal(expected, failure.StatusCode);
    }

    [Fact]
    public async Task An_answer_that_is_not_grpc_is_unknown()
    {
        var failure = await FailAgainstAsync(context => context.Response.WriteAsync("<html>"));

        Assert.Equal(StatusCode.Unknown, failure.StatusCode);
    }

    [Theory]
    [InlineData(null, StatusCode.Unknown)]
    [InlineData("nine", StatusCode.Unknown)]
    [InlineData("17", StatusCode.Unknown)]
    [InlineData("7", StatusCode.PermissionDenied)]
    [InlineData("0", StatusCode.Unimplemented)] // OK, and yet no response
    public async Task A_stream_without_messages_has_the_status_of_its_trailers(string? status, StatusCode expected)
    {
        var failure = await FailAgainstAsync(context => AnswerAsync(context, [], status));

        Assert.Equal(expected, failure.StatusCode);
    }

    [Fact]
    public async Task Two_responses_to_a_unary_call_are_one_too_many()
    {
        byte[] twice = [.. RawClient.Frame(new SimpleResponse()), .. RawClient.Frame(new SimpleResponse())];

        var failure = await FailAgainstAsync(context => AnswerAsync(context, twice, "0"));

        Assert.Equal(StatusCode.Unimplemented, failure.StatusCode);
    }

    [Fact]
    public async Task A_response_that_is_no_proto_is_an_internal_failure()
    {
        var failure = await FailAgainstAsync(context => AnswerAsync(context, RawClient.Frame(0, 2, [0xFF, 0xFF]), "0"));

        Assert.Equal(StatusCode.Internal, failure.StatusCode);
    }

    [Fact]
    public async Task A_response_over_the_limit_is_refused_by_its_length()
    {
        var failure = await FailAgainstAsync(
            context => AnswerAsync(context, RawClient.Frame(0, 101, new byte[101]), "0"),
            new GrpcChannelOptions { MaxReceiveMessageSize = 100 });

        Assert.Equal(StatusCode.ResourceExhausted, failure.StatusCode);
    }

    [Fact]
    public async Task A_request_over_the_limit_is_not_sent()
    {
        using var channel = GrpcChannel.ForAddress(
            "http://127.0.0.1:1", new GrpcChannelOptions { MaxSendMessageSize = 100 });

        var failure = await FailAsync(
            channel, new SimpleRequest { Payload = new Payload { Body = ByteString.CopyFrom(new byte[101]) } });

        Assert.Equal(StatusCode.ResourceExhausted, failure.StatusCode);
    }

    [Fact]
    public async Task A_response_in_an_encoding_that_was_not_offered_is_an_internal_failure()
    {
        var failure = await FailAgainstAsync(context =>
        {
            context.Response.Headers["grpc-encoding"] = "snappy";
            return AnswerAsync(context, RawClient.Frame(new SimpleResponse()), "0");
        });

        Assert.Equal(StatusCode.Internal, failure.StatusCode);
    }

    [Theory]
    [InlineData(0x7, StatusCode.Unavailable)] // REFUSED_STREAM
    [InlineData(0x8, StatusCode.Cancelled)] // CANCEL
    [InlineData(0xB, StatusCode.ResourceExhausted)] // ENHANCE_YOUR_CALM
    [InlineData(0xC, StatusCode.PermissionDenied)] // INADEQUATE_SECURITY
    [InlineData(0x2, StatusCode.Internal)] // INTERNAL_ERROR
    public async Task A_reset_stream_has_the_status_of_its_code(int code, StatusCode expected)
    {
        var failure = await FailAgainstAsync(async context =>
        {
            context.Response.ContentType = "application/grpc";
            await context.Response.StartAsync();
            await context.Response.Body.FlushAsync();
            context.Features.GetRequiredFeature<IHttpResetFeature>().Reset(code);
        });

        Assert.Equal(expected, failure.StatusCode);
    }

    [Fact]
    public async Task A_writer_learns_the_status_of_a_call_that_the_server_ended_early()
    {
        await using var host = await TestHost.StartAsync(new ScriptedService
        {
            ClientStream = (_, _) => throw new RpcException(new Status(StatusCode.PermissionDenied, "Not you.")),
        });
        using var channel = host.OpenChannel();
        var stop = TestContext.Current.CancellationToken;
        using var call = new TestService.TestServiceClient(channel).StreamingInputCall(cancellationToken: stop);

        var ofWriter = await Assert.ThrowsAsync<RpcException>(async () =>
        {
            while (true)
                await call.RequestStream.WriteAsync(new StreamingInputCallRequest(), stop);
        });
        var ofCall = await Assert.ThrowsAsync<RpcException>(() => call.ResponseAsync);

        Assert.Equal(StatusCode.PermissionDenied, ofWriter.StatusCode);
        Assert.Equal(StatusCode.PermissionDenied, ofCall.StatusCode);
    }

    [Fact]
    public async Task Nothing_can_be_written_after_the_requests_were_completed()
    {
        await using var host = await TestHost.StartAsync(new ScriptedService());
        using var channel = host.OpenChannel();
        using var call = new TestService.TestServiceClient(channel).StreamingInputCall(
            cancellationToken: TestContext.Current.CancellationToken);
        await call.RequestStream.CompleteAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => call.RequestStream.WriteAsync(
            new StreamingInputCallRequest(), TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("localhost:5080")]
    [InlineData("ftp://localhost")]
    [InlineData("")]
    public void A_channel_needs_an_http_address(string address) =>
        Assert.Throws<ArgumentException>(() => GrpcChannel.ForAddress(address));

    private static async Task<RpcException> FailAgainstAsync(
        RequestDelegate answer, GrpcChannelOptions? options = null)
    {
        await using var host = await TestHost.StartAsync(app => app.MapPost(UnaryPath, answer));
        using var channel = host.OpenChannel(options);
        return await FailAsync(channel);
    }

    private static async Task<RpcException> FailAsync(GrpcChannel channel, SimpleRequest? request = null)
    {
        using var call = new TestService.TestServiceClient(channel).UnaryCallAsync(
            request ?? new SimpleRequest(), cancellationToken: TestContext.Current.CancellationToken);
        var failure = await Assert.ThrowsAsync<RpcException>(() => call.ResponseAsync);
        Assert.Equal(failure.StatusCode, call.GetStatus().StatusCode);
        return failure;
    }

    private static async Task AnswerAsync(HttpContext context, byte[] body, string? status)
    {
        context.Response.ContentType = "application/grpc";
        await context.Response.StartAsync();
        await context.Response.Body.WriteAsync(body);
        if (status is not null)
            context.Response.AppendTrailer("grpc-status", status);
    }
}
