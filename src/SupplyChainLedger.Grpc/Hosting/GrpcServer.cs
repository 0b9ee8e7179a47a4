using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SupplyChainLedger.Grpc.Protocol;
using SupplyChainLedger.Grpc.Server;

namespace SupplyChainLedger.Grpc.Hosting;

/// <summary>What the mapped services of one application share.</summary>
internal sealed class GrpcServer
{
    private readonly HashSet<string> _services = [];

    public GrpcServer(
        IOptions<GrpcServiceOptions> options,
        ILoggerFactory loggers,
        TimeProvider time,
        IHostApplicationLifetime lifetime)
    {
        var configured = options.Value;
        if (configured.ResponseCompressionAlgorithm is not (null or MessageCompression.Gzip))
        {
            throw new InvalidOperationException(
                $"The compression '{configured.ResponseCompressionAlgorithm}' is not known; gzip is the only one.");
        }

        Interceptors = new InterceptedMethods(configured.Interceptors);
        Settings = new CallSettings(
            MessageSizeLimit.Received(configured.MaxReceiveMessageSize),
            MessageSizeLimit.Sent(configured.MaxSendMessageSize),
            configured.ResponseCompressionAlgorithm is not null,
            time,
            loggers.CreateLogger("SupplyChainLedger.Grpc"),
            lifetime.ApplicationStopping);
    }

    public InterceptedMethods Interceptors { get; }

    public CallSettings Settings { get; }

    /// <summary>Whether any service is mapped.</summary>
    public bool HasServices => _services.Count > 0;

    /// <summary>Whether the service is mapped.</summary>
    public bool HasService(string name) => _services.Contains(name);

    /// <summary>Takes note of a service, before the application starts.</summary>
    public void AddService(string name) => _services.Add(name);
}
