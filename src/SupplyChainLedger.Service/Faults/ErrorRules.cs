using Google.Protobuf.Reflection;
using Grpc.Core;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Service.Faults;

/// <summary>The rules that <c>errors.proto</c> declares for its reasons: the only place where they stand.</summary>
internal static class ErrorRules
{
    /// <summary>Value of <c>google.rpc.ErrorInfo.domain</c>.</summary>
    public const string Domain = "supplychain.ledger";

    private const string Prefix = "ERROR_REASON_";

    private static readonly Dictionary<ErrorReason, (string Name, StatusCode Status, string Remedy)> Rules =
        ErrorsReflection.Descriptor.EnumTypes.Single(type => type.Name == nameof(ErrorReason)).Values
            .Where(value => value.Number != 0)
            .ToDictionary(value => (ErrorReason)value.Number, Read);

    /// <summary>The reason's stable name, without its prefix.</summary>
    public static string NameOf(ErrorReason reason) => Rules[reason].Name;

    /// <summary>The gRPC status code under which it reaches the caller.</summary>
    public static StatusCode StatusOf(ErrorReason reason) => Rules[reason].Status;

    /// <summary>What the caller can do.</summary>
    public static string RemedyOf(ErrorReason reason) => Rules[reason].Remedy;

    private static (string, StatusCode, string) Read(EnumValueDescriptor value)
    {
        var rule = value.GetOptions().GetExtension(ErrorsExtensions.Rule);
        return (value.Name[Prefix.Length..], (StatusCode)rule.Status, rule.Remedy);
    }
}
