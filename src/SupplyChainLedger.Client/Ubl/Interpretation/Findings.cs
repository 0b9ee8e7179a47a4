namespace SupplyChainLedger.Client.Ubl.Interpretation;

/// <summary>What the rules have found so far; reading goes on after an error, so that all are told at once.</summary>
internal sealed class Findings(IEnumerable<UblError> errors)
{
    private readonly List<UblError> _errors = [.. errors];
    private readonly List<UblWarning> _warnings = [];

    public IReadOnlyList<UblError> Errors => _errors;

    public IReadOnlyList<UblWarning> Warnings => _warnings;

    public void Add(UblError error) => _errors.Add(error);

    public void Warn(string reason, UblField? field, string message) =>
        _warnings.Add(new UblWarning(reason, field, message));
}
