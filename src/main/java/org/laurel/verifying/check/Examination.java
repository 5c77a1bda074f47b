package org.laurel.verifying.check;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.laurel.securing.did.DidDocument;
import org.laurel.securing.proof.UnverifiedCredential;
import org.laurel.securing.proof.VerifiedProof;
import org.laurel.verifying.report.EmbeddedReport;
import org.laurel.verifying.report.ListReport;

/**
 * What is known so far in the judging of one input; each check adds to it and changes nothing.
 *
 * @param input what is judged
 * @param now the time of judgement
 * @param credentialOrNull the credential, once parsed
 * @param issuerOrNull the issuer's keys, once resolved
 * @param proofs the proofs that held
 * @param format how it is secured, for the report; empty when unknown
 * @param cryptosuite with which suite, for the report; empty when unknown
 * @param innerOrNull judges what stands inside; null when nothing deeper is judged
 * @param embedded the reports on what stands inside
 * @param otherOrNull what is known of a credential that is no Verifiable Credential; null when it is one
 * @param lookedUp what registries and status lists said
 */
public record Examination(
        VerificationInput input,
        Instant now,
        @Nullable UnverifiedCredential credentialOrNull,
        @Nullable DidDocument issuerOrNull,
        List<VerifiedProof> proofs,
        String format,
        String cryptosuite,
        @Nullable InnerJudge innerOrNull,
        List<EmbeddedReport> embedded,
        @Nullable OtherCredential otherOrNull,
        LookedUp lookedUp) {

    /** Copies the lists. */
    public Examination {
        proofs = List.copyOf(proofs);
        embedded = List.copyOf(embedded);
    }

    /** The beginning, where nothing inside is judged. */
    public static Examination of(VerificationInput input, Instant now) {
        return of(input, now, null);
    }

    /** The beginning. */
    public static Examination of(VerificationInput input, Instant now, @Nullable InnerJudge inner) {
        return new Examination(input, now, null, null, List.of(), "", "", inner, List.of(), null, LookedUp.NOTHING);
    }

    /** The credential; IllegalStateException before it was parsed. */
    public UnverifiedCredential credential() {
        if (credentialOrNull == null) {
            throw new IllegalStateException("the credential has not been parsed");
        }
        return credentialOrNull;
    }

    /** The issuer's keys; IllegalStateException before they were resolved. */
    public DidDocument issuer() {
        if (issuerOrNull == null) {
            throw new IllegalStateException("the issuer has not been resolved");
        }
        return issuerOrNull;
    }

    /** With the credential. */
    public Examination with(UnverifiedCredential credential) {
        return changed(change -> change.credential = credential);
    }

    /** With the issuer's keys. */
    public Examination with(DidDocument issuer) {
        return changed(change -> change.issuer = issuer);
    }

    /** With the proofs that held. */
    public Examination with(List<VerifiedProof> held) {
        return changed(change -> change.proofs = held);
    }

    /** With how it is secured. */
    public Examination secured(String byFormat, String withSuite) {
        return changed(change -> {
            change.format = byFormat;
            change.cryptosuite = withSuite;
        });
    }

    /** With what is known of a credential that is no Verifiable Credential. */
    public Examination with(OtherCredential other) {
        return changed(change -> change.other = other);
    }

    /** With reports on what stands inside, after those that are there. */
    public Examination withEmbedded(List<EmbeddedReport> more) {
        List<EmbeddedReport> all = new ArrayList<>(embedded);
        all.addAll(more);
        return changed(change -> change.embedded = all);
    }

    /** With what registries say of the issuer, after what is known. */
    public Examination knownBy(KnownIssuers.Answer answer) {
        return changed(change -> change.lookedUp = lookedUp.and(answer, List.of()));
    }

    /** With what status lists said, after what is known. */
    Examination read(List<ListReport> lists) {
        return changed(change -> change.lookedUp = lookedUp.and(KnownIssuers.Answer.NOBODY, lists));
    }

    private Examination changed(Consumer<Change> setting) {
        Change change = new Change(this);
        setting.accept(change);
        return new Examination(
                input,
                now,
                change.credential,
                change.issuer,
                change.proofs,
                change.format,
                change.cryptosuite,
                innerOrNull,
                change.embedded,
                change.other,
                change.lookedUp);
    }

    /** What a check may add, as it is before the change. */
    private static final class Change {
        private @Nullable UnverifiedCredential credential;
        private @Nullable DidDocument issuer;
        private List<VerifiedProof> proofs;
        private String format;
        private String cryptosuite;
        private List<EmbeddedReport> embedded;
        private @Nullable OtherCredential other;
        private LookedUp lookedUp;

        Change(Examination before) {
            this.credential = before.credentialOrNull;
            this.issuer = before.issuerOrNull;
            this.proofs = before.proofs;
            this.format = before.format;
            this.cryptosuite = before.cryptosuite;
            this.embedded = before.embedded;
            this.other = before.otherOrNull;
            this.lookedUp = before.lookedUp;
        }
    }
}
