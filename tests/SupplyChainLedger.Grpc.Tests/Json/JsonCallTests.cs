using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Grpc.Testing;
using SupplyChainLedger.Grpc.Tests.Support;
using static Google.Rpc.BadRequest.Types;
using BoolValue = Grpc.Testing.BoolValue;
using Status = Google.Rpc.Status;

namespace SupplyChainLedger.Grpc.Tests.Json;

public sealed class JsonCallTests
{
    private const string Path = "/grpc.testing.TestService/UnaryCall";

    [Theory]
    [InlineData(true, "application/json")]
    [InlineData(false, "application/json")]
    [InlineData(false, "application/json; charset=utf-8")]
    public async Task A_unary_call_is_answered_with_proto_json(bool http2, string contentType)
    {
        await using var host = await TestHost.StartAsync(new ScriptedService
        {
            Unary = (request, context) =>
            {
                context.ResponseTrailers.Add("x-trailer", request.ResponseStatus.Message);
                return Task.FromResult(new SimpleResponse { Payload = request.Payload });
            },
        });
        using var client = new RawClient(host, http2);

        var response = await client.PostAsync(
            Path, contentType, """{"payload":{"body":"AQID"},"response_status":{"message":"hi"}}"""u8.ToArray());

        Assert.Equal(HttpStatusCode.OK, response.HttpStatus);
        Assert.Equal("application/json", response.Headers["Content-Type"]);
        Assert.Equal("hi", response.Headers["x-trailer"]);
        AssertJson("""{"payload":{"body":"AQID"}}""", response);
    }

    [Theory]
    [InlineData(StatusCode.Cancelled, 499)]
    [InlineData(StatusCode.Unknown, 500)]
    [InlineData(StatusCode.InvalidArgument, 400)]
    [InlineData(StatusCode.DeadlineExceeded, 504)]
    [InlineData(StatusCode.NotFound, 404)]
    [InlineData(StatusCode.AlreadyExists, 409)]
    [InlineData(StatusCode.PermissionDenied, 403)]
    [InlineData(StatusCode.ResourceExhausted, 429)]
    [InlineData(StatusCode.FailedPrecondition, 400)]
    [InlineData(StatusCode.Aborted, 409)]
    [InlineData(StatusCode.OutOfRange, 400)]
    [InlineData(StatusCode.Unimplemented, 501)]
    [InlineData(StatusCode.Internal, 500)]
    [InlineData(StatusCode.Unavailable, 503)]
    [InlineData(StatusCode.DataLoss, 500)]
    [InlineData(StatusCode.Unauthenticated, 401)]
    public async Task A_refusal_has_the_http_status_of_its_code(StatusCode code, int expected)
    {
        await using var host = await TestHost.StartAsync(new ScriptedService
        {
            Unary = (_, _) => throw new RpcException(new global::Grpc.Core.Status(code, "so it is: 100 %")),
        });
        using var client = new RawClient(host, http2: false);

        var response = await client.PostAsync(Path, "application/json", "{}"u8.ToArray());

        Assert.Equal(expected, (int)response.HttpStatus);
        AssertJson($$"""{"code":{{(int)code}},"message":"so it is: 100 %","details":[]}""", response);
    }

    [Fact]
    public async Task The_details_of_a_refusal_are_written_with_their_types()
    {
        var refusal = new Status
        {
            Code = (int)StatusCode.AlreadyExists,
            Message = "again",
            Details =
            {
                Any.Pack(new ErrorInfo { Reason = "INVOICE_ALREADY_EXISTS", Metadata = { { "id", "7" } } }),
                Any.Pack(new BadRequest { FieldViolations = { new FieldViolation { Field = "number" } } }),
                Any.Pack(new BoolValue { Value = true }),
                new Any { TypeUrl = "type.googleapis.com/not.known.Here", Value = ByteString.CopyFrom(1, 2) },
            },
        };
        await using var host = await TestHost.StartAsync(
            new ScriptedService { Unary = (_, _) => throw refusal.ToRpcException() });
        using var client = new RawClient(host, http2: false);

        var response = await client.PostAsync(Path, "application/json", "{}"u8.ToArray());

        Assert.DoesNotContain("grpc-status-details-bin", response.Headers.Keys);
        AssertJson(
            """
            {"code":6,"message":"again","details":[
              {"@type":"type.googleapis.com/google.rpc.ErrorInfo",
               "reason":"INVOICE_ALREADY_EXISTS","metadata":{"id":"7"}},
              {"@type":"type.googleapis.com/google.rpc.BadRequest","fieldViolations":[{"field":"number"}]},
              {"@type":"type.googleapis.com/grpc.testing.BoolValue","value":true},
              {"@type":"type.googleapis.com/not.known.Here","value":"AQI="}]}
            """,
            response);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("{} {}")]
    [InlineData("""{"unknownField":1}""")]
    [InlineData("""{"payload":{"body":"not base64!"}}""")]
    [InlineData("""{"responseSize":"ten"}""")]
    [InlineData("""{"responseSize":99999999999}""")]
    public async Task A_body_that_is_not_the_request_in_json_is_refused(string body)
    {
        await using var host = await TestHost.StartAsync(new ScriptedService());
        using var client = new RawClient(host, http2: false);

        var response = await client.PostAsync(Path, "application/json", Encoding.UTF8.GetBytes(body));

        Assert.Equal(HttpStatusCode.BadRequest, response.HttpStatus);
        Assert.Equal(3, (int)JsonNode.Parse(response.Body)!["code"]!);
        Assert.Empty(host.Logs.Errors);
    }

