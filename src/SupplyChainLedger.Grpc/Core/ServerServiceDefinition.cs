namespace Grpc.Core;

/// <summary>
/// The result of the generated <c>BindService</c> over one instance. This server binds services through
/// <see cref="ServiceBinderBase"/>; the definition is there since generated code mentions it, and holds nothing.
/// </summary>
public sealed class ServerServiceDefinition
{
    private ServerServiceDefinition()
    {
    }

    /// <summary>Starts a definition; generated code calls it.</summary>
    public static Builder CreateBuilder() => new();

    /// <summary>Takes what generated code gives.</summary>
    public sealed class Builder
    {
        private readonly ServerServiceDefinition _definition = new();

        internal Builder()
        {
        }

        /// <summary>Takes a unary method.</summary>
        public Builder AddMethod<TRequest, TResponse>(
            Method<TRequest, TResponse> method, UnaryServerMethod<TRequest, TResponse> handler)
            where TRequest : class where TResponse : class => this;

        /// <summary>Takes a client streaming method.</summary>
        public Builder AddMethod<TRequest, TResponse>(
            Method<TRequest, TResponse> method, ClientStreamingServerMethod<TRequest, TResponse> handler)
            where TRequest : class where TResponse : class => this;

        /// <summary>Takes a server streaming method.</summary>
        public Builder AddMethod<TRequest, TResponse>(
            Method<TRequest, TResponse> method, ServerStreamingServerMethod<TRequest, TResponse> handler)
            where TRequest : class where TResponse : class => this;

        /// <summary>Takes a duplex streaming method.</summary>
        public Builder AddMethod<TRequest, TResponse>(
            Method<TRequest, TResponse> method, DuplexStreamingServerMethod<TRequest, TResponse> handler)
            where TRequest : class where TResponse : class => this;

        /// <summary>Ends the definition.</summary>
        public ServerServiceDefinition Build() => _definition;
    }
}
