using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Rpc;

namespace SupplyChainLedger.Cli.Terminals;

/// <summary>Writes messages as proto JSON in one line, error details included.</summary>
internal static class ProtoJson
{
    private static readonly JsonFormatter Formatter = new(JsonFormatter.Settings.Default.WithTypeRegistry(
        TypeRegistry.FromFiles(ErrorDetailsReflection.Descriptor)));

    public static string Format(IMessage message) => Formatter.Format(message);
}
