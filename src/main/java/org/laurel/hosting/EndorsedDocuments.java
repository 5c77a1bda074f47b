package org.laurel.hosting;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.laurel.document.credential.OpenBadges;
import org.laurel.issuing.achievement.AchievementDefinition;
import org.laurel.issuing.endorsement.Endorsements;
import org.laurel.issuing.issuer.Issuer;
import org.laurel.shared.json.JsonColumns;
import org.laurel.shared.store.PublicId;

/**
 * What can be endorsed, as the public reads it at its id: each lists the endorsements that stand today. Badges embed none,
 * since a badge must not fall when an endorsement lapses.
 */
@ApplicationScoped
public class EndorsedDocuments {
    private final Endorsements endorsements;

    EndorsedDocuments(Endorsements endorsements) {
        this.endorsements = endorsements;
    }

    /** An issuer's profile as JSON-LD (OB 3.0 Profile), with {@code endorsementJwt}. */
    public Uni<PublicDocument> profile(Issuer issuer) {
        return endorsed(issuer.did(), JsonColumns.tree(issuer.profile()));
    }

    /** A micro-credential as JSON-LD (OB 3.0 Achievement), with {@code endorsementJwt}. */
    public Uni<PublicDocument> achievement(AchievementDefinition definition) {
        return endorsed(definition.achievement().id(), JsonColumns.tree(definition.achievement()));
    }

    /** The endorsements that stand for this IRI. */
    public Uni<List<Endorsements.Standing>> standing(String subject) {
        return endorsements.of(subject);
    }

    /** A hosted endorsement, byte for byte as it was signed; withdrawn ones too. */
    public Uni<Optional<PublicDocument>> endorsement(String id, Representation form) {
        return PublicId.parse(id)
                .map(endorsements::hosted)
                .orElse(Uni.createFrom().item(Optional.empty()))
                .map(found -> found.flatMap(hosted -> PublicDocument.of(hosted, form)));
    }

    private Uni<PublicDocument> endorsed(String id, ObjectNode body) {
        return endorsements.of(id).map(standing -> {
            ObjectNode document = body.objectNode();
            ArrayNode context = document.putArray("@context");
            OpenBadges.CONTEXTS.forEach(context::add);
            document.setAll(body);
            if (!standing.isEmpty()) {
                ArrayNode all = body.path("endorsementJwt") instanceof ArrayNode own ? own : document.arrayNode();
                standing.forEach(one -> all.add(one.jwt()));
                document.set("endorsementJwt", all);
            }
            return PublicDocument.of(document);
        });
    }
}
