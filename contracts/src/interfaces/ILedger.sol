// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IERC5267} from "@openzeppelin/contracts/interfaces/IERC5267.sol";
import {ICorrections} from "./ICorrections.sol";
import {IDualControl} from "./IDualControl.sol";
import {IFinancing} from "./IFinancing.sol";
import {IIntentCancellation} from "./IIntentCancellation.sol";
import {IIntents} from "./IIntents.sol";
import {IInvoices} from "./IInvoices.sol";
import {IReceivables} from "./IReceivables.sol";
import {IRuleBook} from "./IRuleBook.sol";
import {ISettlement} from "./ISettlement.sol";

/// @title The shared record of invoices, of what is owed on them, and of who is owed it
interface ILedger is
    IInvoices,
    IReceivables,
    IFinancing,
    ISettlement,
    ICorrections,
    IRuleBook,
    IDualControl,
    IIntentCancellation,
    IIntents,
    IERC5267
{
    /// @notice The contract with the second half of the code, which runs over the ledger's storage; it cannot be
    /// changed.
    function extension() external view returns (address);
}
