namespace SupplyChainLedger.Ethereum.Keystore;

/// <summary>How a new keystore stretches its password.</summary>
public enum KeystoreKdf
{
    /// <summary>PBKDF2 with HMAC-SHA-256 and 600,000 rounds, as OWASP recommends: needs time, no memory.</summary>
    Pbkdf2,

    /// <summary>scrypt (RFC 7914) with N = 131072, r = 8, p = 1: needs 128 MiB.</summary>
    Scrypt,
}
