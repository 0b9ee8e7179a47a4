using SupplyChainLedger.Contracts.Intents;
using SupplyChainLedger.Ethereum.Signing;
using SupplyChainLedger.Ethereum.Transactions;
using SupplyChainLedger.Simulation.Chain;
using SupplyChainLedger.Simulation.Faults;
using SupplyChainLedger.Simulation.Services;
using SupplyChainLedger.Simulation.Time;

namespace SupplyChainLedger.Simulation.Load;

/// <summary>
/// Everybody outside: callers who send intents and send them again when they hear nothing, and strangers who carry
/// intents to the chain themselves.
/// </summary>
internal sealed class Callers(
    World world, Strand strand, Random chance, IntentDraw draw, FrontDoor door, SimulatedChain chain, Parties parties,
    Swarm swarm)
{
    private const int MostTries = 8;

    private readonly List<SignedStatement> _sent = [];

    /// <summary>Lets so many of them act within a time.</summary>
    public void Begin(int count, TimeSpan within)
    {
        for (var i = 0; i < count; i++) world.In(within * chance.NextDouble(), strand, Act);
    }

    /// <summary>Spends the next nonce of an account on nothing.</summary>
    public void Spend(PrivateKey key) => Carry(key, LedgerCalls.Execute.EncodeCall([]));

    /// <summary>Carries under the other key what the ledger refuses under a revoked one.</summary>
    public void Rescue()
    {
        var state = chain.Tip.State;
        var refused = _sent.Where(one => state.IsRevoked(parties.KeyOf(one.Intent.Participant, 0).Address)
            && !state.IsSpent(one.Intent));
        foreach (var statement in refused) CarryPast(draw.SignAgain(statement));
    }

    private void Act()
    {
        var roll = chance.Next(100);
        if (roll < 70 || _sent.Count == 0) Send(draw.Next());
        else if (roll < 78) Send(_sent[chance.Next(_sent.Count)]);
        else if (roll < 83) Send(draw.SignAgain(_sent[chance.Next(_sent.Count)]));
        else if (roll < 88) Send(draw.Rival(_sent[chance.Next(_sent.Count)]));
        else if (roll < 93) Send(draw.ClaimAgain());
        else Send(draw.Garbage(), isGarbage: true);
    }

    private void Send(SignedStatement statement, bool isGarbage = false)
    {
        if (!isGarbage) _sent.Add(statement);
        if (!isGarbage && swarm.Strangers && chance.Next(4) == 0)
            world.In(TimeSpan.FromSeconds(chance.NextDouble() * 10), strand, () => CarryPast(statement));
        _ = KeepSendingAsync(statement);
    }

    private async Task KeepSendingAsync(SignedStatement statement)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            var reply = await door.SendAsync(statement.Intent, statement.Hash, statement.Signature);
            // What is turned down today because its claim is not there yet may be right tomorrow.
            var isEarly = reply == Reply.Refused && statement.Intent is not SubmitInvoice;
            if (reply == Reply.Acknowledged || (reply == Reply.Refused && !isEarly)) return;
            await PauseAsync(TimeSpan.FromSeconds(0.5 + chance.NextDouble() * 6));
        }
    }

    private void CarryPast(SignedStatement statement)
    {
        var isBatch = chance.Next(2) == 0;
        Carry(parties.Stranger, isBatch ? LedgerCalls.Execute.EncodeCall([statement.Call]) : statement.Call);
    }

    private void Carry(PrivateKey key, byte[] data)
    {
        var counted = chain.Tip.State.CountOf(key.Address);
        var transaction = new LegacyTransaction
        {
            ChainId = chain.Network.ChainId,
            Nonce = key == parties.Relay ? counted : chain.Pool.CountFrom(key.Address, counted),
            GasLimit = 1_000_000,
            To = chain.Network.Ledger,
            Data = data,
            GasPrice = 2_000_000_000_000,
        };
        chain.Pool.Add(transaction.Sign(key));
    }

    private Task PauseAsync(TimeSpan time)
    {
        var over = new TaskCompletionSource();
        world.In(time, strand, over.SetResult);
        return over.Task;
    }
}