    [Fact]
    public async Task A_body_that_is_not_utf8_is_refused()
    {
        await using var host = await TestHost.StartAsync(new ScriptedService());
        using var client = new RawClient(host, http2: false);

        var response = await client.PostAsync(Path, "application/json", [(byte)'"', 0xFF, (byte)'"']);

        Assert.Equal(HttpStatusCode.BadRequest, response.HttpStatus);
    }

    [Fact]
    public async Task A_body_nested_too_deep_is_refused()
    {
        await using var host = await TestHost.StartAsync(new ScriptedService());
        using var client = new RawClient(host, http2: false);
        var deep = $$"""{"payload":{{string.Concat(Enumerable.Repeat("[", 100_000))}}""";

        var response = await client.PostAsync(Path, "application/json", Encoding.UTF8.GetBytes(deep));

        Assert.Equal(HttpStatusCode.BadRequest, response.HttpStatus);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_over_the_limit_is_refused(bool announced)
    {
        await using var host = await TestHost.StartAsync(
            new ScriptedService(), options => options.MaxReceiveMessageSize = 1000);
        using var client = new RawClient(host, http2: false);
        var body = new byte[1001];
        HttpContent content = announced ? new ByteArrayContent(body) : new StreamContent(new Unseekable(body));

        var response = await client.PostAsync(Path, "application/json", content);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.HttpStatus);
        Assert.Equal(8, (int)JsonNode.Parse(response.Body)!["code"]!);
    }

    [Fact]
    public async Task An_exception_of_a_handler_tells_the_client_nothing()
    {
        await using var host = await TestHost.StartAsync(new ScriptedService
        {
            Unary = (_, _) => throw new InvalidOperationException("the password is swordfish"),
        });
        using var client = new RawClient(host, http2: false);

        var response = await client.PostAsync(Path, "application/json", "{}"u8.ToArray());

        Assert.Equal(HttpStatusCode.InternalServerError, response.HttpStatus);
        Assert.DoesNotContain("swordfish", Encoding.UTF8.GetString(response.Body), StringComparison.Ordinal);
        Assert.Single(host.Logs.Errors);
    }

    [Theory]
    [InlineData("/grpc.testing.TestService/FullDuplexCall")]
    [InlineData("/grpc.testing.TestService/NoSuchMethod")]
    [InlineData("/no.such.Service/Method")]
    public async Task What_json_cannot_call_is_unimplemented(string path)
    {
        await using var host = await TestHost.StartAsync(new ScriptedService());
        using var client = new RawClient(host, http2: false);

        var response = await client.PostAsync(path, "application/json", "{}"u8.ToArray());

        Assert.Equal(HttpStatusCode.NotImplemented, response.HttpStatus);
        Assert.Equal(12, (int)JsonNode.Parse(response.Body)!["code"]!);
    }

    [Fact]
    public async Task A_timeout_ends_a_json_call()
    {
        await using var host = await TestHost.StartAsync(new ScriptedService());
        using var client = new RawClient(host, http2: false);

        var response = await client.PostAsync(Path, "application/json", "{}"u8.ToArray(), ("grpc-timeout", "0S"));

        Assert.Equal(HttpStatusCode.GatewayTimeout, response.HttpStatus);
    }

    private static void AssertJson(string expected, RawResponse response) =>
        Assert.True(
            JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(response.Body)),
            Encoding.UTF8.GetString(response.Body));

    /// <summary>A body whose length is not known beforehand.</summary>
    private sealed class Unseekable(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
