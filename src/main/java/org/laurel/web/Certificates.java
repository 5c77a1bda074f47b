package org.laurel.web;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurel.hosting.CredentialPictures;
import org.laurel.hosting.PublicDocument;
import org.laurel.hosting.PublicDocuments;
import org.laurel.hosting.certificate.Certificate;
import org.laurel.hosting.certificate.CertificateWriter;
import org.laurel.hosting.certificate.Paper;
import org.laurel.hosting.picture.ShownPicture;
import org.laurel.securing.proof.ProofTimes;
import org.laurel.shared.origin.BaseUrl;
import org.laurel.shared.work.Recent;
import org.laurel.shared.work.Workers;
import org.laurel.verifying.CredentialVerifier;
import org.laurel.verifying.check.VerificationInput;
import org.laurel.verifying.report.VerificationReport;

/**
 * Hosted badges as certificates on paper, with what the verifier says of them on the day. Those of one day, status, language
 * and paper are the same bytes, and are kept for a while.
 */
@Singleton
class Certificates {
    private static final int KEPT = 16;

    private final PublicDocuments documents;
    private final CredentialPictures pictures;
    private final CredentialVerifier verifier;
    private final Workers workers;
    private final BaseUrl base;
    private final Recent<Certificated, PublicDocument> written = new Recent<>(KEPT);

    Certificates(
            PublicDocuments documents,
            CredentialPictures pictures,
            CredentialVerifier verifier,
            Workers workers,
            BaseUrl base) {
        this.documents = documents;
        this.pictures = pictures;
        this.verifier = verifier;
        this.workers = workers;
        this.base = base;
    }

    /** The certificate of a badge; empty when there is no such badge. */
    Uni<Optional<PublicDocument>> certificate(String id, BadgeFiles.Print print) {
        return documents
                .signed(id)
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : certificate(id, found.get(), print).map(Optional::of));
    }

    private Uni<PublicDocument> certificate(String id, PublicDocument signed, BadgeFiles.Print print) {
        return Uni.combine()
                .all()
                .unis(verifier.verify(VerificationInput.of(signed.body())), pictures.uploaded(signed))
                .asTuple()
                .chain(known -> workers.compute(() -> certificate(
                        new Hosted(id, signed, known.getItem2().orElse(null)),
                        known.getItem1().in(print.words()),
                        print)));
    }

    private PublicDocument certificate(Hosted hosted, VerificationReport report, BadgeFiles.Print print) {
        PublicDocument signed = hosted.signed();
        SharedBadge badge = SharedBadge.of(signed.document());
        Certificate.Standing standing = standing(badge, report, print);
        Certificated key =
                new Certificated(signed.tag(), standing, print.words().language(), print.paper());
        PublicDocument before = written.get(key);
        if (before != null) {
            return before;
        }
        Certificate certificate = new Certificate(
                new Certificate.Badge(
                        badge.name(),
                        badge.issuer(),
                        badge.recipient(),
                        badge.description(),
                        Markdown.paragraphs(badge.criteriaText()),
                        awarded(badge),
                        hosted.picture()),
                standing,
                URI.create(base.credential(hosted.id())),
                print.words().language(),
                new Certificate.Signed(signed.body(), signed.form().credentialType()));
        byte[] pdf = CertificateWriter.write(certificate, print.paper());
        PublicDocument document = PublicDocument.of(pdf, Duration.ZERO);
        written.put(key, document);
        return document;
    }

    private static @Nullable Instant awarded(SharedBadge badge) {
        return Optional.ofNullable(badge.awarded()).flatMap(ProofTimes::read).orElse(null);
    }

    /** As of the day, or of the moment of the award when that is later, so that a day has one certificate. */
    private static Certificate.Standing standing(SharedBadge badge, VerificationReport report, BadgeFiles.Print print) {
        Instant now = report.verifiedAt();
        Instant day = now.truncatedTo(ChronoUnit.DAYS);
        Instant from = ProofTimes.read(badge.validFrom()).orElse(day);
        Instant until = Optional.ofNullable(badge.validUntil())
                .flatMap(ProofTimes::read)
                .orElse(null);
        Instant at = from.isAfter(day) && !from.isAfter(now) ? from : day;
        Certificate.Kind kind = kind(report);
        boolean maybe = kind != Certificate.Kind.REVOKED && kind != Certificate.Kind.EXPIRED;
        return print.archived() && maybe
                ? new Certificate.Standing(
                        Certificate.Kind.CANNOT_TELL,
                        ArchivedStanding.of(report, print.words()).sentence(),
                        from,
                        until,
                        at)
                : new Certificate.Standing(kind, report.summary(), from, until, at);
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

    /**
     * A badge that is hosted here.
     *
     * @param picture that its maker gave it
     */
    private record Hosted(
            String id, PublicDocument signed, @Nullable ShownPicture picture) {}

    /** What a certificate depends on; its picture follows from the signed bytes. */
    private record Certificated(String tag, Certificate.Standing standing, String language, Paper paper) {}
}
