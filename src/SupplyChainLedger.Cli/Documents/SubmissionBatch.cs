using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using SupplyChainLedger.Cli.Terminals;
using SupplyChainLedger.Cli.Views;
using SupplyChainLedger.Client;
using SupplyChainLedger.Client.Errors;
using SupplyChainLedger.Client.Signing;
using SupplyChainLedger.Client.Streaming;
using SupplyChainLedger.Client.Ubl;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.V1;
using Action = System.Action;
using Intents = SupplyChainLedger.Contracts.Intents;

namespace SupplyChainLedger.Cli.Documents;

/// <summary>Submits many files over one stream. A bad one stops nothing.</summary>
internal sealed class SubmissionBatch(LedgerClient client, ClaimDesk desk, Terminal terminal)
{
    private readonly ConcurrentDictionary<IntentHash, Claim> _claims = new();
    private readonly ConcurrentDictionary<string, FileOutcome> _outcomes = new();
    private readonly HashSet<UblField?> _unverified = [];

    /// <summary>Submits the files.</summary>
    /// <param name="files">Paths, each once.</param>
    /// <param name="wait">How long to wait for each.</param>
    /// <param name="finished">Called once for each file that has come to its end.</param>
    /// <param name="cancellation">Ends it; what was sent may still take effect.</param>
    /// <returns>One outcome for each file, in the order of the files.</returns>
    public async Task<IReadOnlyList<FileOutcome>> RunAsync(
        IReadOnlyList<string> files, WaitFor wait, Action finished, CancellationToken cancellation)
    {
        try
        {
            var claims = SignAsync(files, finished, cancellation);
            await foreach (var outcome in client.Invoices.SubmitManyAsync(claims, wait, cancellation))
            {
                var claim = _claims[outcome.Submission.Digest];
                _outcomes[claim.File] = await ExplainAsync(claim, outcome, cancellation);
                finished();
            }
        }
        catch (ServiceOutOfReachException fault)
        {
            foreach (var file in files) _outcomes.TryAdd(file, FileOutcome.Unanswered(file, fault));
        }

        return [.. files.Select(file => _outcomes[file])];
    }

    private async IAsyncEnumerable<SignedIntent<Intents.SubmitInvoice>> SignAsync(
        IReadOnlyList<string> files, Action finished, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var file in files)
        {
            var (claim, errors, warnings) = await desk.SignAsync(file, cancellation);
            foreach (var warning in warnings) Warn(file, warning);
            if (claim is null)
            {
                _outcomes[file] = FileOutcome.Unusable(file, errors);
                finished();
                continue;
            }

            terminal.Note($"signing {claim.Invoice.Number}, {claim.Invoice.AmountDue} to {desk.Buyer}, "
                + $"due {Show.Day(claim.Invoice.DueDate)}, {file}");
            _claims[claim.Signed.Digest] = claim;
            yield return claim.Signed;
        }
    }

    // That a participant has no registered identifiers is the same news for every file.
    private void Warn(string file, UblWarning warning)
    {
        if (warning.Reason != UblReason.PartyUnverified) terminal.Warn($"{file}: {warning}");
        else if (_unverified.Add(warning.Field)) terminal.Warn($"{file}: {warning} Not repeated for other files.");
    }

    private async Task<FileOutcome> ExplainAsync(
        Claim claim, SubmissionOutcome outcome, CancellationToken cancellation)
    {
        if (outcome.Response is { } response)
        {
            foreach (var warning in response.Warnings)
                terminal.Warn($"{claim.File}: {warning.Message} ({warning.Reason})");
            return FileOutcome.Recorded(claim.File, response);
        }

        var errors = await DocumentRefusal.ExplainAsync(outcome.Refusal!, claim, client, cancellation);
        return FileOutcome.Refused(claim.File, outcome.Refusal!, errors);
    }
}
