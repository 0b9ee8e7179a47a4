using Grpc.Core;
using SupplyChainLedger.Grpc.Server;

namespace SupplyChainLedger.Grpc.Hosting;

/// <summary>A method ready to be called, with the attributes of the service and of its implementation.</summary>
internal sealed record BoundMethod(CallHandler Handler, IReadOnlyList<object> Metadata);

/// <summary>
/// Turns the methods that generated code names into handlers over the instance that serves each call. Generated code
/// binds one instance; an instance per call needs a delegate without one, which is found by the method's name.
/// </summary>
internal sealed class ServiceMethodBinder<TService>(InterceptedMethods interceptors, CallSettings settings)
    : ServiceBinderBase
    where TService : class
{
    private readonly InstanceSource<TService> _services = new(typeof(TService), []);

    public List<BoundMethod> Methods { get; } = [];

    public override void AddMethod<TRequest, TResponse>(
        Method<TRequest, TResponse> method, UnaryServerMethod<TRequest, TResponse>? handler)
    {
        var (call, metadata) = Find<Func<TService, TRequest, ServerCallContext, Task<TResponse>>>(method);
        var invoke = interceptors.Around<TRequest, TResponse>((request, context) =>
        {
            // Nothing is to be done after a call of a shared service, the usual one: it needs no state machine.
            var service = Activate(context);
            return service.IsOwned
                ? InvokeOwnedAsync(service, call, request, context)
                : call(service.Value, request, context);
        });
        Add(new UnaryCallHandler<TRequest, TResponse>(method, invoke, settings), metadata);
    }

    public override void AddMethod<TRequest, TResponse>(
        Method<TRequest, TResponse> method, ClientStreamingServerMethod<TRequest, TResponse>? handler)
    {
        var (call, metadata) =
            Find<Func<TService, IAsyncStreamReader<TRequest>, ServerCallContext, Task<TResponse>>>(method);
        var invoke = interceptors.Around<TRequest, TResponse>(async (requests, context) =>
        {
            await using var service = Activate(context);
            return await call(service.Value, requests, context).ConfigureAwait(false);
        });
        Add(new ClientStreamingCallHandler<TRequest, TResponse>(method, invoke, settings), metadata);
    }

    public override void AddMethod<TRequest, TResponse>(
        Method<TRequest, TResponse> method, ServerStreamingServerMethod<TRequest, TResponse>? handler)
    {
        var (call, metadata) =
            Find<Func<TService, TRequest, IServerStreamWriter<TResponse>, ServerCallContext, Task>>(method);
        var invoke = interceptors.Around<TRequest, TResponse>(async (request, responses, context) =>
        {
            await using var service = Activate(context);
            await call(service.Value, request, responses, context).ConfigureAwait(false);
        });
        Add(new ServerStreamingCallHandler<TRequest, TResponse>(method, invoke, settings), metadata);
    }

    public override void AddMethod<TRequest, TResponse>(
        Method<TRequest, TResponse> method, DuplexStreamingServerMethod<TRequest, TResponse>? handler)
    {
        var (call, metadata) = Find<Func<
            TService, IAsyncStreamReader<TRequest>, IServerStreamWriter<TResponse>, ServerCallContext, Task>>(method);
        var invoke = interceptors.Around<TRequest, TResponse>(async (requests, responses, context) =>
        {
            await using var service = Activate(context);
            await call(service.Value, requests, responses, context).ConfigureAwait(false);
        });
        Add(new DuplexStreamingCallHandler<TRequest, TResponse>(method, invoke, settings), metadata);
    }

    private static async Task<TResponse> InvokeOwnedAsync<TRequest, TResponse>(
        Instance<TService> service,
        Func<TService, TRequest, ServerCallContext, Task<TResponse>> call,
        TRequest request,
        ServerCallContext context)
    {
        await using (service)
            return await call(service.Value, request, context).ConfigureAwait(false);
    }

    private Instance<TService> Activate(ServerCallContext context) =>
        _services.Get(context.GetHttpContext());

    private void Add(CallHandler handler, IReadOnlyList<object> metadata) =>
        Methods.Add(new BoundMethod(handler, metadata));

    private static (TDelegate Call, IReadOnlyList<object> Metadata) Find<TDelegate>(IMethod method)
        where TDelegate : Delegate
    {
        // The delegate's parameters are the instance and then those of the method.
        var parameters = typeof(TDelegate).GetMethod("Invoke")!.GetParameters().Skip(1).Select(p => p.ParameterType);
        var implementation = typeof(TService).GetMethod(method.Name, [.. parameters])
            ?? throw new InvalidOperationException($"{typeof(TService).Name} does not implement {method.FullName}.");
        var ofService = typeof(TService).GetCustomAttributes(inherit: true);
        var ofMethod = implementation.GetCustomAttributes(inherit: true);
        return (implementation.CreateDelegate<TDelegate>(), [.. ofService, .. ofMethod]);
    }
}
