using SupplyChainLedger.Client.Signing;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Cli.Demo;

/// <summary>What is wrong is put right: a dispute on a part, a credit note on another.</summary>
internal sealed class CorrectionChapter(DemoScene scene)
{
    private const ulong Disputed = 4_000_00;
    private const ulong GivenUp = 1_500_00;
    private const ulong Credited = 800_00;
    private readonly DemoStage _stage = scene.Stage;

    public async Task PlayAsync(HoldingReference holding)
    {
        var (motors, brakes, steel) = (scene.Cast.Motors, scene.Cast.Brakes, scene.Cast.Steel);
        _stage.Step($"{motors.Handle} disputes {DemoScene.Amount(Disputed)} of what {steel.Handle} holds: only that "
            + "part is frozen");
        var dispute = motors.Signer.OpenDispute(
            holding, Disputed, "12 of 300 discs cracked", DemoScene.DocumentOf("inspection report"));
        var opened = await scene.Client.Disputes.OpenDisputeAsync(dispute, WaitFor.Included, scene.Cancellation);
        scene.Recorded(opened.Holding);

        var part = holding.Part(dispute.Digest);
        _stage.Say($"{steel.Handle} tries to pass the disputed part on:");
        await _stage.RefuseAsync(() => scene.Client.Receivables.ProposeTransferAsync(
            steel.Signer.ProposeTransfer(part, scene.Cast.Ore.Signer.Participant, Disputed),
            WaitFor.Included,
            scene.Cancellation));

        _stage.Step($"{steel.Handle} gives up {DemoScene.Amount(GivenUp)} of it, and the rest is free again");
        var answered = await scene.Client.Disputes.AnswerDisputeAsync(
            steel.Signer.AnswerDispute(part, GivenUp, "Six discs were ours", DemoScene.DocumentOf("lab report")),
            WaitFor.Included,
            scene.Cancellation);
        scene.Recorded(answered.Holding);

        _stage.Step($"{brakes.Handle} issues a credit note of {DemoScene.Amount(Credited)}, and {steel.Handle}, who "
            + "holds that part, agrees");
        var number = scene.Number("CN");
        var issued = await scene.Client.Disputes.IssueCreditNoteAsync(
            brakes.Signer.IssueCreditNote(holding, number, Credited, DemoScene.DocumentOf(number)),
            WaitFor.Included,
            scene.Cancellation);
        scene.Recorded(issued.Holding);
        var agreed = await scene.Client.Disputes.AnswerCreditNoteAsync(
            steel.Signer.AcceptCreditNote(holding, Credited), WaitFor.Included, scene.Cancellation);
        scene.Recorded(agreed.Holding);
    }
}
