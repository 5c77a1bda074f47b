package org.laurel.issuing.issuer;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.laurel.issuing.picture.PictureDoor;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.shared.problem.Violation;

/** Replaces the profile and the settings of an organisation, the programme's too; what it is and is called in URLs stays. */
@ApplicationScoped
public class ReplaceIssuer {
    private final Issuers issuers;
    private final PictureDoor pictures;

    ReplaceIssuer(Issuers issuers, PictureDoor pictures) {
        this.issuers = issuers;
        this.pictures = pictures;
    }

    /** Replaces them; a 422 problem when what stays is to change, or the picture is none of theirs. */
    public Uni<Issuer> with(Issuer read, IssuerRequest request, String by) {
        if (request.slug() != null && !request.slug().equals(read.slug())) {
            throw immutable("/slug", "The slug is for ever " + read.slug() + ".");
        }
        if (request.kind() != null && request.kind() != read.kind()) {
            throw immutable("/kind", "It stays what it is: " + read.kind() + ".");
        }
        return pictures.requireOwn(read.number(), request.image())
                .chain(() -> issuers.update(read, request.profile(read.did()), request.settingsOrDefault(), by));
    }

    private static ProblemException immutable(String pointer, String detail) {
        return ProblemException.of(ProblemType.INVALID, List.of(new Violation(pointer, "immutable", detail)));
    }
}
