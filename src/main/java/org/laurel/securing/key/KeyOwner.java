package org.laurel.securing.key;

/**
 * Whose keys are asked for.
 *
 * @param issuerNo the issuer's number
 * @param did its DID, the controller of its keys
 * @param wrappedDataKey the data key that wraps its private keys
 * @param keysVersion grows with every change of its keys, so that rings can be kept in memory
 */
@SuppressWarnings("ArrayRecordComponent") // handed to the vault, never compared
public record KeyOwner(int issuerNo, String did, byte[] wrappedDataKey, long keysVersion) {}
