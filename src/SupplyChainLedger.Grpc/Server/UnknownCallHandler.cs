using Grpc.Core;
using Microsoft.AspNetCore.Http;
using SupplyChainLedger.Grpc.Protocol;

namespace SupplyChainLedger.Grpc.Server;

/// <summary>Answers calls to what does not exist here.</summary>
internal sealed class UnknownCallHandler : CallHandler
{
    private readonly string _detail;

    private UnknownCallHandler(string service, string detail, CallSettings settings)
        : base(new UnknownMethod(service), settings) =>
        _detail = detail;

    public static UnknownCallHandler InService(string service, CallSettings settings) =>
        new(service, $"The service {service} has no such method.", settings);

    public static UnknownCallHandler OfUnknownService(CallSettings settings) =>
        new("unknown", "There is no such service here.", settings);

    protected override Task InvokeAsync(ServerCall call, IMessageReader requests) => throw Refusal();

    protected override IMessageReader OpenJson(HttpContext http) => throw Refusal();

    private RpcException Refusal() => new(new Status(StatusCode.Unimplemented, _detail));

    private sealed class UnknownMethod(string service) : IMethod
    {
        public MethodType Type => MethodType.Unary;

        public string ServiceName => service;

        public string Name => "unknown";

        public string FullName => $"/{service}/{Name}";
    }
}
