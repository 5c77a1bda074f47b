package org.laurel.shared.sealing;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

/** The key of one person at one tenant: seals and opens, and shows nothing of itself. */
public final class PersonKey {
    private final Person person;
    private final byte[] key;
    private final SecureRandom random;

    PersonKey(Person person, byte[] key, SecureRandom random) {
        this.person = person;
        this.key = key.clone();
        this.random = random;
    }

    /** Whose it is. */
    public Person person() {
        return person;
    }

    /** Encrypts; the context says what it is: {@code credential/1-abc…/json}. */
    public byte[] seal(byte[] plain, String context) {
        return AesGcm.seal(key, plain, context, random);
    }

    /** Decrypts what was sealed with the same context. */
    public byte[] open(byte[] sealed, String context) {
        return AesGcm.open(key, sealed, context);
    }

    /** Encrypts a text. */
    public byte[] seal(String plain, String context) {
        return seal(plain.getBytes(StandardCharsets.UTF_8), context);
    }

    /** Decrypts a text. */
    public String openText(byte[] sealed, String context) {
        return new String(open(sealed, context), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "PersonKey[" + person + "]";
    }
}
