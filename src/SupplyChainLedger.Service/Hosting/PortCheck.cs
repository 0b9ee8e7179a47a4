using System.Net;
using System.Net.Sockets;

namespace SupplyChainLedger.Service.Hosting;

/// <summary>Finds out before anything is started whether an endpoint can be listened on.</summary>
internal static class PortCheck
{
    /// <summary>Listens for a moment.</summary>
    /// <param name="endPoint">Where; port 0 is always free.</param>
    /// <param name="key">The setting that names it.</param>
    /// <param name="purpose">What it is for, as people call it.</param>
    /// <exception cref="StartupFault">The port is taken, or the address is not of this machine.</exception>
    public static void RequireFree(IPEndPoint endPoint, string key, string purpose)
    {
        try
        {
            using var listener = new TcpListener(endPoint);
            listener.Start();
        }
        catch (SocketException fault) when (fault.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            throw new StartupFault(
                $"Port {endPoint.Port} on {endPoint.Address}, for {purpose}, is taken. Stop what listens there, or "
                + $"choose another with --{key}={endPoint.Address}:PORT.",
                fault);
        }
        catch (SocketException fault)
        {
            throw new StartupFault(
                $"{endPoint}, for {purpose}, cannot be listened on: {fault.Message.TrimEnd('.')}. Choose another with "
                + $"--{key}=ADDRESS:PORT.",
                fault);
        }
    }
}
