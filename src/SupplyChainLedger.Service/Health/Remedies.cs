using SupplyChainLedger.Service.Hosting;

namespace SupplyChainLedger.Service.Health;

/// <summary>
/// What the operator can do when a part is not well. Unless it says otherwise, the service then goes on by itself.
/// </summary>
internal static class Remedies
{
    /// <summary>For one part, in a sentence or two.</summary>
    public static string Of(ServicePart part) => part switch
    {
        ServicePart.Node => "See that the node runs and that Chain:RpcUrl reaches it.",
        ServicePart.Network => "Connect to a node of this network again, by Chain:RpcUrl.",
        ServicePart.Chain => "See that the network's validators run, that the node follows them and that the clock is "
            + "right. Where a chain makes no empty blocks, set Health:MaxHeadAge=0.",
        ServicePart.Index => "Wait where it is catching up. Where the node contradicts itself, connect to another one.",
        ServicePart.Finality => "Find out which chain is right. If it is the node's, stop the service, run scl index "
            + "rebuild and start it again; if it is the indexed one, connect to a node that has it and start again.",
        ServicePart.Lag => "Wait where the lag goes down. Where it does not, look at the service's processor and disk.",
        ServicePart.Outbox => "Make room on the disk of the data folder; then it takes intents again. What was "
            + "acknowledged is on it. A disk that fails has to be replaced.",
        ServicePart.Relay => "Remove what the reason names. What was accepted is on disk and waits.",
        _ => "Use another service of the network, or wait until this one is started again.",
    };
}
