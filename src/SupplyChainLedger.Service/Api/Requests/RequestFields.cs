using SupplyChainLedger.Service.Faults;

namespace SupplyChainLedger.Service.Api.Requests;

/// <summary>Collects what is wrong with a request, so that the caller learns of all of it at once.</summary>
internal sealed class RequestFields
{
    private readonly List<FieldViolation> _violations = [];

    public void Refuse(string field, string description) => _violations.Add(new FieldViolation(field, description));

    /// <summary>Whether the field was refused before.</summary>
    public bool IsRefused(string field) => _violations.Exists(one => one.Field == field);

    /// <summary>Throws INVALID_FIELD naming every field that was refused; does nothing when there is none.</summary>
    public void ThrowIfAnyIsRefused()
    {
        if (_violations.Count > 0) throw LedgerFaults.InvalidFields(_violations);
    }
}
