package org.laurel.securing.key;

/** The life of a key. */
public enum KeyState {
    /** It signs. */
    ACTIVE,
    /** It signs no more; what it signed stays genuine. */
    RETIRED,
    /** Its private half is in wrong hands: nothing it signed counts from the time of revocation on. */
    COMPROMISED
}
