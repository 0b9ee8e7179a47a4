namespace SupplyChainLedger.Testing;

/// <summary>The public invoices that lie beside the repository.</summary>
public static class PublicInvoices
{
    /// <summary>Their folder.</summary>
    public static string Folder { get; } = Path.GetFullPath(RepositoryFolder.At("..", "shared", "data", "invoices"));

    /// <summary>Whether tests rely on them: where they are, and in continuous integration, where they have to be.</summary>
    public static bool AreExpected =>
        Directory.Exists(Folder) || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI"));

    /// <summary>The files, in order.</summary>
    public static IReadOnlyList<string> Files => [.. Directory.GetFiles(Folder, "*.xml").Order()];
}
