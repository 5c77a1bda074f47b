package org.laurel.securing.status;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.laurel.document.credential.CredentialDocument;
import org.laurel.document.lint.CredentialLinter;
import org.laurel.document.lint.LintException;
import org.laurel.securing.crypto.SignatureAlgorithm;
import org.laurel.securing.key.KeyRing;
import org.laurel.securing.key.SigningKey;
import org.laurel.securing.proof.CredentialSigners;
import org.laurel.securing.proof.ProofFormat;
import org.laurel.securing.proof.SecuredCredential;
import org.laurel.shared.work.Workers;

/** Publishes lists as signed credentials, in the form the referring credential uses; signed anew only after a flip. */
@ApplicationScoped
public class StatusListPublisher {
    /** How long readers may keep a list. */
    public static final Duration TTL = Duration.ofMinutes(5);

    private static final int MAX_KEPT = 4_096;

    private final StatusLists lists;
    private final CredentialLinter linter;
    private final CredentialSigners signers;
    private final Workers workers;
    private final Clock clock;
    private final Map<String, Published> kept = new ConcurrentHashMap<>();

    StatusListPublisher(
            StatusLists lists, CredentialLinter linter, CredentialSigners signers, Workers workers, Clock clock) {
        this.lists = lists;
        this.linter = linter;
        this.signers = signers;
        this.workers = workers;
        this.clock = clock;
    }

    /**
     * A signed list.
     *
     * @param secured its bytes
     * @param version the version of the bits it shows
     */
    public record Published(SecuredCredential secured, long version) {}

    /** The list in this form; empty when the issuer has no such list. */
    public Uni<Optional<Published>> publish(KeyRing keys, int listNo, String url, ProofFormat format) {
        String key = url + " " + format;
        return lists.version(keys.issuerNo(), listNo).chain(version -> {
            if (version.isEmpty()) {
                return Uni.createFrom().item(Optional.empty());
            }
            Published published = kept.get(key);
            if (published != null && published.version() == version.get()) {
                return Uni.createFrom().item(Optional.of(published));
            }
            return lists.bits(keys.issuerNo(), listNo)
                    .chain(bits ->
                            workers.compute(() -> bits.map(found -> keep(key, sign(keys, found, url, format, null)))));
        });
    }

    /**
     * The list as a copy for elsewhere, where nobody renews it: from {@code until} on it tells nothing any more, so that a
     * later revocation is not overlooked (VCDM 2.0 §4.9).
     */
    public Uni<Optional<Copy>> copy(KeyRing keys, int listNo, String url, Instant until) {
        return lists.bits(keys.issuerNo(), listNo)
                .chain(bits -> workers.compute(() -> bits.map(found -> new Copy(
                        found.purpose(),
                        found.changedAt(),
                        sign(keys, found, url, ProofFormat.DATA_INTEGRITY, until)
                                .secured()
                                .bytes(),
                        sign(keys, found, url, ProofFormat.VC_JWT, until)
                                .secured()
                                .bytes()))));
    }

    /**
     * A copy of a list.
     *
     * @param purpose what its bits say
     * @param changedAt when a bit was last flipped
     * @param json with embedded proof
     * @param jwt as a compact JWS
     */
    @SuppressWarnings("ArrayRecordComponent") // written, never compared
    public record Copy(StatusPurpose purpose, Instant changedAt, byte[] json, byte[] jwt) {}

    private Published keep(String key, Published published) {
        if (kept.size() >= MAX_KEPT) {
            kept.clear();
        }
        kept.put(key, published);
        return published;
    }

    private Published sign(
            KeyRing keys, StatusLists.Bits bits, String url, ProofFormat format, @Nullable Instant until) {
        SigningKey key = signingKey(keys, format);
        Instant now = clock.instant();
        CredentialDocument document = StatusListCredential.compose(url, key.controller(), bits, until, TTL);
        try {
            return new Published(signers.of(format).sign(linter.lint(document), List.of(key), now), bits.version());
        } catch (LintException e) {
            throw new IllegalStateException("a status list of ours breaks a rule: " + e.getMessage(), e);
        }
    }

    private static SigningKey signingKey(KeyRing keys, ProofFormat format) {
        SignatureAlgorithm first = format == ProofFormat.VC_JWT ? SignatureAlgorithm.ES256 : SignatureAlgorithm.EDDSA;
        return keys.active(first)
                .or(() -> keys.signing().stream().findFirst())
                .orElseThrow(() -> new IllegalStateException("issuer " + keys.issuerNo() + " has no active key"));
    }
}
