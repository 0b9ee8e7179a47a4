using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using SupplyChainLedger.Service.Hosting;
using SupplyChainLedger.Service.Hosting.Settings;

namespace SupplyChainLedger.Service.Tests.Hosting;

public sealed class ServerCertificateTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("certificate-").FullName;
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly X509Certificate2 _certificate;

    public ServerCertificateTests()
    {
        var request = new CertificateRequest("CN=ledger.example", _key, HashAlgorithmName.SHA256);
        var now = DateTimeOffset.UtcNow;
        _certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
    }

    [Fact]
    public void Without_a_path_there_is_none() => Assert.Null(ServerCertificate.Load(Settings()));

    [Fact]
    public void A_PEM_file_with_its_key_is_read()
    {
        var path = Write("both.pem", $"{_certificate.ExportCertificatePem()}\n{_key.ExportPkcs8PrivateKeyPem()}");

        Assert.Equal(_certificate.Thumbprint, ServerCertificate.Load(Settings(path))!.Own.Thumbprint);
    }

    [Fact]
    public void A_PEM_file_with_an_encrypted_key_of_its_own_is_read()
    {
        var parameters = new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 10_000);
        var path = Write("certificate.pem", _certificate.ExportCertificatePem());
        var key = Write("key.pem", _key.ExportEncryptedPkcs8PrivateKeyPem("secret", parameters));

        Assert.True(ServerCertificate.Load(Settings(path, key, "secret"))!.Own.HasPrivateKey);
    }

    [Fact]
    public void A_PKCS_12_file_is_read_with_its_password()
    {
        var path = Path.Combine(_folder, "both.pfx");
        File.WriteAllBytes(path, _certificate.Export(X509ContentType.Pkcs12, "secret"));

        Assert.True(ServerCertificate.Load(Settings(path, password: "secret"))!.Own.HasPrivateKey);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("wrong")]
    public void A_wrong_password_is_a_fault_that_names_the_file_and_no_secret(string? password)
    {
        var path = Path.Combine(_folder, "both.pfx");
        File.WriteAllBytes(path, _certificate.Export(X509ContentType.Pkcs12, "secret"));

        var fault = Assert.Throws<StartupFault>(() => ServerCertificate.Load(Settings(path, password: password)));

        Assert.Contains(path, fault.Message);
        Assert.Contains("Endpoints:CertificatePassword", fault.Message);
        Assert.DoesNotContain("secret", fault.Message);
    }

    [Fact]
    public void A_file_that_is_not_there_is_a_fault() =>
        Assert.Throws<StartupFault>(() => ServerCertificate.Load(Settings(Path.Combine(_folder, "none.pem"))));

    public void Dispose()
    {
        _certificate.Dispose();
        _key.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static EndpointSettings Settings(string? path = null, string? keyPath = null, string? password = null)
    {
        var defaults = ServiceSettings.Read([]).Endpoints;
        return defaults with
        {
            CertificatePath = path,
            CertificateKeyPath = keyPath,
            CertificatePassword = password,
        };
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
