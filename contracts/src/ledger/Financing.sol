// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {DualControl} from "./DualControl.sol";
import {Exposures} from "./Exposures.sol";
import {Holdings} from "./Holdings.sol";

/// @title Parts are offered to financiers, one of which buys each
abstract contract Financing is Holdings, DualControl, Exposures {}
