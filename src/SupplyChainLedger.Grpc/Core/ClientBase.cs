namespace Grpc.Core;

/// <summary>The base of every generated client.</summary>
public abstract class ClientBase
{
    private readonly ClientBaseConfiguration? _configuration;

    /// <summary>Makes a client that starts nothing, for test doubles.</summary>
    protected ClientBase()
    {
    }

    /// <summary>Makes a client from another one's configuration.</summary>
    protected ClientBase(ClientBaseConfiguration configuration) => _configuration = configuration;

    /// <summary>Makes a client over a channel.</summary>
    protected ClientBase(ChannelBase channel)
        : this(channel.CreateCallInvoker())
    {
    }

    /// <summary>Makes a client over an invoker, which may be an intercepted one.</summary>
    protected ClientBase(CallInvoker callInvoker)
        : this(new ClientBaseConfiguration(callInvoker))
    {
    }

    /// <summary>What starts the calls of this client.</summary>
    protected CallInvoker CallInvoker => Configuration.Invoker;

    private protected ClientBaseConfiguration Configuration =>
        _configuration ?? throw new InvalidOperationException("This client was made as a test double and cannot call.");

    /// <summary>What a client needs to start calls.</summary>
    protected internal sealed class ClientBaseConfiguration
    {
        internal ClientBaseConfiguration(CallInvoker invoker)
        {
            ArgumentNullException.ThrowIfNull(invoker);
            Invoker = invoker;
        }

        internal CallInvoker Invoker { get; }
    }
}

/// <summary>The base of a generated client, which knows its own type.</summary>
public abstract class ClientBase<T> : ClientBase
    where T : ClientBase<T>
{
    /// <summary>Makes a client that starts nothing, for test doubles.</summary>
    protected ClientBase()
    {
    }

    /// <summary>Makes a client from another one's configuration.</summary>
    protected ClientBase(ClientBaseConfiguration configuration)
        : base(configuration)
    {
    }

    /// <summary>Makes a client over a channel.</summary>
    protected ClientBase(ChannelBase channel)
        : base(channel)
    {
    }

    /// <summary>Makes a client over an invoker, which may be an intercepted one.</summary>
    protected ClientBase(CallInvoker callInvoker)
        : base(callInvoker)
    {
    }

    /// <summary>The same client with <c>:authority</c> set to another host on every call.</summary>
    public T WithHost(string host) =>
        NewInstance(new ClientBaseConfiguration(new HostCallInvoker(Configuration.Invoker, host)));

    /// <summary>Makes a client of the same type from a configuration; generated code implements it.</summary>
    protected abstract T NewInstance(ClientBaseConfiguration configuration);
}
