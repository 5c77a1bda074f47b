package org.laurel.access.passkey;

import com.yubico.webauthn.data.ByteArray;
import io.smallrye.mutiny.Uni;

/** What devices were asked to sign, so that no signature counts twice. */
interface Challenges {
    /** In the place of an account: whoever wants to sign in. */
    long ANYBODY = 0;

    /** Makes one of 32 random bytes, which is good for five minutes. */
    Uni<ByteArray> ask(long account);

    /** Takes one away; false when it was not asked of this account, was taken before, or is too old. */
    Uni<Boolean> take(ByteArray challenge, long account);
}
