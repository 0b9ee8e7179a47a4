using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Spectre.Console.Rendering;
using SupplyChainLedger.Cli.Running;
using SupplyChainLedger.Cli.Views;
using SupplyChainLedger.Client.Errors;
using SupplyChainLedger.Client.Ubl;
using SupplyChainLedger.V1;
using RpcStatus = Google.Rpc.Status;

namespace SupplyChainLedger.Cli.Documents;

/// <summary>What became of one file.</summary>
internal sealed record FileOutcome
{
    /// <summary>The file, as it was named on the command line.</summary>
    public required string File { get; init; }

    /// <summary>The service's answer, when it went through.</summary>
    public SubmitInvoiceResponse? Response { get; private init; }

    /// <summary>Why it did not, as the API has it.</summary>
    public RpcStatus? Error { get; private init; }

    /// <summary>The exit code that it alone would give.</summary>
    public ExitCode Code { get; private init; }

    /// <summary>The refusal for people.</summary>
    public IReadOnlyList<IRenderable> Explanations { get; private init; } = [];

    public static FileOutcome Recorded(string file, SubmitInvoiceResponse response) =>
        new() { File = file, Response = response };

    /// <summary>The document itself cannot become a claim.</summary>
    public static FileOutcome Unusable(string file, IReadOnlyList<UblError> errors) => new()
    {
        File = file,
        Error = ToStatus(errors),
        Code = ExitCode.Refused,
        Explanations = [.. errors.Select(RefusalView.Of)],
    };

    /// <summary>The service or the ledger refused the claim, perhaps for a field of the document.</summary>
    public static FileOutcome Refused(string file, LedgerException refusal, IReadOnlyList<UblError> errors) => new()
    {
        File = file,
        Error = refusal.Status,
        Code = FaultReport.CodeOf(refusal),
        Explanations = errors.Count == 0 ? [RefusalView.Of(refusal)] : [.. errors.Select(RefusalView.Of)],
    };

    /// <summary>Nobody knows: the service went away.</summary>
    public static FileOutcome Unanswered(string file, ServiceOutOfReachException fault) => new()
    {
        File = file,
        Error = new RpcStatus { Code = (int)StatusCode.Unavailable, Message = fault.Message },
        Code = ExitCode.OutOfReach,
    };

    /// <summary>As the API's stream answers, with the file's name as the mark.</summary>
    public SubmitInvoicesResponse ToMessage() => Response is null
        ? new SubmitInvoicesResponse { RequestId = File, Error = Error }
        : new SubmitInvoicesResponse { RequestId = File, Submitted = Response };

    // The same form as a refusal of the service, so that a script reads one kind of error.
    private static RpcStatus ToStatus(IReadOnlyList<UblError> errors)
    {
        var fields = new BadRequest();
        fields.FieldViolations.AddRange(errors.Select(error => new BadRequest.Types.FieldViolation
        {
            Field = error.XPath ?? "",
            Description = $"{error}",
        }));
        return new RpcStatus
        {
            Code = (int)StatusCode.InvalidArgument,
            Message = string.Join(" ", errors),
            Details =
            {
                Any.Pack(new ErrorInfo { Reason = errors[0].Reason, Domain = ErrorReasons.Domain }),
                Any.Pack(fields),
            },
        };
    }
}
