package org.laurel.web;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.laurel.hosting.PublicDocument;
import org.laurel.hosting.PublicDocuments;
import org.laurel.hosting.Representation;
import org.laurel.hosting.certificate.Certificate;
import org.laurel.hosting.certificate.CertificateWriter;
import org.laurel.hosting.certificate.Paper;
import org.laurel.securing.proof.ProofTimes;
import org.laurel.shared.origin.BaseUrl;
import org.laurel.shared.work.Recent;
import org.laurel.shared.work.Workers;
import org.laurel.verifying.CredentialVerifier;
import org.laurel.verifying.check.VerificationInput;
import org.laurel.verifying.report.VerificationReport;
import org.laurel.verifying.report.Wording;

/**
 * Hosted badges as certificates on paper, with what the verifier says of them on the day. Those of one day, status, language
 * and paper are the same bytes, and are kept for a while.
 */
@Singleton
class Certificates {
    private static final int KEPT = 16;

    private final PublicDocuments documents;
    private final CredentialVerifier verifier;
    private final Workers workers;
    private final BaseUrl base;
    private final Recent<Certificated, PublicDocument> written = new Recent<>(KEPT);

    Certificates(PublicDocuments documents, CredentialVerifier verifier, Workers workers, BaseUrl base) {
        this.documents = documents;
        this.verifier = verifier;
        this.workers = workers;
        this.base = base;
    }

    /** The certificate of a badge; empty when there is no such badge. */
    Uni<Optional<PublicDocument>> certificate(String id, Wording words, Paper paper) {
        return documents
                .credential(id, Representation.JSON)
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : verifier.verify(VerificationInput.of(found.get().body()))
                                .chain(report -> workers.compute(() ->
                                        Optional.of(certificate(id, found.get(), report.in(words), words, paper)))));
    }

    private PublicDocument certificate(
            String id, PublicDocument signed, VerificationReport report, Wording words, Paper paper) {
        SharedBadge badge = SharedBadge.of(signed.body());
        Certificate.Standing standing = standing(badge, report);
        Certificated key = new Certificated(signed.tag(), standing, words.language(), paper);
        PublicDocument before = written.get(key);
        if (before != null) {
            return before;
        }
        Certificate certificate = new Certificate(
                new Certificate.Badge(
                        badge.name(),
                        badge.issuer(),
                        null,
                        badge.description(),
                        Markdown.paragraphs(badge.criteriaText())),
                standing,
                URI.create(base.credential(id)),
                words.language(),
                new Certificate.Signed(signed.body(), "application/vc"));
        byte[] pdf = CertificateWriter.write(certificate, paper);
        PublicDocument document = PublicDocument.of(pdf, Duration.ZERO);
        written.put(key, document);
        return document;
    }

    /** As of the day, or of the moment of the award when that is later, so that a day has one certificate. */
    private static Certificate.Standing standing(SharedBadge badge, VerificationReport report) {
        Instant now = report.verifiedAt();
        Instant day = now.truncatedTo(ChronoUnit.DAYS);
        Instant from = ProofTimes.read(badge.validFrom()).orElse(day);
        Instant until = Optional.ofNullable(badge.validUntil())
                .flatMap(ProofTimes::read)
                .orElse(null);
        Instant at = from.isAfter(day) && !from.isAfter(now) ? from : day;
        return new Certificate.Standing(kind(report), report.summary(), from, until, at);
    }

    private static Certificate.Kind kind(VerificationReport report) {
        if (report.verified()) {
            return Certificate.Kind.VERIFIED;
        }
        if (Verdicts.fails(report, "revocation")) {
            return Certificate.Kind.REVOKED;
        }
        if (Verdicts.fails(report, "suspension")) {
            return Certificate.Kind.SUSPENDED;
        }
        if (Verdicts.fails(report, "validity")) {
            return Verdicts.isEarly(report) ? Certificate.Kind.NOT_YET_VALID : Certificate.Kind.EXPIRED;
        }
        return Certificate.Kind.CANNOT_TELL;
    }

    /** What a certificate depends on. */
    private record Certificated(String tag, Certificate.Standing standing, String language, Paper paper) {}
}
