using Grpc.Core;
using Grpc.Core.Interceptors;

namespace SupplyChainLedger.Grpc.Hosting;

/// <summary>Puts the interceptors around a method, once, when it is mapped.</summary>
internal sealed class InterceptedMethods(IReadOnlyList<InterceptorRegistration> interceptors)
{
    public UnaryServerMethod<TRequest, TResponse> Around<TRequest, TResponse>(
        UnaryServerMethod<TRequest, TResponse> handler)
        where TRequest : class where TResponse : class =>
        Wrap(handler, (source, inner) => async (request, context) =>
        {
            await using var interceptor = source.Get(context.GetHttpContext());
            return await interceptor.Value.UnaryServerHandler(request, context, inner).ConfigureAwait(false);
        });

    public ClientStreamingServerMethod<TRequest, TResponse> Around<TRequest, TResponse>(
        ClientStreamingServerMethod<TRequest, TResponse> handler)
        where TRequest : class where TResponse : class =>
        Wrap(handler, (source, inner) => async (requests, context) =>
        {
            await using var interceptor = source.Get(context.GetHttpContext());
            return await interceptor.Value.ClientStreamingServerHandler(requests, context, inner)
                .ConfigureAwait(false);
        });

    public ServerStreamingServerMethod<TRequest, TResponse> Around<TRequest, TResponse>(
        ServerStreamingServerMethod<TRequest, TResponse> handler)
        where TRequest : class where TResponse : class =>
        Wrap(handler, (source, inner) => async (request, responses, context) =>
        {
            await using var interceptor = source.Get(context.GetHttpContext());
            await interceptor.Value.ServerStreamingServerHandler(request, responses, context, inner)
                .ConfigureAwait(false);
        });

    public DuplexStreamingServerMethod<TRequest, TResponse> Around<TRequest, TResponse>(
        DuplexStreamingServerMethod<TRequest, TResponse> handler)
        where TRequest : class where TResponse : class =>
        Wrap(handler, (source, inner) => async (requests, responses, context) =>
        {
            await using var interceptor = source.Get(context.GetHttpContext());
            await interceptor.Value.DuplexStreamingServerHandler(requests, responses, context, inner)
                .ConfigureAwait(false);
        });

    private THandler Wrap<THandler>(
        THandler handler, Func<InstanceSource<Interceptor>, THandler, THandler> wrap)
    {
        for (var i = interceptors.Count - 1; i >= 0; i--)
            handler = wrap(interceptors[i].Source, handler);
        return handler;
    }
}
