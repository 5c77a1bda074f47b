package org.laurel.securing.proof.dataintegrity;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.laurel.securing.crypto.KeyType;

/**
 * The suites we know (VC-DI-EDDSA §3.2, §3.3, appendix B; VC-DI-ECDSA §3.2, §3.3). The last two are older names of the first
 * that badges in the field still carry; we read and do not write them.
 */
enum Cryptosuite {
    EDDSA_RDFC_2022("eddsa-rdfc-2022", false, KeyType.ED25519),
    ECDSA_RDFC_2019("ecdsa-rdfc-2019", false, KeyType.P256, KeyType.P384),
    EDDSA_JCS_2022("eddsa-jcs-2022", true, KeyType.ED25519),
    ECDSA_JCS_2019("ecdsa-jcs-2019", true, KeyType.P256, KeyType.P384),
    EDDSA_2022("eddsa-2022", false, KeyType.ED25519),
    ED25519_SIGNATURE_2020("Ed25519Signature2020", false, KeyType.ED25519);

    private final String label;
    private final boolean jcs;

    @SuppressWarnings("ImmutableEnumChecker") // Set.of is immutable
    private final Set<KeyType> keyTypes;

    Cryptosuite(String label, boolean jcs, KeyType... keyTypes) {
        this.label = label;
        this.jcs = jcs;
        this.keyTypes = Set.of(keyTypes);
    }

    static Optional<Cryptosuite> of(String label) {
        return Arrays.stream(values()).filter(s -> s.label.equals(label)).findFirst();
    }

    /** Whether it is a proof type of its own, from before {@code DataIntegrityProof} and its {@code cryptosuite}. */
    boolean isOwnType() {
        return this == ED25519_SIGNATURE_2020;
    }

    /** The cryptosuite, or the name of the type that stands for one. */
    String label() {
        return label;
    }

    /** Whether it canonicalises the JSON itself rather than its statements. */
    boolean isJcs() {
        return jcs;
    }

    boolean takes(KeyType type) {
        return keyTypes.contains(type);
    }
}
