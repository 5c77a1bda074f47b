package org.laurel.hosting;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.laurel.document.carrier.CarrierException;
import org.laurel.document.carrier.PngCarrier;
import org.laurel.document.carrier.SvgCarrier;
import org.laurel.document.credential.CredentialDocument;
import org.laurel.hosting.picture.BadgeFace;
import org.laurel.hosting.picture.BadgePicture;
import org.laurel.hosting.picture.ShareCard;
import org.laurel.shared.json.JsonColumns;
import org.laurel.shared.origin.BaseUrl;
import org.laurel.shared.work.Recent;
import org.laurel.shared.work.Workers;
import org.laurel.verifying.report.CredentialReport;

/**
 * Hosted badges as pictures. All of a picture follows from the signed bytes, so that it never changes while those do not;
 * what was drawn lately is kept, and otherwise drawn again.
 */
@ApplicationScoped
public class CredentialPictures {
    private static final Duration LONG = Duration.ofDays(30);
    private static final int KEPT = 48;

    private final PublicDocuments documents;
    private final Workers workers;
    private final String host;
    private final Recent<String, PublicDocument> drawn = new Recent<>(KEPT);

    CredentialPictures(PublicDocuments documents, Workers workers, BaseUrl base) {
        this.documents = documents;
        this.workers = workers;
        this.host = URI.create(base.text()).getAuthority();
    }

    /** The picture with the signed JSON inside, byte for byte; empty when there is no such badge. */
    public Uni<Optional<PublicDocument>> picture(String id, Representation form) {
        return drawn(id, form.suffix(), signed -> baked(signed, form));
    }

    /** The card that a link to the badge shows elsewhere, a PNG of 1200 × 630; empty when there is no such badge. */
    public Uni<Optional<PublicDocument>> card(String id) {
        return drawn(id, "card", signed -> ShareCard.png(face(signed), "Open Badge", host));
    }

    /** The card of a micro-credential. */
    public Uni<PublicDocument> card(BadgeFace face) {
        String key = "card" + face;
        PublicDocument before = drawn.get(key);
        return before != null
                ? Uni.createFrom().item(before)
                : workers.compute(() -> kept(ShareCard.png(face, "Micro-credential", host), key));
    }

    private Uni<Optional<PublicDocument>> drawn(String id, String what, Artist artist) {
        return documents.credential(id, Representation.JSON).chain(found -> {
            if (found.isEmpty()) {
                return Uni.createFrom().item(Optional.empty());
            }
            String key = what + found.get().tag();
            PublicDocument before = drawn.get(key);
            return before != null
                    ? Uni.createFrom().item(Optional.of(before))
                    : workers.compute(() -> Optional.of(draw(found.get(), key, artist)));
        });
    }

    private PublicDocument draw(PublicDocument signed, String key, Artist artist) {
        return kept(artist.draw(new String(signed.body(), StandardCharsets.UTF_8)), key);
    }

    private PublicDocument kept(byte[] bytes, String key) {
        PublicDocument picture = PublicDocument.of(bytes, LONG);
        drawn.put(key, picture);
        return picture;
    }

    private static byte[] baked(String signed, Representation form) {
        try {
            return form == Representation.PNG
                    ? PngCarrier.bake(BadgePicture.png(face(signed)), signed)
                    : SvgCarrier.bake(BadgePicture.svg(face(signed)), signed);
        } catch (CarrierException e) {
            throw new IllegalStateException("our own pictures carry credentials", e);
        }
    }

    private static BadgeFace face(String signed) {
        CredentialReport badge = CredentialReport.of(new CredentialDocument((ObjectNode) JsonColumns.parse(signed)));
        String title = name(badge.achievement(), name(badge.issuer(), ""));
        String issuerId = badge.issuer() == null || badge.issuer().id() == null
                ? ""
                : badge.issuer().id();
        return new BadgeFace(title, name(badge.issuer(), issuerId), issuerId);
    }

    private static String name(CredentialReport.@org.jspecify.annotations.Nullable Named named, String otherwise) {
        return named == null || named.name() == null ? otherwise : named.name();
    }

    /** Draws from the signed JSON. */
    @FunctionalInterface
    private interface Artist {
        byte[] draw(String signed);
    }
}
