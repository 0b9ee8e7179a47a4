using SupplyChainLedger.Client.Ubl.Scanning;

namespace SupplyChainLedger.Client.Ubl.Interpretation;

/// <summary>BT-9, the due date: the document's own or the caller's.</summary>
internal static class DueDateRule
{
    private const string Option = "--due-date";

    /// <summary>
    /// The date that the document states in BT-9; null when there is none or the caller's stands instead.
    /// </summary>
    public static DateOnly? ReadStated(FieldValues values, UblReadOptions options, Findings findings)
    {
        var value = values.One(UblFields.DueDate);
        if (options.DueDate is null)
        {
            return DateText.Read(UblFields.DueDate, value, findings);
        }

        return value is not null && DateText.TryParse(value.Text, out var date) ? date : null;
    }

    /// <summary>The date to sign.</summary>
    public static DateOnly? Decide(
        FieldValues values, UblReadOptions options, DateOnly? stated, DateOnly? issued, Findings findings)
    {
        var due = options.DueDate ?? stated;
        if (due is null)
        {
            if (values.IsMissing(UblFields.DueDate))
            {
                findings.Add(Missing(values, issued));
            }

            return null;
        }

        if (due < issued)
        {
            findings.Add(BeforeIssue(values.One(UblFields.DueDate), options, due.Value, issued.Value));
            return null;
        }

        WarnOfOthers(values, options, due.Value, findings);
        return due;
    }

    private static UblError Missing(FieldValues values, DateOnly? issued)
    {
        var terms = PaymentTermsRule.Read(values);
        DateOnly[] hints = [.. Hints(values).Where(hint => issued is null || hint >= issued)];
        string? proposal = hints.Length == 1 ? DateText.Show(hints[0]) : null;
        var hinted = proposal is null ? "" : $"; a means of payment names {proposal}, which is not BT-9";
        var error = UblError.At(
            UblFields.DueDate,
            null,
            UblReason.DueDateMissing,
            terms is null
                ? $"the document states no due date and no payment terms (BT-20){hinted}"
                : $"the document states no due date, only payment terms (BT-20) in words{hinted}",
            $"Read when payment is due and pass it: {Option} {proposal ?? "YYYY-MM-DD"}.",
            terms);
        return error with { Suggestion = new(nameof(UblReadOptions.DueDate), Option, "YYYY-MM-DD", proposal) };
    }

    private static UblError BeforeIssue(UblValue? value, UblReadOptions options, DateOnly due, DateOnly issued)
    {
        var problem = $"the due date is before the date of issue (BT-2), {DateText.Show(issued)}";
        return options.DueDate is null
            ? UblError.At(
                UblFields.DueDate,
                value?.Place,
                UblReason.DueDateBeforeIssue,
                problem,
                $"Correct the document, or pass the right date: {Option} YYYY-MM-DD.",
                DateText.Show(due)) with
            { Suggestion = new(nameof(UblReadOptions.DueDate), Option, "YYYY-MM-DD", null) }
            : UblError.At(
                UblFields.DueDate,
                null,
                UblReason.DueDateBeforeIssue,
                problem,
                $"Pass a later date: {Option} YYYY-MM-DD.",
                DateText.Show(due)) with
            { Suggestion = new(nameof(UblReadOptions.DueDate), Option, "YYYY-MM-DD", null) };
    }

    private static void WarnOfOthers(FieldValues values, UblReadOptions options, DateOnly due, Findings findings)
    {
        if (options.DueDate is not null)
        {
            if (values.One(UblFields.DueDate) is { } value && value.Text != DateText.Show(due))
            {
                findings.Warn(
                    UblReason.DueDateReplaced,
                    UblFields.DueDate,
                    $"{DateText.Show(due)} is signed instead of the document's {UblText.Quote(value.Text)}.");
            }
        }
        else if (Hints(values).Any(hint => hint != due))
        {
            findings.Warn(
                UblReason.DueDateDiffers,
                UblFields.DueDate,
                $"{DateText.Show(due)} is signed, but a means of payment or payment terms state another date.");
        }
    }

    private static DateOnly[] Hints(FieldValues values) =>
    [
        .. values.All(UblFields.PaymentMeansDueDate)
            .Concat(values.All(UblFields.PaymentTermsDueDate))
            .Select(value => DateText.TryParse(value.Text, out var date) ? date : (DateOnly?)null)
            .OfType<DateOnly>()
            .Distinct(),
    ];
}
