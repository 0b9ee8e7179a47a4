using System.CommandLine;
using SupplyChainLedger.Cli.Arguments;
using SupplyChainLedger.Cli.Keys;
using SupplyChainLedger.Cli.Terminals;
using SupplyChainLedger.Client;
using SupplyChainLedger.Contracts.Ids;
using Date = Google.Type.Date;

namespace SupplyChainLedger.Cli.Running;

/// <summary>One command under way: what was asked, where to write, and the service to ask.</summary>
internal sealed class CommandRun(
    ParseResult parsed, GlobalOptions global, Terminal terminal, TimeProvider time, CancellationToken cancellation)
    : IDisposable
{
    private LedgerClient? _client;

    public Terminal Terminal => terminal;

    public TimeProvider Time => time;

    public CancellationToken Cancellation => cancellation;

    /// <summary>The service; the default waits, unless <see cref="WaitAtMost"/> said otherwise before.</summary>
    public LedgerClient Client => _client ??= LedgerClient.Connect(global.ServiceOf(parsed), Options);

    public KeyFolder Keys { get; } = new(
        parsed.GetValue(global.Data)!, new PasswordSource(global.PasswordFileOf(parsed), terminal));

    private LedgerClientOptions Options { get; set; } = LedgerClientOptions.Default;

    public T? Value<T>(Option<T> option) => parsed.GetValue(option);

    public T Value<T>(Argument<T> argument) => parsed.GetValue(argument)!;

    /// <summary>The resource name of the participant that an option names; empty where it names none.</summary>
    public string Name(Option<string?> handle) =>
        Value(handle) is { } text ? ResourceNames.OfParticipant(ResourceNames.HandleOf(text)) : "";

    /// <summary>The resource name of the receivable that an option names; empty where it names none.</summary>
    public string Name(Option<InvoiceId?> receivable) =>
        Value(receivable) is { } id ? ResourceNames.OfReceivable(id) : "";

    /// <summary>The date that an option says; null where it says none.</summary>
    public Date? ApiDate(Option<DateOnly?> date) => Value(date)?.ToApi();

    /// <summary>Sets how long calls that change the ledger wait. Before the first use of the client.</summary>
    public void WaitAtMost(int seconds) => Options = Options with { WaitTimeout = TimeSpan.FromSeconds(seconds) };

    public void Dispose() => _client?.Dispose();
}
