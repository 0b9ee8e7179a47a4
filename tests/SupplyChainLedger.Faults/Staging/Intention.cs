using Grpc.Core;
using SupplyChainLedger.Client.Errors;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Intents;

namespace SupplyChainLedger.Faults.Staging;

/// <summary>A signed intent, and what the service has said to it.</summary>
/// <param name="digest">Its digest.</param>
/// <param name="intent">Its fields.</param>
/// <param name="send">Sends it and waits until it is accepted.</param>
internal sealed class Intention(
    IntentHash digest, LedgerIntent intent, Func<CancellationToken, Task> send)
{
    public IntentHash Digest => digest;

    public LedgerIntent Intent => intent;

    /// <summary>The service has said that it is on its disk.</summary>
    public bool IsAcknowledged { get; private set; }

    /// <summary>The service has called its end final.</summary>
    public bool HasEnded { get; set; }

    /// <summary>Why the service has turned it down; null where it has not.</summary>
    public string? Refusal { get; private set; }

    /// <summary>What it has neither taken nor turned down may be sent again.</summary>
    public bool IsOpen => !IsAcknowledged && Refusal is null;

    /// <summary>As if the service had said nothing.</summary>
    public void Forget() => (IsAcknowledged, Refusal) = (false, null);

    /// <summary>Sends it once.</summary>
    /// <returns>Whether it is acknowledged.</returns>
    public async Task<bool> SendAsync(CancellationToken cancellation)
    {
        try
        {
            await send(cancellation);
            IsAcknowledged = true;
        }
        catch (ServiceOutOfReachException)
        {
            // No answer says nothing.
        }
        catch (LedgerException fault) when (fault.Status.Code != (int)StatusCode.Unavailable)
        {
            Refusal = fault.ReasonName;
        }
        catch (LedgerException)
        {
            // Not now.
        }

        return IsAcknowledged;
    }
}
