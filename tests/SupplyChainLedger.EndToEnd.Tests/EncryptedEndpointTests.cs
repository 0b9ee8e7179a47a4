using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using SupplyChainLedger.EndToEnd.Tests.Running;

namespace SupplyChainLedger.EndToEnd.Tests;

public sealed class EncryptedEndpointTests(PreparedNetwork network) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task With_a_certificate_both_endpoints_speak_TLS_and_may_serve_other_machines()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var (path, thumbprint) = await WriteCertificateAsync(cancellation);

        await using var service = await network.StartCopyAsync(
            _folder.At("data"),
            "--Endpoints:Grpc=0.0.0.0:0",
            $"--Endpoints:CertificatePath={path}");

        Assert.Equal("https", service.Grpc.Scheme);
        Assert.Equal("https", service.Web.Scheme);
        Assert.Equal(HttpVersion.Version20, await VersionSpokenAsync(service.Grpc, thumbprint, cancellation));
        Assert.Equal(HttpVersion.Version20, await VersionSpokenAsync(service.Web, thumbprint, cancellation));
    }

    public void Dispose() => _folder.Dispose();

    private static async Task<Version> VersionSpokenAsync(
        Uri endpoint, string thumbprint, CancellationToken cancellation)
    {
        using var handler = new HttpClientHandler
        {
            ServerCertificateCustomValidationCallback = (_, shown, _, _) => shown?.Thumbprint == thumbprint,
        };
        using var http = new HttpClient(handler);
        using var request = new HttpRequestMessage(
            HttpMethod.Get, new UriBuilder(endpoint) { Host = "127.0.0.1", Path = "/healthz" }.Uri)
        {
            Version = HttpVersion.Version20,
        };
        using var response = await http.SendAsync(request, cancellation);
        response.EnsureSuccessStatusCode();
        return response.Version;
    }

    private async Task<(string Path, string Thumbprint)> WriteCertificateAsync(CancellationToken cancellation)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=ledger.example", key, HashAlgorithmName.SHA256);
        var now = DateTimeOffset.UtcNow;
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        var pem = $"{certificate.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}";
        await File.WriteAllTextAsync(_folder.At("server.pem"), pem, cancellation);
        return (_folder.At("server.pem"), certificate.Thumbprint);
    }
}
