package org.laurel.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.laurel.hosting.EndorsedDocuments;
import org.laurel.hosting.PublicDocument;
import org.laurel.hosting.PublicDocuments;
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
    private final Recognised recognised;
    private final BaseUrl base;

    HostedBadges(PublicDocuments documents, EndorsedDocuments endorsed, Recognised recognised, BaseUrl base) {
        this.documents = documents;
        this.endorsed = endorsed;
        this.recognised = recognised;
        this.base = base;
    }

    /** The signed bytes; fails with a 404 or 410 problem when there is no such badge. */
    Uni<PublicDocument> signed(String id) {
        return documents
                .signed(id)
                .map(found ->
                        found.orElseThrow(() -> ProblemException.of(ProblemType.NOT_FOUND, "There is no such badge.")));
    }

    /** What the programme and others say of the issuer and the micro-credential; nothing when they say nothing. */
    Uni<List<Said>> said(PublicDocument signed, Wording words) {
        JsonNode badge = JsonColumns.parse(new String(signed.document(), StandardCharsets.UTF_8));
        String did = badge.at("/issuer/id").asText();
        String achievement = badge.at("/credentialSubject/achievement/id").asText();
        if (!did.startsWith(base.issuerDid(""))) {
            return Uni.createFrom().item(List.of());
        }
        return endorsed.standing(did).chain(ofIssuer -> endorsed.standing(achievement)
                .chain(ofAchievement -> recognised.of(achievement, words).map(counts -> Stream.of(
                                counts.stream(), Said.by(ofIssuer, base, words), Said.by(ofAchievement, base, words))
                        .flatMap(all -> all)
                        .toList())));
    }
}
