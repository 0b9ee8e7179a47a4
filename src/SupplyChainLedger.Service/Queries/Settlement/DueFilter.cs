using SupplyChainLedger.Contracts.Dates;
using SupplyChainLedger.Contracts.Ids;

namespace SupplyChainLedger.Service.Queries.Settlement;

/// <summary>What is asked for of what is due; at least one of payer and payee is given.</summary>
/// <param name="Payer">Who is to pay; null means anybody.</param>
/// <param name="Payee">Who is to be paid; null means anybody.</param>
/// <param name="From">Due on this day or later; null means all, overdue parts too.</param>
/// <param name="Until">Due on this day or earlier; null means all.</param>
internal sealed record DueFilter(
    ParticipantId? Payer = null, ParticipantId? Payee = null, EpochDay? From = null, EpochDay? Until = null);
