using SupplyChainLedger.Contracts.Holdings;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Registry;
using SupplyChainLedger.Contracts.Rules;

namespace SupplyChainLedger.Simulation.Chain;

/// <summary>An authentic intent while the contract carries it out: what all actions share.</summary>
/// <param name="State">What the contract holds; written only when nothing can fail any more.</param>
/// <param name="Hash">The intent's digest.</param>
/// <param name="Time">The block's timestamp.</param>
/// <param name="IsByTwo">Two keys have signed.</param>
internal sealed record Execution(LedgerState State, IntentHash Hash, ulong Time, bool IsByTwo)
{
    private const ulong Hour = 3600;
    private const ulong Day = 24 * Hour;

    /// <summary>The rules that every receivable of a run lives by.</summary>
    public static RuleSet Rules => RulePresets.Open;

    public HoldingRecord Holding(InvoiceId receivable, HoldingId id) =>
        State.Find(receivable, id) ?? throw HoldingErrors.HoldingNotFound(id);

    public HoldingRecord HeldBy(ParticipantId holder, InvoiceId receivable, HoldingId id)
    {
        var record = Holding(receivable, id);
        return record.Holder == holder ? record : throw HoldingErrors.NotTheHolder(id, holder);
    }

    public static void RequireRole(ParticipantId party, ParticipantRoles role)
    {
        if (!Parties.RolesOf(party).HasFlag(role)) throw HoldingErrors.RoleMissing(party, role);
    }

    /// <summary>Held, and waiting for nobody.</summary>
    public static void RequireFree(HoldingId id, HoldingRecord record)
    {
        if (record.Phase != HoldingPhase.Held) throw HoldingErrors.PhaseMismatch(id, record.Phase);
        RequireStep(id, record, HoldingStep.None);
    }

    public static void RequireStep(HoldingId id, HoldingRecord record, HoldingStep step)
    {
        if (record.Step != step) throw HoldingErrors.StepMismatch(id, record.Step);
    }

    public void RequireInTime(HoldingId id, HoldingRecord record)
    {
        if (Time > record.Deadline) throw HoldingErrors.StepEnded(id, record.Deadline);
    }

    public void RequireNotDue(InvoiceId receivable)
    {
        var due = State.Find(receivable)!.DueDate.Value;
        if (Time / Day > due) throw HoldingErrors.DueDateReached(receivable, (uint)due);
    }

    public void RequireFuture(ulong time, ulong latest)
    {
        if (time <= Time || time > latest) throw HoldingErrors.TimeOutOfRange(time, latest);
    }

    public void RequireTwo(ParticipantId participant, ulong amount)
    {
        var threshold = State.ThresholdOf(participant);
        if (!IsByTwo && threshold != 0 && amount > threshold)
            throw HoldingErrors.SecondSignatureRequired(participant, threshold);
    }

    /// <summary>Takes a part out of a free holding.</summary>
    public static (HoldingRecord Left, HoldingRecord Part) Split(HoldingId id, HoldingRecord whole, ulong amount)
    {
        if (whole.Recourse) throw HoldingErrors.HeldWithRecourse(id);
        if (amount == 0 || amount > whole.Amount) throw HoldingErrors.AmountOutOfRange(amount, whole.Amount);
        whole = whole with { Touched = true };
        return (whole.WithAmount(whole.Amount - amount), whole.WithAmount(amount));
    }

    /// <summary>The deadline of a step that lasts so many hours.</summary>
    public uint After(ushort hours) => (uint)(Time + hours * Hour);

    /// <summary>The same, and not after the due date.</summary>
    public uint Until(ushort hours, InvoiceId receivable) => (uint)Math.Min(After(hours), EndOfDueDate(receivable));

    /// <summary>The last second of the due date.</summary>
    public ulong EndOfDueDate(InvoiceId receivable) => (State.Find(receivable)!.DueDate.Value + 1UL) * Day - 1;

    /// <summary>Lowers the exposure of a holder who had financed what it holds no longer.</summary>
    public void Release(InvoiceId receivable, HoldingRecord record, ulong amount)
    {
        if (!record.Financed) return;
        var obligor = State.Find(receivable)!.Buyer;
        var exposure = State.ExposureOf(record.Holder, obligor);
        State.Set(record.Holder, obligor, exposure with { Used = exposure.Used - amount });
    }

    public void RequireRoom(ParticipantId financier, ParticipantId obligor, ulong wanted)
    {
        var free = State.ExposureOf(financier, obligor).Free;
        if (wanted > free) throw HoldingErrors.ExposureLimitExceeded(financier, obligor, wanted, free);
    }
}
