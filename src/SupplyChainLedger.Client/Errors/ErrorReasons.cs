using Google.Protobuf.Reflection;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Client.Errors;

/// <summary>The reasons that <c>errors.proto</c> declares: the only place where they stand.</summary>
public static class ErrorReasons
{
    /// <summary>The domain that every reason is reported with (<c>google.rpc.ErrorInfo.domain</c>).</summary>
    public const string Domain = "supplychain.ledger";

    private const string Prefix = "ERROR_REASON_";

    private static readonly Dictionary<string, EnumValueDescriptor> ByName =
        ErrorsReflection.Descriptor.EnumTypes.Single(type => type.Name == nameof(ErrorReason)).Values
            .Where(value => value.Number != 0)
            .ToDictionary(value => value.Name[Prefix.Length..]);

    /// <summary>The reason with this stable name; unspecified when there is none.</summary>
    public static ErrorReason Find(string name) =>
        ByName.TryGetValue(name, out var value) ? (ErrorReason)value.Number : ErrorReason.Unspecified;

    /// <summary>The stable name of a reason, such as <c>INTENT_PENDING</c>.</summary>
    public static string NameOf(ErrorReason reason) => ByName.Single(entry => entry.Value.Number == (int)reason).Key;

    /// <summary>What the caller can do.</summary>
    public static string RemedyOf(ErrorReason reason) => RuleOf(reason).Remedy;

    /// <summary>The number of the gRPC status code under which a reason is reported.</summary>
    internal static int StatusOf(ErrorReason reason) => (int)RuleOf(reason).Status;

    private static ErrorRule RuleOf(ErrorReason reason) =>
        ByName[NameOf(reason)].GetOptions().GetExtension(ErrorsExtensions.Rule);
}
