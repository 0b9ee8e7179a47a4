using System.Buffers.Binary;
using System.Text;
using SupplyChainLedger.Client;
using SupplyChainLedger.Contracts.Dates;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Faults.Staging;
using SupplyChainLedger.V1;
using HoldingRecord = SupplyChainLedger.Contracts.Holdings.HoldingRecord;

namespace SupplyChainLedger.Faults.Invariants;

/// <summary>
/// What the service answers of a record is what the contract had in its storage at the block that the answer names, as
/// proofs show.
/// </summary>
internal static class RecordsOnChain
{
    private const int InvoiceSample = 60;
    private const int ReceivableSample = 20;

    /// <exception cref="ScenarioFailed">One differs, or cannot be proven.</exception>
    public static async Task RequireAsync(Stage stage, ChainHistory history, CancellationToken cancellation)
    {
        var answers = new List<Answer>();
        foreach (var id in stage.Sample(history.Invoices, InvoiceSample))
        {
            var found = await stage.Load.Buyer.Client.Invoices.GetAsync(id, 0, cancellation);
            // A submitted invoice whose first holding exists is confirmed.
            answers.Add(new Answer(
                found.ReadAt,
                [LedgerSlot.Of(id), LedgerSlot.Of(id, HoldingId.RootOf(id))],
                $"{found.Invoice.Name} is {Line(found.Invoice)}",
                words => Line(found.Invoice) == Line(words[0], isReceivable: words[1] != Hash32.Zero)));
        }

        foreach (var id in stage.Sample(history.Receivables, ReceivableSample))
            answers.AddRange(await HoldingsAsync(stage, id, cancellation));

        foreach (var group in answers.GroupBy(static one => one.At.BlockHash))
            await RequireAsync(stage, [.. group], cancellation);
    }

    private static async Task RequireAsync(Stage stage, IReadOnlyList<Answer> answers, CancellationToken cancellation)
    {
        var words = await ProvenStorage.ReadAsync(
            stage.Reader.Chain,
            stage.Contracts.Ledger,
            answers[0].At,
            [.. answers.SelectMany(static one => one.Slots)],
            cancellation);
        var next = 0;
        foreach (var answer in answers)
        {
            Hash32[] own = [.. words.Skip(next).Take(answer.Slots.Count)];
            next += own.Length;
            ScenarioFailed.Unless(
                answer.IsAs(own),
                $"{answer.Said}, but at block {answer.At.BlockNumber} the contract had {string.Join(' ', own)}");
        }
    }

    private static async Task<IEnumerable<Answer>> HoldingsAsync(
        Stage stage, InvoiceId receivable, CancellationToken cancellation)
    {
        var found = await stage.Load.Buyer.Client.Receivables.ListHoldingsAsync(
            new ListHoldingsRequest { Receivable = $"receivables/{receivable}", PageSize = 1000 }, cancellation);
        ScenarioFailed.Unless(found.Holdings.Count > 0, $"the receivable {receivable} has no holdings");
        return found.Holdings.Select(holding => new Answer(
            found.ReadAt,
            [LedgerSlot.Of(receivable, IdOf(holding))],
            $"{holding.Name} is {Line(holding)}",
            words => words[0] != Hash32.Zero && Line(holding) == Line(HoldingRecord.FromWord(words[0]))));
    }

    private static HoldingId IdOf(Holding holding) => ResourceNames.TryParseHolding(holding.Name, out var id)
        ? id
        : throw new ScenarioFailed($"{holding.Name} is the name of no holding");

    private static string Line(Invoice invoice) =>
        $"{(int)invoice.State} {invoice.Amount.MinorUnits} {invoice.Amount.CurrencyCode} "
        + $"{invoice.DueDate.Year:0000}-{invoice.DueDate.Month:00}-{invoice.DueDate.Day:00}";

    /// <summary>
    /// Reads <c>InvoiceRecord.sol</c>: from the highest bit 64 unused, state 8, currency 24, due date 32, amount 64 and
    /// the parties.
    /// </summary>
    private static string Line(Hash32 word, bool isReceivable)
    {
        ReadOnlySpan<byte> bytes = word.ToBytes();
        var state = bytes[8] == (int)InvoiceState.Submitted && isReceivable ? (int)InvoiceState.Confirmed : bytes[8];
        var due = new EpochDay(BinaryPrimitives.ReadUInt32BigEndian(bytes[12..]));
        var amount = BinaryPrimitives.ReadUInt64BigEndian(bytes[16..]);
        return $"{state} {amount} {Encoding.ASCII.GetString(bytes[9..12])} {due}";
    }

    private static string Line(Holding holding) =>
        $"{(int)holding.Phase} {(holding.Step is HoldingStep.AtRest ? 0 : (int)holding.Step)} "
        + $"{holding.Amount.MinorUnits} {holding.PendingAmount?.MinorUnits ?? 0} {holding.StepDeadline?.Seconds ?? 0} "
        + $"{holding.Depth} {holding.RuleVersion} {holding.Financed} {holding.Recourse} {holding.RecourseClaimed} "
        + $"{holding.DefencesWaived} {holding.Disputed}";

    private static string Line(HoldingRecord record) =>
        $"{(int)record.Phase} {(int)record.Step} {record.Amount} {record.Pending} {record.Deadline} "
        + $"{record.Depth} {record.RuleVersion} {record.Financed} {record.Recourse} {record.RecourseClaimed} "
        + $"{record.DefencesWaived} {record.Disputed}";

    /// <summary>What the service has said of a record, and of which words that follows.</summary>
    private sealed record Answer(
        ReadAt At, IReadOnlyList<Hash32> Slots, string Said, Func<IReadOnlyList<Hash32>, bool> IsAs);
}
