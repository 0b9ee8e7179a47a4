using SupplyChainLedger.Cli.Views;
using SupplyChainLedger.Client.Signing;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Cli.Demo;

/// <summary>
/// The buyer's promise reaches the third tier: each supplier pays its own supplier with a part of it.
/// </summary>
internal sealed class TransferChapter(DemoScene scene)
{
    private const ulong ToSteel = 60_000_00;
    private const ulong ToOre = 25_000_00;
    private readonly DemoStage _stage = scene.Stage;

    /// <summary>Plays it.</summary>
    /// <returns>What the second tier keeps, and what the third one has.</returns>
    public async Task<(HoldingReference Steel, HoldingReference Ore)> PlayAsync(InvoiceId receivable)
    {
        var root = HoldingReference.RootOf(receivable);
        var steel = await PassOnAsync(scene.Cast.Brakes, scene.Cast.Steel, root, ToSteel, "PO-STEEL");
        var ore = await PassOnAsync(scene.Cast.Steel, scene.Cast.Ore, steel, ToOre, "PO-ORE");

        _stage.Step($"Where does the part of {scene.Cast.Ore.Handle} come from? Its path back to the obligor");
        var trace = await scene.Client.Receivables.TraceHoldingAsync(ore.Holding, cancellation: scene.Cancellation);
        _stage.Table(ReceivableView.Table(trace.Tiers));
        _stage.Say($"owed by {Show.Party(trace.Obligor)}, due {Show.Day(trace.Receivable.DueDate)}");
        return (steel, ore);
    }

    private async Task<HoldingReference> PassOnAsync(
        DemoParty from, DemoParty to, HoldingReference holding, ulong minorUnits, string order)
    {
        _stage.Step($"{from.Handle} pays {to.Handle} with {DemoScene.Amount(minorUnits)} of it, for order {order}");
        var document = DemoScene.DocumentOf(scene.Number(order));
        var offer = from.Signer.ProposeTransfer(holding, to.Signer.Participant, minorUnits, document);
        var proposed = await scene.Client.Receivables.ProposeTransferAsync(
            offer, WaitFor.Included, scene.Cancellation);
        scene.Recorded(proposed.Holding);

        var part = holding.Part(offer.Digest);
        _stage.Say($"{to.Handle} accepts:");
        var accepted = await scene.Client.Receivables.AnswerTransferAsync(
            to.Signer.AcceptTransfer(part), WaitFor.Included, scene.Cancellation);
        scene.Recorded(accepted.Holding);
        return part;
    }
}
