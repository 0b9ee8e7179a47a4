using System.CommandLine;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Cli.Arguments;

/// <summary>A command that signs for a participant: who that is, with which keys, and how long it waits.</summary>
internal sealed class SigningCommand : ExampleCommand
{
    public SigningCommand(string name, string description, string examples)
        : base(name, description, examples)
    {
        Add(ActAs);
        Add(SecondKey);
        Add(Wait);
        Add(Timeout);
    }

    public Option<string> ActAs { get; } = new("--as")
    {
        Description = "Handle of the participant that signs.",
        HelpName = "HANDLE",
        Required = true,
    };

    public Option<string?> SecondKey { get; } = new("--second-key")
    {
        Description = "Name of another key of the participant, for amounts above its threshold of two signatures.",
        HelpName = "NAME",
    };

    public Option<WaitFor> Wait { get; } = CommandArguments.OneOf<WaitFor>(
        "--wait",
        "accepted: on the service's disk, included: in a block, final: beyond any reorganisation. [default: included]");

    public Option<int> Timeout { get; } = CommandArguments.WaitSeconds();
}
