using System.Net;

namespace SupplyChainLedger.Service.Hosting.Settings;

/// <summary>Where the service listens.</summary>
/// <param name="Grpc">gRPC over HTTP/2.</param>
/// <param name="Web">gRPC-Web, JSON and health over HTTP/1.1.</param>
/// <param name="Metrics">The page of metrics, and nothing else; null to serve it on the web endpoint.</param>
/// <param name="AllowCleartext">Whether others than this machine may be served without TLS.</param>
/// <param name="CertificatePath">Certificate for both endpoints, PEM or PKCS #12; null for no TLS.</param>
/// <param name="CertificateKeyPath">The PEM certificate's key; null when it stands in the same file.</param>
/// <param name="CertificatePassword">Password of the key or of the PKCS #12 file.</param>
/// <param name="MaxConnections">Connections that may be open at once.</param>
/// <param name="MaxStreamsPerConnection">Calls that may be open at once on one HTTP/2 connection.</param>
internal sealed record EndpointSettings(
    IPEndPoint Grpc,
    IPEndPoint Web,
    IPEndPoint? Metrics,
    bool AllowCleartext,
    string? CertificatePath,
    string? CertificateKeyPath,
    string? CertificatePassword,
    int MaxConnections,
    int MaxStreamsPerConnection)
{
    /// <summary>Whether both endpoints speak TLS.</summary>
    public bool IsTls => CertificatePath is not null;

    /// <summary>Reads the section.</summary>
    /// <exception cref="StartupFault">A value is malformed, or would carry plain text to other machines.</exception>
    public static EndpointSettings Read(SettingsReader reader)
    {
        var settings = new EndpointSettings(
            reader.EndPoint("Endpoints:Grpc", "127.0.0.1:5080", "gRPC over HTTP/2; port 0 takes any free one"),
            reader.EndPoint("Endpoints:Web", "127.0.0.1:5081", "gRPC-Web, JSON, /healthz and /readyz over HTTP/1.1"),
            reader.OptionalEndPoint("Endpoints:Metrics", "/metrics and nothing else; on the web endpoint otherwise"),
            reader.Flag("Endpoints:AllowCleartext", false, "serve other machines without TLS"),
            reader.OptionalText("Endpoints:CertificatePath", "certificate for TLS, a .pem, .pfx or .p12 file"),
            reader.OptionalText("Endpoints:CertificateKeyPath", "key of a .pem certificate, where it has its own file"),
            reader.OptionalText("Endpoints:CertificatePassword", "password of the key or of the .pfx file"),
            reader.Number("Endpoints:MaxConnections", 4096, 1, 1_000_000, "connections open at once"),
            reader.Number("Endpoints:MaxStreamsPerConnection", 256, 1, 100_000, "calls open at once on a connection"));
        settings.RequireProtected("Endpoints:Grpc", settings.Grpc, settings.IsTls);
        settings.RequireProtected("Endpoints:Web", settings.Web, settings.IsTls);
        if (settings.Metrics is { } metrics) settings.RequireProtected("Endpoints:Metrics", metrics, settings.IsTls);
        return settings;
    }

    /// <summary>Refuses to serve other machines in plain text, unless that was asked for.</summary>
    /// <exception cref="StartupFault">The endpoint is open to others and has no TLS.</exception>
    public void RequireProtected(string key, IPEndPoint endPoint, bool isTls)
    {
        if (isTls || AllowCleartext || IPAddress.IsLoopback(endPoint.Address)) return;
        throw new StartupFault(
            $"{key}={endPoint} would serve other machines without TLS. Name a certificate in "
            + "Endpoints:CertificatePath, or ask for plain text with --Endpoints:AllowCleartext=true.");
    }
}
