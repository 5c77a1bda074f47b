package org.laurel.shared.door;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The kept answer of a once-only call. */
@Entity
@Table(name = "once_only_answer")
@IdClass(OnceOnlyRow.Key.class)
class OnceOnlyRow {
    @Id
    @Column(name = "caller")
    String caller;

    @Id
    @Column(name = "key_hash")
    byte[] keyHash;

    @Column(name = "fingerprint")
    byte[] fingerprint;

    @Column(name = "status")
    int status;

    @Column(name = "headers")
    String headers;

    @Column(name = "body")
    byte[] body;

    @Column(name = "issuer_no")
    @Nullable Integer issuerNo;

    @Column(name = "person_no")
    @Nullable Long personNo;

    @Column(name = "created_at")
    Instant createdAt;

    /** Caller and key. */
    @SuppressWarnings("ArrayRecordComponent") // equality is given below
    record Key(String caller, byte[] keyHash) implements Serializable {
        @Override
        public boolean equals(Object other) {
            return other instanceof Key that && caller.equals(that.caller) && Arrays.equals(keyHash, that.keyHash);
        }

        @Override
        public int hashCode() {
            return 31 * caller.hashCode() + Arrays.hashCode(keyHash);
        }
    }
}
