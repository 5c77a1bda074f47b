package org.laurel.shared.sealing;

import java.security.SecureRandom;

/** Keys for tests that need no database. */
public final class TestKeys {

    private TestKeys() {}

    /** Those of all persons, under a master key of nobody. */
    public static PersonKeys keys() {
        return new PersonKeys(new MasterKey("dGVzdHMtb25seS1tYXN0ZXIta2V5LTAwMDAwMDAwMDE="), new SecureRandom());
    }

    /** A fresh one. */
    public static PersonKey fresh() {
        SecureRandom random = new SecureRandom();
        byte[] key = new byte[32];
        random.nextBytes(key);
        return new PersonKey(new Person(1, 1), key, random);
    }
}
