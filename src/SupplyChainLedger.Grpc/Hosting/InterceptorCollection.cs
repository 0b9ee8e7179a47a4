using System.Collections.ObjectModel;
using Grpc.Core.Interceptors;

namespace SupplyChainLedger.Grpc.Hosting;

/// <summary>The interceptors of a server, in order.</summary>
public sealed class InterceptorCollection : Collection<InterceptorRegistration>
{
    /// <summary>
    /// Adds an interceptor. A registered service is taken as it is registered; otherwise each call gets its own, made
    /// with these arguments and with services for the rest.
    /// </summary>
    public void Add<TInterceptor>(params object[] args)
        where TInterceptor : Interceptor => Add(new InterceptorRegistration(typeof(TInterceptor), args));
}

/// <summary>One interceptor of a server and what it is made with.</summary>
public sealed class InterceptorRegistration
{
    internal InterceptorRegistration(Type type, object[] arguments)
    {
        Type = type;
        Source = new InstanceSource<Interceptor>(type, arguments);
    }

    /// <summary>The type of the interceptor.</summary>
    public Type Type { get; }

    internal InstanceSource<Interceptor> Source { get; }
}
