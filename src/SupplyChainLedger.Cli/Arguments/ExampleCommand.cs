using System.CommandLine;

namespace SupplyChainLedger.Cli.Arguments;

/// <summary>A command whose help ends with examples, one a line.</summary>
internal class ExampleCommand(string name, string description, string examples) : Command(name, description)
{
    public string Examples => examples;
}
