package org.laurel.issuing.picture;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurel.document.credential.Image;
import org.laurel.shared.json.JsonColumns;
import org.laurel.shared.origin.BaseUrl;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.shared.problem.Violation;
import org.laurel.shared.work.Workers;

/** Takes an upload in: reads it, keeps it, and says what a profile or an achievement then says of it. */
@ApplicationScoped
public class PictureDoor {
    private static final int LONGEST_CAPTION = 500;

    private final Pictures pictures;
    private final Workers workers;
    private final BaseUrl base;

    PictureDoor(Pictures pictures, Workers workers, BaseUrl base) {
        this.pictures = pictures;
        this.workers = workers;
        this.base = base;
    }

    /**
     * Keeps the picture; fails with a 415 problem when it is sent as something else, with a 413 problem when
     * it is too large, with a 422 problem when it is none that is taken, with a 409 problem when the issuer keeps
     * the most that it may.
     *
     * @param upload what came
     */
    public Uni<Image> take(int issuerNo, Upload upload) {
        String caption = caption(upload.caption());
        if (!UploadedPicture.isTaken(upload.mediaType())) {
            throw ProblemException.of(
                    ProblemType.UNSUPPORTED_MEDIA_TYPE, "Send a picture as image/png, image/jpeg or image/svg+xml.");
        }
        if (upload.bytes().length > UploadedPicture.MOST_BYTES) {
            throw ProblemException.of(ProblemType.TOO_LARGE, "A picture: expected at most 1 MiB.");
        }
        return workers.compute(() -> read(upload))
                .chain(picture -> pictures.add(issuerNo, picture).map(kept -> {
                    if (!kept) {
                        throw ProblemException.of(
                                ProblemType.CONFLICT,
                                "This organisation keeps " + Pictures.MOST + " pictures already, which is the most.");
                    }
                    return new Image(new PictureName(issuerNo, picture.digest()).url(base), caption);
                }));
    }

    /**
     * The picture itself.
     *
     * @param image what the profile or the achievement says; null for none
     */
    public Uni<Kept> kept(@Nullable Image image) {
        PictureName name = Optional.ofNullable(image)
                .flatMap(said -> PictureName.of(said.id(), base))
                .orElseThrow(() -> ProblemException.of(
                        ProblemType.NOT_FOUND,
                        image == null ? "It has no picture." : "Its picture is not kept here: " + image.id()));
        return pictures.find(name).map(found -> new Kept(found.orElseThrow(), name.digest()));
    }

    /**
     * A picture as it is kept.
     *
     * @param png its bytes
     * @param digest their SHA-256, in hexadecimal
     */
    @SuppressWarnings("ArrayRecordComponent") // sent, never compared
    public record Kept(byte[] png, String digest) {}

    /**
     * Refuses a picture that is said to be kept here and is not, or is another's: a signed badge names what it shows, and what
     * was never uploaded could become anything. Addresses elsewhere are let be.
     *
     * @param issuerNo whose it has to be; 0 for one that has none yet
     */
    public Uni<Void> requireOwn(int issuerNo, @Nullable Image image) {
        if (image == null || !isHere(image.id())) {
            return Uni.createFrom().voidItem();
        }
        return PictureName.of(image.id(), base)
                .filter(name -> name.issuerNo() == issuerNo)
                .map(pictures::find)
                .orElse(Uni.createFrom().item(Optional.empty()))
                .invoke(found -> {
                    if (found.isEmpty()) {
                        throw ProblemException.of(
                                ProblemType.INVALID,
                                List.of(new Violation(
                                        "/image/id",
                                        "unknown",
                                        "This organisation has uploaded no picture with this address.")));
                    }
                })
                .replaceWithVoid();
    }

    /** Whether an address, however it is spelled, leads to the pictures that are kept here. */
    private boolean isHere(String address) {
        try {
            URI wanted = URI.create(address.strip()).normalize();
            URI own = URI.create(base.text());
            String path = wanted.getPath();
            return own.getHost().equalsIgnoreCase(wanted.getHost())
                    && port(own) == port(wanted)
                    && path != null
                    && path.startsWith("/images/");
        } catch (IllegalArgumentException e) {
            return false; // what is no address leads nowhere
        }
    }

    private static int port(URI uri) {
        if (uri.getPort() >= 0) {
            return uri.getPort();
        }
        return "http".equalsIgnoreCase(uri.getScheme()) ? 80 : 443;
    }

    /**
     * A picture as it came.
     *
     * @param bytes its bytes
     * @param mediaType as which it was sent
     * @param caption what it shows, for those who do not see it
     */
    @SuppressWarnings("ArrayRecordComponent") // read, never compared
    public record Upload(
            byte[] bytes, String mediaType, @Nullable String caption) {

        /** As its parts came, each of which may be absent. */
        public static Upload of(byte @Nullable [] bytes, @Nullable String mediaType, @Nullable String caption) {
            return new Upload(bytes == null ? new byte[0] : bytes, mediaType == null ? "" : mediaType, caption);
        }
    }

    /**
     * The same profile or achievement with another picture.
     *
     * @param image null for none
     */
    public static <T> T shown(T record, @Nullable Image image, Class<T> type) {
        ObjectNode tree = JsonColumns.tree(record);
        tree.remove("image");
        if (image != null) {
            tree.set("image", JsonColumns.tree(image));
        }
        return JsonColumns.read(JsonColumns.write(tree), type);
    }

    private static CleanPicture read(Upload upload) {
        try {
            return UploadedPicture.read(upload.bytes(), upload.mediaType());
        } catch (PictureException e) {
            throw ProblemException.of(
                    ProblemType.INVALID,
                    List.of(new Violation("", "picture", "The picture is not taken: " + e.why() + ".")));
        }
    }

    private static @Nullable String caption(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.length() > LONGEST_CAPTION || text.chars().anyMatch(Character::isISOControl)) {
            throw ProblemException.of(
                    ProblemType.BAD_PARAMETER,
                    List.of(new Violation(
                            "?caption",
                            "invalid",
                            "caption: expected at most " + LONGEST_CAPTION + " characters on one line.")));
        }
        return text.strip();
    }
}
