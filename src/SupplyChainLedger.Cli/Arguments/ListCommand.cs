using Google.Protobuf;
using Spectre.Console.Rendering;
using SupplyChainLedger.Cli.Running;
using SupplyChainLedger.Cli.Views;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Cli.Arguments;

/// <summary>A command that lists: its pages, and how it ends.</summary>
internal sealed class ListCommand : ExampleCommand
{
    private readonly PageOptions _pages;

    public ListCommand(string name, string description, string examples)
        : base(name, description, examples) => _pages = new PageOptions(this);

    /// <summary>Reads what was asked for, shows it, and says how much it was and how current.</summary>
    /// <param name="run">The command under way.</param>
    /// <param name="request">Which to list.</param>
    /// <param name="read">Reads one page.</param>
    /// <param name="table">Shows a page to people.</param>
    /// <param name="count">How many a page holds, and what they are.</param>
    public async Task<ExitCode> RunAsync<TRequest, TResponse>(
        CommandRun run,
        TRequest request,
        Func<TRequest, CancellationToken, Task<TResponse>> read,
        Func<TResponse, IRenderable> table,
        Func<TResponse, (int Number, string What)> count)
        where TRequest : IPageRequest
        where TResponse : class, IPage, IMessage<TResponse>
    {
        var listed = await _pages.ReadAsync(run, request, read);
        run.Terminal.Result(listed, table(listed));
        var (number, what) = count(listed);
        var more = listed.NextPageToken.Length == 0 ? "" : $" More: --page-token {listed.NextPageToken}";
        run.Terminal.Note($"{number} {what} at {Show.ReadAt(listed.ReadAt)}.{more}");
        return ExitCode.Done;
    }
}
