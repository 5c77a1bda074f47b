package org.laurel.issuing.picture;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/** The collection of uploaded pictures; each stays, since a signed badge may name it. */
public interface Pictures {

    /** Keeps a picture of an issuer; the same one again changes nothing. */
    Uni<Void> add(int issuerNo, CleanPicture picture);

    /** The names of an issuer's pictures. */
    Uni<List<PictureName>> of(int issuerNo);

    /** The PNG with this name. */
    Uni<Optional<byte[]>> find(PictureName name);
}
