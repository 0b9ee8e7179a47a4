using System.CommandLine;
using Google.Protobuf;
using Spectre.Console.Rendering;
using SupplyChainLedger.Cli.Arguments;
using SupplyChainLedger.Cli.Terminals;
using SupplyChainLedger.Cli.Views;
using SupplyChainLedger.Client;
using SupplyChainLedger.Client.Signing;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Intents;
using SupplyChainLedger.Ethereum.Signing;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Cli.Running;

/// <summary>A command under way that signs for a participant, with its keys open.</summary>
internal sealed class SigningRun : IDisposable
{
    private readonly CommandRun _run;
    private readonly PrivateKey _key;
    private readonly PrivateKey? _secondKey;

    private SigningRun(
        CommandRun run, string handle, PrivateKey key, PrivateKey? secondKey, ParticipantSigner signer, WaitFor wait)
    {
        _run = run;
        Handle = handle;
        _key = key;
        _secondKey = secondKey;
        Signer = signer;
        Wait = wait;
    }

    /// <summary>Who signs.</summary>
    public string Handle { get; }

    public ParticipantSigner Signer { get; }

    /// <summary>The first key, which also opens what was sealed for the participant.</summary>
    public PrivateKey Key => _key;

    /// <summary>How long to wait for what was signed.</summary>
    public WaitFor Wait { get; }

    public Terminal Terminal => _run.Terminal;

    public TimeProvider Time => _run.Time;

    public LedgerClient Client => _run.Client;

    public CancellationToken Cancellation => _run.Cancellation;

    /// <summary>Opens the keys, and checks that they are the participant's.</summary>
    public static async Task<SigningRun> OpenAsync(CommandRun run, SigningCommand command)
    {
        run.WaitAtMost(run.Value(command.Timeout));
        var handle = run.Value(command.ActAs)!;
        var wait = run.Value(command.Wait);
        var secondName = run.Value(command.SecondKey);
        PrivateKey? key = null, secondKey = null;
        try
        {
            key = await run.Keys.OpenAsync(handle, run.Cancellation);
            if (secondName is not null) secondKey = await run.Keys.OpenAsync(secondName, run.Cancellation);
            var signer = await run.Client.ActAsAsync(handle, key, secondKey, run.Cancellation);
            return new SigningRun(
                run, handle, key, secondKey, signer, wait == WaitFor.Unspecified ? WaitFor.Included : wait);
        }
        catch
        {
            key?.Dispose();
            secondKey?.Dispose();
            throw;
        }
    }

    public T? Value<T>(Option<T> option) => _run.Value(option);

    public T Value<T>(Argument<T> argument) => _run.Value(argument);

    /// <summary>Reads a holding that something is about to be signed about.</summary>
    public async Task<Holding> HoldingAsync(HoldingId id) =>
        (await Client.Receivables.GetHoldingAsync(id, cancellation: Cancellation)).Holding;

    /// <summary>The number of another participant on the chain.</summary>
    public async Task<ParticipantId> ParticipantAsync(string handle) =>
        new((await Client.Participants.GetAsync(handle, Cancellation)).Participant.Id);

    /// <summary>Shows the person what is signed in its name.</summary>
    public void Show<T>(SignedIntent<T> signed, params (string Name, string? Value)[] fields)
        where T : LedgerIntent => Terminal.ShowSigned(signed, Handle, fields);

    /// <summary>Writes what came of it: the record, or the intent while there is none yet.</summary>
    public ExitCode End(IMessage answer, Intent intent, IRenderable? record)
    {
        Terminal.Result(answer, record ?? IntentView.Of(intent));
        return ExitCode.Done;
    }

    public void Dispose()
    {
        _key.Dispose();
        _secondKey?.Dispose();
    }
}
