using System.Globalization;

namespace SupplyChainLedger.Contracts.Ids;

/// <summary>A participant's number in the contract <c>Participants</c>: 1 and up; 0 is nobody.</summary>
/// <param name="Value">The number.</param>
public readonly record struct ParticipantId(uint Value)
{
    /// <summary>The number in decimal.</summary>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
