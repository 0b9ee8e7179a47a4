using System.CommandLine;
using Google.Protobuf;
using SupplyChainLedger.Cli.Running;
using SupplyChainLedger.Client;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Cli.Arguments;

/// <summary>The options of a command that lists: which page, or all of them.</summary>
internal sealed class PageOptions
{
    private readonly Option<int> _size = new("--page-size")
    {
        Description = "How many a page holds, 1 to 1000. [default: 50]",
        HelpName = "N",
        CustomParser = result => CommandArguments.Whole(result, 1, 1000),
    };

    private readonly Option<string> _token = new("--page-token")
    {
        Description = "Go on where a page before ended; with the same filters.",
        HelpName = "TOKEN",
        DefaultValueFactory = _ => "",
    };

    private readonly Option<bool> _all = new("--all") { Description = "All pages at once." };

    public PageOptions(Command command)
    {
        command.Add(_size);
        command.Add(_token);
        command.Add(_all);
    }

    /// <summary>Reads what was asked for.</summary>
    public Task<TResponse> ReadAsync<TRequest, TResponse>(
        CommandRun run, TRequest request, Func<TRequest, CancellationToken, Task<TResponse>> read)
        where TRequest : IPageRequest
        where TResponse : class, IPage, IMessage<TResponse>
    {
        request.PageSize = run.Value(_size);
        request.PageToken = run.Value(_token)!;
        return run.Value(_all)
            ? Pages.ReadAllAsync(request, read, run.Cancellation)
            : read(request, run.Cancellation);
    }
}
