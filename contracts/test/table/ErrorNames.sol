// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {ICorrections} from "../../src/interfaces/ICorrections.sol";
import {IFinancing} from "../../src/interfaces/IFinancing.sol";
import {IIntents} from "../../src/interfaces/IIntents.sol";
import {IInvoices} from "../../src/interfaces/IInvoices.sol";
import {IReceivables} from "../../src/interfaces/IReceivables.sol";
import {ISettlement} from "../../src/interfaces/ISettlement.sol";

/// @notice The errors that state and role lead to; whatever else comes, among them a panic, has no name.
library ErrorNames {
    function nameOf(bytes4 selector) internal pure returns (string memory) {
        if (selector == IIntents.RoleMissing.selector) return "RoleMissing";
        if (selector == IInvoices.InvoiceAlreadyExists.selector) return "InvoiceAlreadyExists";
        if (selector == IInvoices.InvoiceNotFound.selector) return "InvoiceNotFound";
        if (selector == IInvoices.InvoiceNotOpen.selector) return "InvoiceNotOpen";
        if (selector == IInvoices.NotTheBuyer.selector) return "NotTheBuyer";
        if (selector == IInvoices.NotTheSupplier.selector) return "NotTheSupplier";
        if (selector == IReceivables.HoldingNotFound.selector) return "HoldingNotFound";
        if (selector == IReceivables.NotTheHolder.selector) return "NotTheHolder";
        if (selector == IReceivables.PhaseMismatch.selector) return "PhaseMismatch";
        if (selector == IReceivables.StepMismatch.selector) return "StepMismatch";
        if (selector == IReceivables.NotTheCounterparty.selector) return "NotTheCounterparty";
        if (selector == IReceivables.StepEnded.selector) return "StepEnded";
        if (selector == IReceivables.NothingDue.selector) return "NothingDue";
        if (selector == IReceivables.HeldWithRecourse.selector) return "HeldWithRecourse";
        if (selector == IReceivables.DueDateReached.selector) return "DueDateReached";
        if (selector == IFinancing.OfferNotFound.selector) return "OfferNotFound";
        if (selector == IFinancing.NotTheFinancier.selector) return "NotTheFinancier";
        if (selector == ISettlement.NotThePayer.selector) return "NotThePayer";
        if (selector == ISettlement.NoRecourse.selector) return "NoRecourse";
        if (selector == ICorrections.NotWhole.selector) return "NotWhole";
        return "";
    }
}
