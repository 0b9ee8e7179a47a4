namespace Grpc.Core;

/// <summary>Takes the methods of a service one by one; generated code calls it.</summary>
public abstract class ServiceBinderBase
{
    /// <summary>Takes a unary method; the handler is null when the service is bound without an instance.</summary>
    public abstract void AddMethod<TRequest, TResponse>(
        Method<TRequest, TResponse> method, UnaryServerMethod<TRequest, TResponse>? handler)
        where TRequest : class where TResponse : class;

    /// <summary>Takes a client streaming method.</summary>
    public abstract void AddMethod<TRequest, TResponse>(
        Method<TRequest, TResponse> method, ClientStreamingServerMethod<TRequest, TResponse>? handler)
        where TRequest : class where TResponse : class;

    /// <summary>Takes a server streaming method.</summary>
    public abstract void AddMethod<TRequest, TResponse>(
        Method<TRequest, TResponse> method, ServerStreamingServerMethod<TRequest, TResponse>? handler)
        where TRequest : class where TResponse : class;

    /// <summary>Takes a duplex streaming method.</summary>
    public abstract void AddMethod<TRequest, TResponse>(
        Method<TRequest, TResponse> method, DuplexStreamingServerMethod<TRequest, TResponse>? handler)
        where TRequest : class where TResponse : class;
}

/// <summary>Says on a generated base class which method binds it to a <see cref="ServiceBinderBase"/>.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class BindServiceMethodAttribute(Type bindType, string bindMethodName) : Attribute
{
    /// <summary>The generated static class.</summary>
    public Type BindType { get; } = bindType;

    /// <summary>The name of its binding method.</summary>
    public string BindMethodName { get; } = bindMethodName;
}
