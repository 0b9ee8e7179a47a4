using Grpc.Testing;
using SupplyChainLedger.Grpc.Tests.Interop;
using SupplyChainLedger.Grpc.Tests.Support;

namespace SupplyChainLedger.Grpc.Tests.Wire;

/// <summary>Bodies of chance: each is answered, none is an error of the server, and the connection lives on.</summary>
public sealed class RandomRequestTests(InteropHost host) : IClassFixture<InteropHost>
{
    [Theory]
    [Trait("Fault", "36")]
    [InlineData(true, "application/grpc")]
    [InlineData(false, "application/grpc-web")]
    [InlineData(false, "application/grpc-web-text")]
    [InlineData(false, "application/json")]
    public async Task A_random_body_is_answered(bool http2, string contentType)
    {
        using var client = new RawClient(host.Started, http2);
        var random = new Random(20270331);
        for (var round = 0; round < 100; round++)
        {
            var body = new byte[random.Next(64)];
            random.NextBytes(body);
            if (random.Next(2) == 0 && body.Length >= 5)
                RawClient.Frame((byte)random.Next(2), (uint)(body.Length - 5), []).CopyTo(body, 0);

            var response = await client.PostAsync(
                "/grpc.testing.TestService/UnaryCall", contentType, body, ("grpc-encoding", "gzip"));

            Assert.True(
                contentType == "application/json" || response.GrpcStatus is not null || response.Body.Length > 0,
                $"round {round}: {Convert.ToHexString(body)}");
            Assert.Empty(host.Started.Logs.Errors);
        }

        var last = await client.PostAsync(
            "/grpc.testing.TestService/EmptyCall", contentType, Valid(contentType));
        Assert.Equal(System.Net.HttpStatusCode.OK, last.HttpStatus);
    }

    private static byte[] Valid(string contentType) => contentType switch
    {
        "application/json" => "{}"u8.ToArray(),
        "application/grpc-web-text" => "AAAAAAA="u8.ToArray(),
        _ => RawClient.Frame(new Empty()),
    };
}
