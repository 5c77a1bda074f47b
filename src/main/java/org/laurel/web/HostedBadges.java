package org.laurel.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurel.hosting.EndorsedDocuments;
import org.laurel.hosting.PublicDocument;
import org.laurel.hosting.PublicDocuments;
import org.laurel.hosting.Representation;
import org.laurel.issuing.endorsement.Endorsement;
import org.laurel.issuing.endorsement.Endorsements;
import org.laurel.issuing.issuer.Issuer;
import org.laurel.issuing.issuer.Screening;
import org.laurel.shared.json.JsonColumns;
import org.laurel.shared.origin.BaseUrl;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.verifying.report.Wording;

/** Badges as they were signed, and what the programme says today of where they come from. */
@Singleton
class HostedBadges {
    private final PublicDocuments documents;
    private final EndorsedDocuments endorsed;
    private final BaseUrl base;

    HostedBadges(PublicDocuments documents, EndorsedDocuments endorsed, BaseUrl base) {
        this.documents = documents;
        this.endorsed = endorsed;
        this.base = base;
    }

    /** The signed bytes; fails with a 404 or 410 problem when there is no such badge. */
    Uni<PublicDocument> signed(String id) {
        return documents
                .credential(id, Representation.JSON)
                .map(found ->
                        found.orElseThrow(() -> ProblemException.of(ProblemType.NOT_FOUND, "There is no such badge.")));
    }

    /**
     * Something that is said today.
     *
     * @param text in words
     * @param url of the signed credential that says so, percent-encoded; null when there is none
     */
    record Said(String text, @Nullable String url) {}

    /** What the programme and others say of the issuer and the micro-credential; nothing when they say nothing. */
    Uni<List<Said>> said(PublicDocument signed, Wording words) {
        JsonNode badge = JsonColumns.parse(new String(signed.body(), StandardCharsets.UTF_8));
        String did = badge.at("/issuer/id").asText();
        String achievement = badge.at("/credentialSubject/achievement/id").asText();
        String start = base.issuerDid("");
        if (!did.startsWith(start)) {
            return Uni.createFrom().item(List.of());
        }
        return documents.issuer(did.substring(start.length())).chain(issuer -> endorsed.standing(did)
                .chain(ofIssuer -> endorsed.standing(achievement)
                        .map(ofAchievement -> said(issuer, ofIssuer, ofAchievement, words))));
    }

    private List<Said> said(
            Optional<Issuer> issuer,
            List<Endorsements.Standing> ofIssuer,
            List<Endorsements.Standing> ofAchievement,
            Wording words) {
        Map<String, String> texts = words.texts("share.");
        List<Said> said = new ArrayList<>();
        Optional<Screening> withdrawn = issuer.map(Issuer::screening).filter(Screening::isWithdrawn);
        withdrawn.ifPresent(screening -> said.add(new Said(
                texts.getOrDefault("endorsementWithdrawn", "") + " " + day(screening.at(), words) + ".", null)));
        for (Endorsements.Standing one : ofIssuer) {
            said.add(said(one, "endorsedScreening", texts));
        }
        for (Endorsements.Standing one : ofAchievement) {
            said.add(said(one, "endorsedPublication", texts));
        }
        return said;
    }

    private Said said(Endorsements.Standing one, String byProgramme, Map<String, String> texts) {
        String key = one.purpose() == Endorsement.Purpose.ENDORSEMENT ? "endorsedOther" : byProgramme;
        return new Said(texts.getOrDefault(key, key), SharePage.encoded(base.endorsement(one.id())));
    }

    private static String day(@Nullable Instant time, Wording words) {
        return time == null ? "" : SharePage.day(time, Locale.forLanguageTag(words.language()));
    }
}
