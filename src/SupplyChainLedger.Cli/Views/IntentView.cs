using Spectre.Console;
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
        ("Taken back by", intent.Cancellation),
        ("Transaction", intent.Inclusion is null ? intent.TransactionHash : ""),
        ("Reason", intent.Rejection?.Reason),
        ("Because", intent.Rejection?.Message),
        ("Read at", Show.ReadAt(readAt)));

    /// <summary>A cancellation, and what became of the intent that it takes back.</summary>
    public static IRenderable[] OfBoth(Intent cancellation, Intent? cancelled) =>
        cancelled is null ? [Of(cancellation)] : [Of(cancellation), new Text("\n"), Of(cancelled)];

    /// <summary>Name of an action's kind for people; empty where it is unknown.</summary>
    public static string KindOf(V1.Action? action) =>
        action is null or { KindCase: V1.Action.KindOneofCase.None } ? "" : Show.Words($"{action.KindCase}");
}
