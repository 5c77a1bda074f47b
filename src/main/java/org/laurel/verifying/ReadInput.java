package org.laurel.verifying;

import java.net.URI;
import org.laurel.verifying.check.VerificationInput;

/** What some bytes turned out to be. */
public sealed interface ReadInput {

    /** The same, when it lay behind a link. */
    default ReadInput ofLink() {
        return this;
    }

    /**
     * Something to judge.
     *
     * @param input its bytes, taken out of what carried them
     */
    record Credential(VerificationInput input) implements ReadInput {

        @Override
        public ReadInput ofLink() {
            return new Credential(input.as("url"));
        }
    }

    /**
     * A link to something to judge.
     *
     * @param uri absolute, with a host
     * @param inPicture whether it stood inside a picture, as that of a hosted assertion does (OB 2.0, Badge Baking), or in a
     *     QR code on one
     */
    record Link(URI uri, boolean inPicture) implements ReadInput {

        /** One that came by itself. */
        public Link(URI uri) {
            this(uri, false);
        }
    }

    /**
     * Nothing that can be judged.
     *
     * @param form what it looks like: {@code png}, {@code svg} …
     * @param detail what is wrong with it, a sentence for people
     */
    record Unreadable(String form, String detail) implements ReadInput {}
}
