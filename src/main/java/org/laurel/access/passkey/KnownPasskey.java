package org.laurel.access.passkey;

import com.yubico.webauthn.data.ByteArray;
import java.nio.charset.StandardCharsets;

/**
 * A passkey that is kept, as far as it takes to judge what it signed.
 *
 * @param number its row number
 * @param account the number of its owner's account
 * @param accountId the public id of that account
 * @param key the key
 */
record KnownPasskey(long number, long account, String accountId, NewPasskey key) {

    /**
     * What devices know an account by, beside its key (WebAuthn §4, user handle): its public id, which is random and says
     * nothing of its owner.
     */
    static ByteArray handle(String accountId) {
        return new ByteArray(accountId.getBytes(StandardCharsets.UTF_8));
    }
}
