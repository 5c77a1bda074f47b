package org.laurel.access.passkey;

import com.yubico.webauthn.data.ByteArray;

/**
 * A passkey whose registration was judged, and is to be kept.
 *
 * @param credential the id that its device knows it by
 * @param publicKey its public key, in COSE (RFC 9052 §7)
 * @param count how often it has signed, if its device counts; else 0
 */
record NewPasskey(ByteArray credential, ByteArray publicKey, long count) {}
