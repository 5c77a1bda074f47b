package org.laurel.hosting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laurel.document.carrier.CarrierException;
import org.laurel.document.carrier.PngCarrier;
import org.laurel.document.carrier.SvgCarrier;
import org.laurel.document.credential.CredentialDocument;
import org.laurel.document.credential.Image;
import org.laurel.hosting.picture.BadgeFace;
import org.laurel.hosting.picture.BadgePicture;
import org.laurel.hosting.picture.ShareCard;
import org.laurel.hosting.picture.ShownPicture;
import org.laurel.issuing.picture.PictureName;
import org.laurel.issuing.picture.Pictures;
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
    /** As long as the signed bytes themselves: what was erased is to be gone soon. */
    private static final Duration FRESH = Duration.ofMinutes(5);

    private static final int KEPT = 48;
    /** In bytes; a larger one is made of an uploaded picture, which is kept already. */
    private static final int LARGEST_KEPT = 512 << 10;

    private final PublicDocuments documents;
    private final Workers workers;
    private final Pictures pictures;
    private final BaseUrl base;
    private final String host;
    private final Recent<String, PublicDocument> drawn = new Recent<>(KEPT);

    CredentialPictures(PublicDocuments documents, Pictures pictures, Workers workers, BaseUrl base) {
        this.documents = documents;
        this.pictures = pictures;
        this.base = base;
        this.workers = workers;
        this.host = URI.create(base.text()).getAuthority();
    }

    /** The picture with what was signed inside, byte for byte: the JSON, where there is one; empty when there is no such badge. */
    public Uni<Optional<PublicDocument>> picture(String id, Representation form) {
        return drawn(id, form.suffix(), (signed, picture) -> baked(signed, picture, form));
    }

    /** The card that a link to the badge shows elsewhere, a PNG of 1200 × 630; empty when there is no such badge. */
    public Uni<Optional<PublicDocument>> card(String id) {
        return drawn(id, "card", (signed, picture) -> ShareCard.png(face(signed), "Open Badge", host, picture));
    }

    /**
     * The card of a micro-credential.
     *
     * @param image its picture, or that of its issuer; null when there is none
     */
    public Uni<PublicDocument> card(BadgeFace face, @Nullable Image image) {
        String key = "card" + face + image;
        PublicDocument before = drawn.get(key);
        return before != null
                ? Uni.createFrom().item(before)
                : shown(image, face.title())
                        .chain(picture -> workers.compute(
                                () -> kept(ShareCard.png(face, "Micro-credential", host, picture.orElse(null)), key)));
    }

    private Uni<Optional<PublicDocument>> drawn(String id, String what, Artist artist) {
        return documents.signed(id).chain(found -> {
            if (found.isEmpty()) {
                return Uni.createFrom().item(Optional.empty());
            }
            String key = what + found.get().tag();
            PublicDocument before = drawn.get(key);
            return before != null
                    ? Uni.createFrom().item(Optional.of(before))
                    : draw(found.get(), key, artist).map(Optional::of);
        });
    }

    private Uni<PublicDocument> draw(PublicDocument signed, String key, Artist artist) {
        return uploaded(signed)
                .chain(picture -> workers.compute(() -> kept(artist.draw(signed, picture.orElse(null)), key)));
    }

    /** The picture that a signed badge names, if it was uploaded here; empty for one that we draw. */
    public Uni<Optional<ShownPicture>> uploaded(PublicDocument signed) {
        JsonNode badge = JsonColumns.parse(document(signed));
        JsonNode achievement = badge.at("/credentialSubject/achievement");
        return shown(
                image(achievement, badge.path("issuer")),
                achievement.path("name").asText());
    }

    private static String document(PublicDocument signed) {
        return new String(signed.document(), StandardCharsets.UTF_8);
    }

    /** The picture of what was achieved, else of who awarded it, when it is one that is kept here. */
    private @Nullable Image image(JsonNode achievement, JsonNode issuer) {
        return Stream.of(achievement, issuer)
                .map(node -> node.path("image"))
                .filter(image -> PictureName.of(image.path("id").asText(), base).isPresent())
                .map(image -> new Image(
                        image.path("id").asText(), image.path("caption").textValue()))
                .findFirst()
                .orElse(null);
    }

    private Uni<Optional<ShownPicture>> shown(@Nullable Image image, String otherwise) {
        return Optional.ofNullable(image)
                .flatMap(one -> PictureName.of(one.id(), base))
                .map(pictures::find)
                .orElse(Uni.createFrom().item(Optional.empty()))
                .map(found -> found.map(png -> new ShownPicture(png, caption(image, otherwise))));
    }

    private static String caption(@Nullable Image image, String otherwise) {
        String caption = image == null ? null : image.caption();
        return caption == null ? otherwise : caption;
    }

    private PublicDocument kept(byte[] bytes, String key) {
        PublicDocument picture = PublicDocument.of(bytes, FRESH);
        if (bytes.length <= LARGEST_KEPT) {
            drawn.put(key, picture);
        }
        return picture;
    }

    private static byte[] baked(PublicDocument signed, @Nullable ShownPicture picture, Representation form) {
        String inside = new String(signed.body(), StandardCharsets.UTF_8);
        try {
            if (form == Representation.PNG) {
                return PngCarrier.bake(picture == null ? BadgePicture.png(face(signed)) : picture.png(), inside);
            }
            return SvgCarrier.bake(picture == null ? BadgePicture.svg(face(signed)) : picture.svg(), inside);
        } catch (CarrierException e) {
            throw new IllegalStateException("our own pictures carry credentials", e);
        }
    }

    private static BadgeFace face(PublicDocument signed) {
        CredentialReport badge =
                CredentialReport.of(new CredentialDocument((ObjectNode) JsonColumns.parse(document(signed))));
        String title = name(badge.achievement(), name(badge.issuer(), ""));
        String issuerId = badge.issuer() == null || badge.issuer().id() == null
                ? ""
                : badge.issuer().id();
        return new BadgeFace(title, name(badge.issuer(), issuerId), issuerId);
    }

    private static String name(CredentialReport.@Nullable Named named, String otherwise) {
        return named == null || named.name() == null ? otherwise : named.name();
    }

    /** Draws from what was signed and the picture that it names, if it is kept here. */
    @FunctionalInterface
    private interface Artist {
        byte[] draw(PublicDocument signed, @Nullable ShownPicture picture);
    }
}
