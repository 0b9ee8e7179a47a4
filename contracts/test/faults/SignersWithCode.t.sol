// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IIntents} from "../../src/interfaces/IIntents.sol";
import {IInvoices} from "../../src/interfaces/IInvoices.sol";
import {Permissions} from "../../src/types/Permissions.sol";
import {LedgerFixture} from "../support/LedgerFixture.sol";
import {TypedData} from "../support/TypedData.sol";

/// @notice A contract wallet that says yes to everything, as ERC-1271 has it.
contract YesWallet {
    function isValidSignature(bytes32, bytes calldata) external pure returns (bytes4) {
        return this.isValidSignature.selector;
    }
}

/// @notice Keys alone sign: contract wallets are refused, and code at a key's address makes no difference.
contract SignersWithCodeTest is LedgerFixture {
    /// @custom:fault 56 ERC-1271: a registered contract wallet cannot sign, in whatever form it tries
    function test_A_contract_wallet_cannot_sign_even_where_it_is_registered() public {
        address wallet = address(new YesWallet());
        vm.prank(OPERATOR);
        participants.addSigner(tier1Brakes.id, wallet, Permissions.ALL);
        IInvoices.SubmitInvoice memory intent = submission();
        bytes[4] memory forms;
        forms[0] = abi.encodePacked(uint256(uint160(wallet)), uint256(65), uint8(0));
        forms[1] = abi.encode(wallet, bytes("approved"));
        forms[2] = abi.encodePacked(wallet);
        forms[3] = "";

        for (uint256 i = 0; i < forms.length; ++i) {
            assertReverts(
                abi.encodeCall(IInvoices.submitInvoice, (intent, forms[i])),
                abi.encodeWithSelector(IIntents.InvalidSignature.selector)
            );
        }
        vm.assertTrue(!ledger.isNonceUsed(tier1Brakes.id, intent.nonce), "untouched");
    }

    /// @custom:fault 56 EIP-7702: a key whose account delegates to a wallet signs as before, and the wallet does not
    function test_A_key_that_delegates_its_account_signs_as_before_and_nobody_else_does() public {
        address account = vm.addr(tier1Brakes.key);
        vm.etch(account, abi.encodePacked(hex"ef0100", address(new YesWallet())));
        IInvoices.SubmitInvoice memory intent = submission();
        bytes memory byStranger = sign(Party(tier1Brakes.id, 0xBAD), TypedData.hash(intent));

        assertReverts(
            abi.encodeCall(IInvoices.submitInvoice, (intent, byStranger)),
            abi.encodeWithSelector(IIntents.SignerNotRegistered.selector, vm.addr(0xBAD), tier1Brakes.id)
        );
        submit(intent);
        assertState(idOf(intent), IInvoices.InvoiceState.Submitted, "by the key itself");
    }

    /// @custom:fault 56 rotation: the new key signs from its registration on, the old one not even what it had signed
    function test_After_a_rotation_the_new_key_signs_and_the_old_one_does_not() public {
        bytes memory byOld = callOf(tier1Brakes, submission("INV-old"));
        Party memory rotated = withKey(tier1Brakes, Permissions.ALL);
        vm.prank(OPERATOR);
        participants.revokeSigner(tier1Brakes.id, vm.addr(tier1Brakes.key));

        assertReverts(
            byOld,
            abi.encodeWithSelector(
                IIntents.SignerNotRegistered.selector, vm.addr(tier1Brakes.key), tier1Brakes.id
            )
        );
        perform(callOf(rotated, submission("INV-new")), "the new key");
    }
}
