using System.Security.Cryptography;

namespace SupplyChainLedger.Service.Hosting;

/// <summary>A file of one secret: 32 random bytes as 64 hexadecimal digits, for its owner only.</summary>
internal static class SecretFile
{
    private const int SecretBytes = 32;
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>The file's text; drawn where the file is missing.</summary>
    /// <exception cref="IOException">It cannot be read or written.</exception>
    /// <exception cref="UnauthorizedAccessException">This user may not.</exception>
    public static string ReadOrDraw(string path)
    {
        if (!File.Exists(path)) Draw(path);
        return File.ReadAllText(path).Trim();
    }

    // Beside and renamed: a secret cut short by a kill would lock away what is made under it.
    private static void Draw(string path)
    {
        var writing = $"{path}.writing";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnerOnly;
        using (var file = new StreamWriter(writing, options))
        {
            file.WriteLine(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretBytes)));
            file.Flush();
            ((FileStream)file.BaseStream).Flush(flushToDisk: true);
        }

        File.Move(writing, path);
    }
}
