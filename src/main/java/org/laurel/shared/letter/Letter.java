package org.laurel.shared.letter;

import java.time.Instant;
import java.util.Optional;
import org.laurel.shared.sealing.Person;

/**
 * A letter to be sent. It does not hold to whom, nor what it says: both are read when it is sent.
 *
 * @param issuerNo for which organisation; 0 for the programme
 * @param kind what it is about, by the type of the event that caused it: {@code credential.awarded}
 * @param subject the public id of what it is about
 * @param person under whose key the secret is kept; when the key is gone, the letter is not sent
 * @param secret what only the letter may show, such as the token of a link; kept sealed until it is sent
 * @param bulk whether it is one of many, which let others go first
 * @param notBefore from when on it may be sent
 */
public record Letter(
        int issuerNo,
        String kind,
        String subject,
        Optional<Person> person,
        Optional<String> secret,
        boolean bulk,
        Optional<Instant> notBefore) {

    /** One that may be sent at once. */
    public static Letter about(int issuerNo, String kind, String subject) {
        return new Letter(issuerNo, kind, subject, Optional.empty(), Optional.empty(), false, Optional.empty());
    }

    /** The same, for as long as this person has a key. */
    public Letter to(Person someone) {
        return new Letter(issuerNo, kind, subject, Optional.of(someone), secret, bulk, notBefore);
    }

    /** The same with a secret. */
    public Letter holding(String token) {
        return new Letter(issuerNo, kind, subject, person, Optional.of(token), bulk, notBefore);
    }

    /**
     * The same as one of many, or not.
     *
     * @param many whether it is
     */
    public Letter inBulk(boolean many) {
        return new Letter(issuerNo, kind, subject, person, secret, many, notBefore);
    }

    /** The same, but not before a moment. */
    public Letter notBefore(Instant moment) {
        return new Letter(issuerNo, kind, subject, person, secret, bulk, Optional.of(moment));
    }

    @Override
    public String toString() {
        return "Letter[" + kind + " " + subject + "]";
    }
}
