using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.V1;
using RpcStatus = Google.Rpc.Status;

namespace SupplyChainLedger.Client.Errors;

/// <summary>Reads refusals from what the service sends, and makes those that the client finds by itself.</summary>
internal static class LedgerExceptions
{
    private const string DetailsTrailer = "grpc-status-details-bin";

    /// <summary>The refusal that a failed call carries; null when it carries none.</summary>
    public static LedgerException? Read(RpcException fault)
    {
        var bytes = fault.Trailers.FirstOrDefault(entry => entry.Key == DetailsTrailer)?.ValueBytes;
        if (bytes is null) return null;
        try
        {
            return Of(RpcStatus.Parser.ParseFrom(bytes), fault);
        }
        catch (InvalidProtocolBufferException)
        {
            return null;
        }
    }

    /// <summary>The refusal that a status means.</summary>
    public static LedgerException Of(RpcStatus status, Exception? cause = null)
    {
        var info = Detail<ErrorInfo>(status);
        var fields = Detail<BadRequest>(status)?.FieldViolations ?? [];
        return new LedgerException(
            status,
            info?.Reason ?? NameOf(status.Code),
            info?.Metadata.ToDictionary() ?? [],
            [.. fields.Select(violation => new FieldViolation(violation.Field, violation.Description))],
            cause);
    }

    /// <summary>The refusal of a call whose status names no reason.</summary>
    public static LedgerException OfBareStatus(RpcException fault) =>
        Of(new RpcStatus { Code = (int)fault.StatusCode, Message = fault.Status.Detail }, fault);

    /// <summary>The refusal that the ledger itself has recorded for an intent.</summary>
    public static LedgerException OfRejection(Rejection rejection)
    {
        var reason = ErrorReasons.Find(rejection.Reason);
        var code = reason == ErrorReason.Unspecified
            ? (int)StatusCode.FailedPrecondition
            : ErrorReasons.StatusOf(reason);
        return Of(rejection.Reason, code, rejection.Message, rejection.Metadata.ToDictionary());
    }

    /// <summary>A refusal that was found without the service; its remedy follows the message.</summary>
    public static LedgerException Of(
        ErrorReason reason, string message, IReadOnlyDictionary<string, string> metadata) => Of(
        ErrorReasons.NameOf(reason),
        ErrorReasons.StatusOf(reason),
        $"{message} {ErrorReasons.RemedyOf(reason)}",
        metadata);

    /// <summary>A field that was found to be wrong without the service.</summary>
    public static LedgerException OfField(FieldViolation violation)
    {
        const ErrorReason reason = ErrorReason.InvalidField;
        var field = new BadRequest.Types.FieldViolation
        {
            Field = violation.Field,
            Description = violation.Description,
        };
        return Of(new RpcStatus
        {
            Code = ErrorReasons.StatusOf(reason),
            Message = $"{violation.Field}: {violation.Description} {ErrorReasons.RemedyOf(reason)}",
            Details =
            {
                Any.Pack(new ErrorInfo { Reason = ErrorReasons.NameOf(reason), Domain = ErrorReasons.Domain }),
                Any.Pack(new BadRequest { FieldViolations = { field } }),
            },
        });
    }

    /// <summary>A refusal that follows from what an intent has come to.</summary>
    public static LedgerException OfIntent(ErrorReason reason, IntentHash intent, string message) =>
        Of(reason, message, new Dictionary<string, string> { ["intent"] = intent.ToString() });

    /// <summary>There is nothing left to take back.</summary>
    public static LedgerException AlreadyEnded(IntentHash intent, IntentState state) => Of(
        ErrorReason.IntentAlreadyEnded,
        $"The intent {intent} cannot be taken back: it is {state.ToString().ToLowerInvariant()}.",
        new Dictionary<string, string>
        {
            ["cancelled"] = intent.ToString(),
            ["state"] = state.ToString().ToUpperInvariant(),
        });

    /// <summary>Nobody knows yet what becomes of an intent.</summary>
    public static LedgerException Unanswered(IntentHash intent) => OfIntent(
        ErrorReason.IntentPending, intent, $"The intent {intent} got no answer in time and may still take effect.");

    /// <summary>The refusal of a key that does not sign for a participant.</summary>
    public static LedgerException OfSigner(string handle, Address signer) => Of(
        ErrorReason.SignerNotRegistered,
        $"The key {signer} is not registered for {handle}.",
        new Dictionary<string, string> { ["participant"] = handle, ["signer"] = signer.ToString() });

    private static LedgerException Of(
        string reason, int code, string message, IReadOnlyDictionary<string, string> metadata)
    {
        var info = new ErrorInfo { Reason = reason, Domain = ErrorReasons.Domain };
        foreach (var (name, value) in metadata) info.Metadata[name] = value;
        return Of(new RpcStatus { Code = code, Message = message, Details = { Any.Pack(info) } });
    }

    private static T? Detail<T>(RpcStatus status)
        where T : class, IMessage<T>, new() =>
        status.Details.FirstOrDefault(any => any.Is(new T().Descriptor)) is { } found ? found.Unpack<T>() : null;

    private static string NameOf(int code) =>
        string.Concat(((StatusCode)code).ToString().Select((c, i) => i > 0 && char.IsUpper(c) ? $"_{c}" : $"{c}"))
            .ToUpperInvariant();
}
