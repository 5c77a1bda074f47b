package org.laurel.verifying.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.laurel.securing.did.DidDocument;
import org.laurel.securing.proof.UnverifiedCredential;
import org.laurel.securing.proof.VerifiedProof;
import org.laurel.securing.status.reading.StatusListContent;
import org.laurel.securing.status.reading.StatusListKind;

/**
 * Status lists whose rules and proof were judged, so that a thousand badges of one list cost one judgement of it. Only what
 * no clock changes is kept: a list whose proof or key has an end is judged each time, and the dates of every list are.
 */
final class JudgedLists {
    private static final int MOST = 256;
    private static final int LARGEST = 1 << 18;

    private final Map<Key, Judged> lists = new LinkedHashMap<>(64, 0.75f, true);

    /** The content of exactly this list, when it was proved by the keys that its issuer still has. */
    Optional<StatusListContent> of(UnverifiedCredential list, StatusListKind kind, DidDocument issuer) {
        Judged judged;
        synchronized (lists) {
            judged = lists.get(new Key(issuer.id(), list.document().id().orElse(""), kind, list.isJwt()));
        }
        return judged != null && judged.list().equals(list) && judged.issuer().saysTheSameAs(issuer)
                ? Optional.of(judged.content())
                : Optional.empty();
    }

    /** Keeps a list that was found good, unless a proof of it will end. */
    void keep(
            UnverifiedCredential list,
            StatusListKind kind,
            DidDocument issuer,
            StatusListContent content,
            List<ProofTrial> trials) {
        if (content.bytes() > LARGEST || trials.stream().anyMatch(JudgedLists::mayEnd)) {
            return;
        }
        synchronized (lists) {
            lists.put(
                    new Key(issuer.id(), list.document().id().orElse(""), kind, list.isJwt()),
                    new Judged(list, issuer, content));
            if (lists.size() > MOST) {
                lists.remove(lists.keySet().iterator().next());
            }
        }
    }

    private static boolean mayEnd(ProofTrial trial) {
        VerifiedProof proof = trial.verified();
        return proof == null
                || endsBeforeItsList(proof)
                || proof.claim().proof().has("expires")
                || proof.method().expires() != null
                || proof.method().revoked() != null;
    }

    /** A JWT may have an end of its own beside that of the list, which is judged each time (VC-JOSE-COSE §3.1.3). */
    private static boolean endsBeforeItsList(VerifiedProof proof) {
        ObjectNode payload = proof.credential().payload();
        return payload != null
                && payload.has("exp")
                && !proof.credential().document().json().has("validUntil");
    }

    private record Key(String issuer, String id, StatusListKind kind, boolean jwt) {}

    private record Judged(UnverifiedCredential list, DidDocument issuer, StatusListContent content) {}
}
