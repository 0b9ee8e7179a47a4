// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

/// @notice Shapes of the short texts that people and other systems read back from the record.
library Formats {
    /// @notice 1 to 32 of [a-z0-9-], with no hyphen at its ends: safe in a URL, a file name and a shell.
    function isHandle(string calldata text) internal pure returns (bool) {
        bytes calldata b = bytes(text);
        if (b.length == 0 || b.length > 32 || b[0] == "-" || b[b.length - 1] == "-") return false;
        for (uint256 i = 0; i < b.length; ++i) {
            if (!(_between(b[i], "a", "z") || _between(b[i], "0", "9") || b[i] == "-")) return false;
        }
        return true;
    }

    /// @notice ISO 3166-2: two capital letters, a hyphen, one to three capital letters or digits.
    function isRegion(string calldata text) internal pure returns (bool) {
        bytes calldata b = bytes(text);
        if (b.length < 4 || b.length > 6 || b[2] != "-") return false;
        if (!_between(b[0], "A", "Z") || !_between(b[1], "A", "Z")) return false;
        for (uint256 i = 3; i < b.length; ++i) {
            if (!(_between(b[i], "A", "Z") || _between(b[i], "0", "9"))) return false;
        }
        return true;
    }

    /// @notice ISIC: an optional section letter, then up to four digits; not empty.
    function isIndustry(string calldata text) internal pure returns (bool) {
        bytes calldata b = bytes(text);
        if (b.length == 0) return false;
        uint256 digitsFrom = _between(b[0], "A", "Z") ? 1 : 0;
        if (b.length - digitsFrom > 4) return false;
        for (uint256 i = digitsFrom; i < b.length; ++i) {
            if (!_between(b[i], "0", "9")) return false;
        }
        return true;
    }

    /// @notice ISO 4217: three capital letters.
    function isCurrency(string calldata text) internal pure returns (bool) {
        if (bytes(text).length != 3) return false;
        uint256 code = uint24(bytes3(bytes(text)));
        // All three at once: in a byte below 0x80, adding 0x3f sets the top bit from "A" on, and adding 0x25
        // sets it beyond "Z".
        unchecked {
            return (code + 0x3f3f3f) & ~(code + 0x252525) & ~code & 0x808080 == 0x808080;
        }
    }

    /// @notice ISO 4217 codes one after the other, in at most `maxBytes`; none at all is good too.
    function areCurrencies(string memory text, uint256 maxBytes) internal pure returns (bool) {
        bytes memory b = bytes(text);
        if (b.length > maxBytes || b.length % 3 != 0) return false;
        for (uint256 i = 0; i < b.length; ++i) {
            if (!_between(b[i], "A", "Z")) return false;
        }
        return true;
    }

    /// @notice 1 to 64 bytes with no blank or control byte at its ends, which would hide a second copy.
    function isInvoiceNumber(string calldata text) internal pure returns (bool) {
        bytes calldata b = bytes(text);
        return b.length > 0 && b.length <= 64 && _isVisible(b[0]) && _isVisible(b[b.length - 1]);
    }

    function _isVisible(bytes1 char) private pure returns (bool) {
        return char > 0x20 && char != 0x7f;
    }

    function _between(bytes1 char, bytes1 low, bytes1 high) private pure returns (bool) {
        return char >= low && char <= high;
    }
}
