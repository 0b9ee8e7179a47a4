namespace SupplyChainLedger.Client.Tests.Ubl;

/// <summary>Folders of the repository and beside it.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Samples => Path.Combine(Root, "devnet", "samples");

    /// <summary>The public invoices; a test skips where they are not, except in continuous integration.</summary>
    public static string PublicInvoice(string name)
    {
        var folder = Path.GetFullPath(Path.Combine(Root, "..", "shared", "data", "invoices"));
        var isCi = !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI"));
        Assert.SkipUnless(isCi || Directory.Exists(folder), "The public invoices are not at ../shared/data/invoices.");
        return Path.Combine(folder, name);
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "SupplyChainLedger.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The tests run outside the repository.");
        }

        return folder.FullName;
    }
}
