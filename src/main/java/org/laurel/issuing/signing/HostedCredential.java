package org.laurel.issuing.signing;

/**
 * A stored credential as it is served: the very bytes that were signed.
 *
 * @param json UTF-8 JSON with embedded proofs
 * @param jwt the ASCII of the compact JWS
 * @param jsonTag SHA-256 of the first, base64url
 * @param jwtTag SHA-256 of the second, base64url
 */
@SuppressWarnings("ArrayRecordComponent") // served, never compared
public record HostedCredential(byte[] json, byte[] jwt, String jsonTag, String jwtTag) {}
