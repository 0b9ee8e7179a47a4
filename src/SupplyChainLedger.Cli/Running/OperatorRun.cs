using System.CommandLine;
using SupplyChainLedger.Cli.Arguments;
using SupplyChainLedger.Cli.Keys;
using SupplyChainLedger.Cli.Views;
using SupplyChainLedger.Client;
using SupplyChainLedger.Client.Registry;
using SupplyChainLedger.Ethereum.Signing;

namespace SupplyChainLedger.Cli.Running;

/// <summary>A command under way that changes the register, with the operator's key open.</summary>
internal sealed class OperatorRun : IDisposable
{
    private readonly CommandRun _run;
    private readonly PrivateKey _key;
    private readonly Uri _node;

    private OperatorRun(CommandRun run, PrivateKey key, Uri node)
    {
        _run = run;
        _key = key;
        _node = node;
    }

    public KeyFolder Keys => _run.Keys;

    public CancellationToken Cancellation => _run.Cancellation;

    /// <summary>Opens the key.</summary>
    public static async Task<OperatorRun> OpenAsync(CommandRun run, OperatorCommand command)
    {
        run.WaitAtMost(run.Value(command.Timeout));
        var node = command.NodeOf(run.Value(command.Node));
        return new OperatorRun(run, await run.Keys.OpenAsync(run.Value(command.ActAs)!, run.Cancellation), node);
    }

    public T? Value<T>(Option<T> option) => _run.Value(option);

    public T Value<T>(Argument<T> argument) => _run.Value(argument);

    /// <summary>The handle that an argument names.</summary>
    public string Handle(Argument<string> argument) => ResourceNames.HandleOf(_run.Value(argument));

    /// <summary>Shows the person what is signed in the operator's name, does it, and writes what came of it.</summary>
    public async Task<ExitCode> ChangeAsync(
        Func<Registrar, Task<RegisterChange>> make, string what, params (string Name, string? Value)[] fields)
    {
        using var registrar = await _run.Client.OpenRegisterAsync(_node, _key, _run.Cancellation);
        _run.Terminal.Note($"Sending {what} from {_key.Address} by {_node.GetLeftPart(UriPartial.Authority)}:");
        _run.Terminal.Notes.Write(Fields.Of(2, fields));
        var change = await make(registrar);
        _run.Terminal.Note($"Recorded in block {change.Block}, transaction {change.Transaction}.");
        _run.Terminal.Result(change.Answer, ParticipantView.Of(change.Answer.Participant, change.Answer.ReadAt));
        return ExitCode.Done;
    }

    public void Dispose() => _key.Dispose();
}
