using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Grpc.Core;
using Grpc.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SupplyChainLedger.Grpc.Client;
using SupplyChainLedger.Grpc.Hosting;
using SupplyChainLedger.Grpc.Tests.Interop;

namespace SupplyChainLedger.Grpc.Tests.Client;

public sealed class TlsTests
{
    [Fact]
    public async Task A_call_goes_over_tls_to_a_server_whose_certificate_is_trusted_and_to_no_other()
    {
        using var certificate = MakeCertificate();
        await using var server = await StartAsync(certificate);
        var address = server.Urls.Single();
        using var trusting = new SocketsHttpHandler
        {
            SslOptions = new SslClientAuthenticationOptions
            {
                RemoteCertificateValidationCallback = (_, presented, _, _) => certificate.Equals(presented),
            },
        };

        Assert.Equal(StatusCode.OK, await CallAsync(address, new GrpcChannelOptions { HttpHandler = trusting }));
        Assert.Equal(StatusCode.Unavailable, await CallAsync(address, new GrpcChannelOptions()));
    }

    private static async Task<StatusCode> CallAsync(string address, GrpcChannelOptions options)
    {
        using var channel = GrpcChannel.ForAddress(address, options);
        using var call = new TestService.TestServiceClient(channel).EmptyCallAsync(
            new Empty(), cancellationToken: TestContext.Current.CancellationToken);
        await Record.ExceptionAsync(() => call.ResponseAsync);
        return call.GetStatus().StatusCode;
    }

    private static async Task<WebApplication> StartAsync(X509Certificate2 certificate)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
        {
            listen.Protocols = HttpProtocols.Http2;
            listen.UseHttps(certificate);
        }));
        builder.Services.AddGrpc();
        var application = builder.Build();
        application.MapGrpcService<InteropTestService>();
        await application.StartAsync(TestContext.Current.CancellationToken);
        return application;
    }

    private static X509Certificate2 MakeCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var now = DateTimeOffset.UtcNow;
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), null);
    }
}
