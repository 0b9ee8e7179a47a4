using System.CommandLine;

namespace SupplyChainLedger.Cli.Arguments;

/// <summary>A command with which the operator changes the register: its key, its node, and how long it waits.</summary>
internal sealed class OperatorCommand : ExampleCommand
{
    private readonly GlobalOptions _global;

    public OperatorCommand(GlobalOptions global, string name, string description, string examples)
        : base(name, description, examples)
    {
        _global = global;
        Add(ActAs);
        Add(Node);
        Add(Timeout);
    }

    public Option<string> ActAs { get; } = new("--as")
    {
        Description = "Name of the key of the operator's account.",
        HelpName = "NAME",
        DefaultValueFactory = _ => "operator",
    };

    public Option<Uri?> Node { get; } = new("--node")
    {
        Description = $"JSON-RPC address of a node of the chain. [default: {GlobalOptions.DefaultNode}, or "
            + $"${GlobalOptions.NodeVariable}]",
        HelpName = "URL",
        CustomParser = result => GlobalOptions.ReadAddress(result, GlobalOptions.DefaultNode),
    };

    public Option<int> Timeout { get; } = CommandArguments.WaitSeconds();

    /// <summary>The node that was named, or the default one.</summary>
    /// <exception cref="UsageException">The environment names none.</exception>
    public Uri NodeOf(Uri? named) => named ?? _global.DefaultNodeAddress();
}
