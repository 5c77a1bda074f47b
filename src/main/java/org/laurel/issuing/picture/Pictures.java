package org.laurel.issuing.picture;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/** The collection of uploaded pictures; each stays, since a signed badge may name it. */
public interface Pictures {

    /** How many pictures an issuer may keep: some for each version of each of its micro-credentials. */
    int MOST = 2000;

    /** Keeps a picture of an issuer; the same one again changes nothing; false when the issuer keeps the most that it may. */
    Uni<Boolean> add(int issuerNo, CleanPicture picture);

    /** The names of an issuer's pictures. */
    Uni<List<PictureName>> of(int issuerNo);

    /** The PNG with this name. */
    Uni<Optional<byte[]>> find(PictureName name);
}
