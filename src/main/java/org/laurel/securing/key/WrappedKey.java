package org.laurel.securing.key;

import org.laurel.securing.crypto.VerificationKey;

/**
 * A key pair as it may be stored.
 *
 * @param publicKey the public half
 * @param wrappedPrivate the private half, encrypted
 */
@SuppressWarnings("ArrayRecordComponent") // handed to the store, never compared
public record WrappedKey(VerificationKey publicKey, byte[] wrappedPrivate) {}
