namespace Grpc.Core;

/// <summary>A way to one server.</summary>
public abstract class ChannelBase
{
    /// <summary>Names the server.</summary>
    protected ChannelBase(string target)
    {
        ArgumentNullException.ThrowIfNull(target);
        Target = target;
    }

    /// <summary>The server's authority.</summary>
    public string Target { get; }

    /// <summary>What starts calls over this channel.</summary>
    public abstract CallInvoker CreateCallInvoker();
}
