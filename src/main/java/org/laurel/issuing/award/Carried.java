package org.laurel.issuing.award;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.laurel.document.credential.IdentityObject;

/**
 * What goes on from an award into the one that takes its place.
 *
 * @param replaces which award
 * @param awardedDate when it was first awarded
 * @param known whether it is about the same person, known by what it carries, whatever the request says
 * @param did the holder's DID, where the badge is about one
 * @param identifiers as they stood in the badge, with their salts: nobody can make them anew
 */
record Carried(
        Succession.Link replaces,
        Instant awardedDate,
        boolean known,
        Optional<String> did,
        List<IdentityObject> identifiers) {

    /** Copies the identifiers. */
    Carried {
        identifiers = List.copyOf(identifiers);
    }
}
