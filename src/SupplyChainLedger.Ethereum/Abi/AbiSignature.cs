namespace SupplyChainLedger.Ethereum.Abi;

/// <summary>A name and the types of its parameters, such as <c>transfer(address,uint256)</c>.</summary>
internal static class AbiSignature
{
    public static string Of<T>(string name, AbiType<T> parameters) =>
        parameters.Name.StartsWith('(') && parameters.Name.EndsWith(')')
            ? name + parameters.Name
            : throw new ArgumentException(
                $"The parameters of {name} are {parameters.Name}, not a tuple; wrap them in AbiTypes.Tuple.",
                nameof(parameters));
}
