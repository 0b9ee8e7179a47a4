using Grpc.Core;
using Spectre.Console;
using SupplyChainLedger.Cli.Arguments;
using SupplyChainLedger.Cli.Terminals;
using SupplyChainLedger.Cli.Views;
using SupplyChainLedger.Client.Errors;
using SupplyChainLedger.Ethereum.JsonRpc;
using RpcStatus = Google.Rpc.Status;

namespace SupplyChainLedger.Cli.Running;

/// <summary>Tells what went wrong and what to do, and finds the exit code for it.</summary>
internal static class FaultReport
{
    private const string StartService = "dotnet run --project src/SupplyChainLedger.Service";

    public static ExitCode Write(Terminal terminal, Exception fault)
    {
        switch (fault)
        {
            case LedgerException refusal:
                return Refused(terminal, refusal);
            case ServiceOutOfReachException away:
                terminal.Notes.Write(Line(
                    $"{away.Message} Start it with '{StartService}', or name another one with --service URL."));
                return Failed(terminal, StatusCode.Unavailable, away.Message, ExitCode.OutOfReach);
            case JsonRpcException node:
                terminal.Notes.Write(
                    Line($"The node gives no usable answer: {node.Message} Name one with --node URL."));
                return Failed(terminal, StatusCode.Unavailable, node.Message, ExitCode.OutOfReach);
            case LedgerMismatchException mismatch:
                terminal.Notes.Write(Line($"{mismatch.Message} Sign nothing more until the operator explains it."));
                return Failed(terminal, StatusCode.DataLoss, mismatch.Message, ExitCode.Refused);
            case UsageException usage:
                terminal.Notes.Write(Line(usage.Message));
                return ExitCode.Usage;
            case IOException broken:
                terminal.Notes.Write(Line($"The results cannot be written: {broken.Message}"));
                return ExitCode.Refused;
            case OperationCanceledException:
                terminal.Note("Cancelled. An intent that was sent before may still take effect.");
                return ExitCode.Cancelled;
            default:
                terminal.Notes.Write(Line($"This should not have happened: {fault.Message}"));
                return Failed(terminal, StatusCode.Unknown, fault.Message, ExitCode.Refused);
        }
    }

    /// <summary>The exit code of a refusal: those that another try may cure count as out of reach.</summary>
    public static ExitCode CodeOf(LedgerException refusal) =>
        (StatusCode)refusal.Status.Code is StatusCode.Unavailable or StatusCode.DeadlineExceeded
            ? ExitCode.OutOfReach
            : ExitCode.Refused;

    private static ExitCode Refused(Terminal terminal, LedgerException refusal)
    {
        terminal.Notes.Write(RefusalView.Of(refusal));
        if (terminal.Json) terminal.Result(refusal.Status);
        return CodeOf(refusal);
    }

    private static ExitCode Failed(Terminal terminal, StatusCode code, string message, ExitCode exit)
    {
        if (terminal.Json) terminal.Result(new RpcStatus { Code = (int)code, Message = message });
        return exit;
    }

    private static Paragraph Line(string text) => new Paragraph("error: ", Styles.Refused).Append($"{text}\n");
}
