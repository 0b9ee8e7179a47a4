using Spectre.Console.Rendering;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Cli.Views;

/// <summary>Intents for people.</summary>
internal static class IntentView
{
    public static IRenderable Of(Intent intent, ReadAt? readAt = null) => Fields.Of(
        ("Intent", intent.Name),
        ("Kind", KindOf(intent.Action)),
        ("State", Show.Word(intent.State) + (intent.Final ? ", for good" : "")),
        ("Participant", Show.Party(intent.Participant)),
        ("Signer", intent.Signer),
        ("Invoice", intent.Invoice),
        ("Holding", intent.Holding),
        ("Accepted", Show.Time(intent.AcceptTime)),
        ("Recorded", Show.Place(intent.Inclusion)),
        ("Transaction", intent.Inclusion is null ? intent.TransactionHash : ""),
        ("Reason", intent.Rejection?.Reason),
        ("Because", intent.Rejection?.Message),
        ("Read at", Show.ReadAt(readAt)));

    private static string KindOf(V1.Action? action) =>
        action is null or { KindCase: V1.Action.KindOneofCase.None } ? "" : Show.Words($"{action.KindCase}");
}
