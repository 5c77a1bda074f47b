package org.laurel.securing.proof.dataintegrity;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.laurel.securing.crypto.KeyType;

/** The suites we know (VC-DI-EDDSA §3.2, §3.3; VC-DI-ECDSA §3.2, §3.3). */
enum Cryptosuite {
    EDDSA_RDFC_2022("eddsa-rdfc-2022", false, KeyType.ED25519),
    ECDSA_RDFC_2019("ecdsa-rdfc-2019", false, KeyType.P256, KeyType.P384),
    EDDSA_JCS_2022("eddsa-jcs-2022", true, KeyType.ED25519),
    ECDSA_JCS_2019("ecdsa-jcs-2019", true, KeyType.P256, KeyType.P384);

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
