using SupplyChainLedger.Service.Intake.Outbox;

namespace SupplyChainLedger.Simulation.Bugs;

/// <summary>What was on its way is forgotten with the life that sent it, as if it had been in memory only.</summary>
internal sealed class ForgottenDispatch()
    : PlantedBug("forgotten-dispatch", "after a start the relay plans anew instead of sending again what it had signed")
{
    public override void BeforeStart(OutboxDatabase outbox) => outbox.Writer.Transact(static writer =>
    {
        writer.Script("""
            UPDATE intent SET state = CASE state WHEN 2 THEN 1 ELSE state END, dispatch = NULL, sent_as = NULL
            WHERE dispatch IN (SELECT id FROM dispatch WHERE state = 1);
            DELETE FROM attempt WHERE dispatch IN (SELECT id FROM dispatch WHERE state = 1);
            DELETE FROM dispatch WHERE state = 1;
            """);
    });
}
