package org.laurel.securing.did;

/**
 * A DID URL that names something inside a DID document: {@code did:web:example.org#key-1} (DID 1.0 §3.2). Paths and
 * queries, which name other resources, are not taken.
 *
 * @param did whose document
 * @param fragment what in it, not empty
 */
public record DidUrl(Did did, String fragment) {
    private static final int MAX_FRAGMENT = 512;

    /** Refuses an empty or overlong fragment. */
    public DidUrl {
        if (fragment.isEmpty() || fragment.length() > MAX_FRAGMENT || !fragment.matches("[\\x21-\\x7e&&[^#<>\"]]+")) {
            throw new IllegalArgumentException("expected a DID URL such as did:web:example.org#key-1");
        }
    }

    /** Reads an absolute DID URL with a fragment; throws IllegalArgumentException with a sentence for people. */
    public static DidUrl parse(String text) {
        int hash = text.indexOf('#');
        if (hash < 0) {
            throw new IllegalArgumentException("expected a DID URL with a fragment, such as did:web:example.org#key-1");
        }
        return new DidUrl(Did.parse(text.substring(0, hash)), text.substring(hash + 1));
    }

    @Override
    public String toString() {
        return did + "#" + fragment;
    }
}
