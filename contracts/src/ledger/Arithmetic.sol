// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IInvoices} from "../interfaces/IInvoices.sol";
import {IReceivables} from "../interfaces/IReceivables.sol";

/// @notice The sums that a receivable rests on, in minor units. What is claimed of them in `proofs` is proven for all
/// numbers and all histories by `npm run prove`.
/// @dev Conditions are written as `require`, since the prover does not see that `revert` ends a function.
library Arithmetic {
    /// @notice Takes a part out of a whole: nothing is made or lost, and neither is smaller than the smallest part.
    /// @return rest What stays; nothing where all is taken. A whole that is smaller than the smallest part already
    /// can only be taken as a whole.
    function split(uint64 whole, uint64 amount, uint64 smallest) internal pure returns (uint64 rest) {
        require(amount > 0 && amount <= whole, IInvoices.AmountOutOfRange(amount, whole));
        rest = whole - amount;
        if (rest == 0) return 0;
        uint64 smaller = amount < rest ? amount : rest;
        require(smaller >= smallest, IReceivables.PartTooSmall(smaller, smallest));
    }

    /// @notice What is left of a holding, or of an exposure, when some of it was paid, credited or passed on.
    function less(uint64 held, uint64 by) internal pure returns (uint64) {
        return held - by;
    }

    /// @notice How much more of an obligor a financier wants: nothing where its limit is below what it holds.
    function room(uint64 limit, uint64 used) internal pure returns (uint64) {
        return limit > used ? limit - used : 0;
    }
}
