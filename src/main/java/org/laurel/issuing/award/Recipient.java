package org.laurel.issuing.award;

import org.jspecify.annotations.Nullable;
import org.laurel.shared.sealing.PersonKey;

/**
 * Somebody an issuer has awarded.
 *
 * @param id their public id
 * @param key the key that their data lies under
 * @param identity what is known of them
 */
public record Recipient(String id, PersonKey key, Identity identity) {

    /**
     * What is known of a person; stored sealed.
     *
     * @param email their address
     * @param name their name
     * @param did their DID
     */
    public record Identity(
            @Nullable String email,
            @Nullable String name,
            @Nullable String did) {}
}
