using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace SupplyChainLedger.Cli.Arguments;

/// <summary>The usual help, and the command's examples after it.</summary>
internal sealed class HelpWithExamples(HelpAction usual, string rootExamples) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var code = usual.Invoke(parseResult);
        var examples = parseResult.CommandResult.Command switch
        {
            ExampleCommand command => command.Examples,
            RootCommand => rootExamples,
            _ => null,
        };
        if (examples is null) return code;

        var output = parseResult.InvocationConfiguration.Output;
        output.WriteLine("Examples:");
        foreach (var line in examples.Split('\n')) output.WriteLine($"  {line}");
        output.WriteLine();
        return code;
    }
}
