using System.Numerics;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.JsonRpc;
using SupplyChainLedger.Service.Hosting;

namespace SupplyChainLedger.Service.Devnet;

/// <summary>Makes the development chain a network that can be worked on: contracts, participants, gas.</summary>
internal static class DevnetNetwork
{
    private const ulong FirstBlock = 1;

    private static readonly BigInteger Ether = BigInteger.Pow(10, 18);
    private static readonly BigInteger Plenty = 1_000_000 * Ether;
    private static readonly BigInteger Scarce = 100_000 * Ether;

    /// <summary>Completes what is missing; on a chain that has it all, nothing.</summary>
    /// <param name="devnet">The chain.</param>
    /// <param name="keys">Holds, or will hold, the participants' keys.</param>
    /// <param name="relay">The account that pays for the relay's transactions.</param>
    /// <param name="finalityDepth">Blocks that make one final.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="StartupFault">The chain is another one than the keys are for.</exception>
    public static async Task<LedgerNetwork> PrepareAsync(
        DevnetChain devnet, KeyFolder keys, Address relay, uint finalityDepth, CancellationToken cancellation)
    {
        var network = new LedgerNetwork(
            DevnetChain.ChainId, DevnetContracts.Ledger, DevnetContracts.Participants, FirstBlock, finalityDepth);
        try
        {
            // Drawing a key takes long on purpose; the first start draws all of them at once.
            await Task.WhenAll(DemoParticipant.All.Select(one => keys.AddressOfAsync(one.Handle, cancellation)));
            var operatorAccount = await keys.AddressOfAsync(DemoParticipant.OperatorHandle, cancellation);
            await FundAsync(devnet.Anvil, operatorAccount, cancellation);
            await FundAsync(devnet.Anvil, relay, cancellation);
            await DevnetContracts.EnsureCreatedAsync(devnet.Anvil, operatorAccount, cancellation);
            await RequireOwnContractsAsync(devnet.Anvil.Chain, network, cancellation);
            using var registration = new DemoRegistration(devnet.Anvil.Chain, keys);
            await registration.EnsureRegisteredAsync(cancellation);
            await devnet.SaveAsync(cancellation);
            return network;
        }
        catch (JsonRpcException fault)
        {
            throw new StartupFault($"The development chain could not be set up: {fault.Message}", fault);
        }
    }

    // A chain that another version has saved holds that version's contracts, which never change.
    private static async Task RequireOwnContractsAsync(
        IChainClient chain, LedgerNetwork network, CancellationToken cancellation)
    {
        if (await ContractCheck.FindFaultAsync(chain, network, cancellation) is not { } fault) return;
        throw new StartupFault(
            $"The development chain has other contracts than this version: {fault.Expected} was expected, but there is "
            + $"{fault.Found}. Start the version that made it, or delete all of the data folder but keystore to begin "
            + "with an empty chain and the same keys.");
    }

    private static async Task FundAsync(AnvilClient anvil, Address account, CancellationToken cancellation)
    {
        if (await anvil.Chain.GetBalanceAsync(account, cancellation) < Scarce)
            await anvil.SetBalanceAsync(account, Plenty, cancellation);
    }
}
