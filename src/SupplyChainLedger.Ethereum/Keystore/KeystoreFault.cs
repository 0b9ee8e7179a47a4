namespace SupplyChainLedger.Ethereum.Keystore;

/// <summary>Why a keystore file gives no key.</summary>
public enum KeystoreFault
{
    /// <summary>There is no such file.</summary>
    Missing,

    /// <summary>A file of that name is there already; keys are never overwritten.</summary>
    AlreadyExists,

    /// <summary>Other users of the machine can read or write the file.</summary>
    OpenToOthers,

    /// <summary>The file has no content, as after an interrupted copy.</summary>
    Empty,

    /// <summary>The content is no keystore: not JSON, a field is missing or has another form, too large.</summary>
    Malformed,

    /// <summary>A version, cipher or key derivation other than those of version 3.</summary>
    Unsupported,

    /// <summary>The key derivation is so cheap that passwords could be tried out fast.</summary>
    DerivationTooWeak,

    /// <summary>The key derivation would take absurdly much time or memory.</summary>
    DerivationTooCostly,

    /// <summary>The password is wrong, or the encrypted key, its salt or its check value was altered.</summary>
    WrongPassword,

    /// <summary>The key is another account's than the file says: the file was altered.</summary>
    WrongAddress,
}
