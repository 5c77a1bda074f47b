package org.laurel.verifying.registry;

import java.net.URI;

/**
 * A registry that the operator trusts.
 *
 * @param form how it is read
 * @param url where it is
 */
record Registry(Form form, URI url) {

    /** The forms that are read. */
    enum Form {
        /** One JSON document that names every issuer by its DID. */
        DID_MAP,
        /** A trust anchor of OpenID Federation 1.0, which is asked about one issuer at a time. */
        FEDERATION
    }

    /** Reads a setting; throws IllegalArgumentException with a sentence for the operator. */
    static Registry parse(String setting) {
        String[] parts = setting.strip().split("\\s+", 2);
        URI url = URI.create(parts.length == 2 ? parts[1] : "");
        if (!"https".equals(url.getScheme()) && !"http".equals(url.getScheme())) {
            throw new IllegalArgumentException(
                    "a registry is a form and a URL, \"did-map https://…\"; got: " + setting);
        }
        return switch (parts[0]) {
            case "did-map" -> new Registry(Form.DID_MAP, url);
            case "federation" -> new Registry(Form.FEDERATION, url);
            default ->
                throw new IllegalArgumentException("a registry is of the form did-map or federation, got: " + parts[0]);
        };
    }
}
