package org.laurel.holding;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.laurel.access.people.Account;
import org.laurel.document.credential.OpenBadges;
import org.laurel.issuing.recognition.CountsAs;
import org.laurel.issuing.recognition.Recognition;
import org.laurel.issuing.recognition.Recognitions;
import org.laurel.securing.key.ServiceKey;
import org.laurel.shared.origin.BaseUrl;
import org.laurel.shared.store.PageRequest;
import org.laurel.shared.store.PublicId;
import org.laurel.shared.work.OneByOne;

/**
 * Draws up what the badges of an account count for today: each badge in force with the recognitions of its version that stand.
 * As a credential (VCDM 2.0) it is signed by the service's own key, which says only what is kept here.
 */
@ApplicationScoped
class Transcripts {
    private static final String UNDEFINED_TERMS = "https://www.w3.org/ns/credentials/undefined-terms/v2";
    private static final String TYPE = "vc+jwt";
    private static final int MOST = 1000;

    private final Holdings holdings;
    private final Recognitions recognitions;
    private final ServiceKey key;
    private final BaseUrl base;
    private final Clock clock;

    Transcripts(Holdings holdings, Recognitions recognitions, ServiceKey key, BaseUrl base, Clock clock) {
        this.holdings = holdings;
        this.recognitions = recognitions;
        this.key = key;
        this.base = base;
        this.clock = clock;
    }

    /** A badge with what it counts for. */
    private record Line(HeldBadge badge, List<Recognition> counts) {}

    /** The transcript as it stands now. */
    Uni<ObjectNode> of(Account account) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return badges(account, new ArrayList<>(), Long.MAX_VALUE)
                .chain(badges -> OneByOne.all(
                        badges.stream().filter(badge -> inForce(badge, now)).toList(), this::line))
                .map(lines -> document(account, lines, now));
    }

    private Uni<List<HeldBadge>> badges(Account account, List<HeldBadge> before, long below) {
        return holdings.of(account, new PageRequest(PageRequest.MAX_LIMIT, below))
                .chain(page -> {
                    before.addAll(page.items());
                    return page.next().isEmpty() || before.size() >= MOST
                            ? Uni.createFrom().item(before)
                            : badges(account, before, page.next().getAsLong());
                });
    }

    private static boolean inForce(HeldBadge badge, Instant now) {
        return badge.state().equals("issued")
                && !badge.validFrom().isAfter(now)
                && badge.validUntil().filter(end -> !end.isAfter(now)).isEmpty();
    }

    private Uni<Line> line(HeldBadge badge) {
        return recognitions
                .of(PublicId.parse(badge.achievementId()).orElseThrow())
                .map(found -> new Line(badge, found));
    }

    private ObjectNode document(Account account, List<Line> lines, Instant now) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.putArray("@context").add(OpenBadges.CREDENTIALS_V2).add(UNDEFINED_TERMS);
        document.putArray("type").add("VerifiableCredential").add("RecognitionTranscript");
        document.put("issuer", key.controller()).put("validFrom", now.toString());
        ObjectNode subject = document.putObject("credentialSubject");
        subject.put("name", account.name());
        ArrayNode badges = subject.putArray("badges");
        for (Line line : lines) {
            if (!line.counts().isEmpty()) {
                write(line, badges.addObject());
            }
        }
        ObjectNode totals = subject.putObject("totals");
        for (CountsAs kind : CountsAs.values()) {
            total(lines, kind).ifPresent(sum -> totals.put(kind.toString(), sum));
        }
        return document;
    }

    private void write(Line line, ObjectNode badge) {
        badge.put("credential", base.credential(line.badge().credentialId()))
                .put("name", line.badge().name())
                .put("awardedBy", line.badge().issuer())
                .put("from", line.badge().validFrom().toString());
        ArrayNode counts = badge.putArray("recognitions");
        for (Recognition one : line.counts()) {
            ObjectNode said = counts.addObject();
            said.put("recogniser", one.by()).put("kind", one.counts().kind().toString());
            BigDecimal amount = one.counts().amount();
            if (amount != null) {
                said.put("amount", amount);
            }
            said.put("where", one.counts().where()).put("endorsement", base.endorsement(one.endorsement()));
        }
    }

    /** Of each badge and kind what counts most: two who recognise the same hours make them no more. */
    private static Optional<BigDecimal> total(List<Line> lines, CountsAs kind) {
        return lines.stream()
                .flatMap(line -> line.counts().stream()
                        .filter(one -> one.counts().kind() == kind)
                        .flatMap(one -> Optional.ofNullable(one.counts().amount()).stream())
                        .max(BigDecimal::compareTo)
                        .stream())
                .reduce(BigDecimal::add);
    }

    /** The same, signed: a VC-JWT (VC-JOSE-COSE). */
    String signed(ObjectNode document) {
        ObjectNode payload = document.deepCopy();
        payload.put("iss", key.controller());
        payload.put("iat", Instant.parse(document.path("validFrom").asText()).getEpochSecond());
        return key.jws(key.header(TYPE), payload);
    }
}
