package org.laurel.verifying.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.laurel.securing.did.DidDocument;
import org.laurel.shared.fetch.FetchException;
import org.laurel.shared.fetch.Fetched;
import org.laurel.shared.fetch.Fetcher;
import org.laurel.shared.json.MalformedJsonException;
import org.laurel.shared.json.StrictJson;
import org.laurel.shared.work.OneByOne;
import org.laurel.shared.work.Recent;
import org.laurel.shared.work.Workers;
import org.laurel.verifying.check.InnerCheck.Judged;

/**
 * Endorsements by reference: those that the issuer's profile and the achievement list where they are published, at the ids that
 * the badge names. So an endorsement can be given and taken back without a badge being signed anew. They are matters of trust;
 * what cannot be had is passed over. What was found serves for a minute, since many badges name the same.
 */
@Singleton
final class PublishedEndorsements {
    private static final String ACCEPT = "application/ld+json, application/json;q=0.9";
    private static final Duration KEPT = Duration.ofMinutes(1);
    /** How long a host may take: nobody waits longer for what the verdict does not hang on. */
    private static final Duration LONGEST = Duration.ofSeconds(2);

    private static final int MOST_KEPT = 512;
    /** Of one document; whoever has more is well known. */
    private static final int MOST = 10;

    private final Fetcher fetcher;
    private final Workers workers;
    private final Recent<Subject, Kept> kept = new Recent<>(MOST_KEPT);

    PublishedEndorsements(Fetcher fetcher, Workers workers) {
        this.fetcher = fetcher;
        this.workers = workers;
    }

    /** Those of the issuer, then those of the achievement; none of what stands in something else. */
    Uni<List<Judged>> of(Examination examination) {
        InnerJudge judge = examination.innerOrNull();
        if (judge == null || !judge.isOfTheWhole()) {
            return Uni.createFrom().item(List.of());
        }
        return OneByOne.all(subjects(examination), subject -> of(subject, examination))
                .map(found -> found.stream().flatMap(List::stream).toList());
    }

    /**
     * What may be endorsed.
     *
     * @param pointer to it in the badge
     * @param id of it
     * @param address where it is published
     */
    private record Subject(String pointer, String id, String address) {}

    private record Kept(Instant at, List<Judged> judged) {}

    private static List<Subject> subjects(Examination examination) {
        JsonNode badge = examination.credential().document().json();
        String issuer = examination.credential().document().issuerId().orElse("");
        String achievement = badge.at("/credentialSubject/achievement/id").asText("");
        DidDocument known = examination.issuerOrNull();
        Stream<String> names =
                known == null ? Stream.of(issuer) : Stream.concat(Stream.of(issuer), known.alsoKnownAs().stream());
        List<Subject> subjects = new ArrayList<>(2);
        names.filter(PublishedEndorsements::isOfTheWeb)
                .findFirst()
                .ifPresent(at -> subjects.add(new Subject("/issuer", issuer, at)));
        if (isOfTheWeb(achievement)) {
            subjects.add(new Subject("/credentialSubject/achievement", achievement, achievement));
        }
        return subjects;
    }

    private static boolean isOfTheWeb(String id) {
        return id.startsWith("https://") || id.startsWith("http://");
    }

    private Uni<List<Judged>> of(Subject subject, Examination examination) {
        Kept before = kept.get(subject);
        if (before != null && examination.now().isBefore(before.at().plus(KEPT))) {
            return Uni.createFrom().item(before.judged());
        }
        URI address;
        try {
            address = URI.create(subject.address());
        } catch (IllegalArgumentException e) {
            return Uni.createFrom().item(List.of()); // what is no address leads nowhere
        }
        return fetcher.get(address, ACCEPT)
                .ifNoItem()
                .after(LONGEST)
                .failWith(() -> FetchException.late(address.getHost()))
                .chain(fetched -> workers.compute(() -> listed(fetched, subject)))
                .onFailure(FetchException.class)
                .recoverWithItem(List.of())
                .chain(listed -> OneByOne.all(listed, one -> InnerCheck.judge(one, Asked.NOTHING, examination)))
                .invoke(judged -> kept.put(subject, new Kept(examination.now(), judged)));
    }

    private static List<InnerCredential> listed(Fetched fetched, Subject subject) {
        try {
            JsonNode document = StrictJson.parse(fetched.body());
            return document.path("id").asText("").equals(subject.id())
                    ? InnerCredential.published(document, subject.pointer(), subject.address()).stream()
                            .limit(MOST)
                            .toList()
                    : List.of();
        } catch (MalformedJsonException e) {
            return List.of(); // a page for people, as many addresses of issuers are
        }
    }
}
