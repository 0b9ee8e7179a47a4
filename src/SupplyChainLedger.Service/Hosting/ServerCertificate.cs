using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using SupplyChainLedger.Service.Hosting.Settings;

namespace SupplyChainLedger.Service.Hosting;

/// <summary>The certificate that both endpoints show.</summary>
/// <param name="Own">The server's own, with its private key.</param>
/// <param name="Chain">Those between it and a root that clients know.</param>
internal sealed record ServerCertificate(X509Certificate2 Own, X509Certificate2Collection Chain)
{
    /// <summary>Reads a PKCS #12 file, or PEM with the key in the same file or in one of its own.</summary>
    /// <returns>Null when no certificate is configured.</returns>
    /// <exception cref="StartupFault">The files cannot be read, do not belong together or hold no key.</exception>
    public static ServerCertificate? Load(EndpointSettings settings)
    {
        if (settings.CertificatePath is not { } path) return null;
        try
        {
            var certificate = Path.GetExtension(path).ToUpperInvariant() is ".PFX" or ".P12"
                ? LoadPkcs12(path, settings.CertificatePassword)
                : LoadPem(path, settings.CertificateKeyPath, settings.CertificatePassword);
            return certificate.Own.HasPrivateKey
                ? certificate
                : throw new StartupFault(
                    $"The certificate {path} has no private key. Name it in Endpoints:CertificateKeyPath.");
        }
        catch (Exception fault) when (
            fault is CryptographicException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new StartupFault(
                $"The certificate {path} cannot be used: {fault.Message.TrimEnd('.')}. Check "
                + "Endpoints:CertificatePath, Endpoints:CertificateKeyPath and Endpoints:CertificatePassword.",
                fault);
        }
    }

    private static ServerCertificate LoadPkcs12(string path, string? password)
    {
        var all = X509CertificateLoader.LoadPkcs12CollectionFromFile(path, password);
        var own = all.FirstOrDefault(static one => one.HasPrivateKey) ?? all[0];
        all.Remove(own);
        return new ServerCertificate(own, all);
    }

    private static ServerCertificate LoadPem(string path, string? keyPath, string? password)
    {
        var own = password is null
            ? X509Certificate2.CreateFromPemFile(path, keyPath)
            : X509Certificate2.CreateFromEncryptedPemFile(path, password, keyPath);
        var chain = new X509Certificate2Collection();
        chain.ImportFromPemFile(path);
        return new ServerCertificate(own, chain);
    }
}
