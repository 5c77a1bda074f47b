package org.laurel.access.oidc;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.laurel.access.caller.Tokens;
import org.laurel.shared.encoding.Base64Url;
import org.laurel.shared.encoding.Sha256;

/**
 * One sign-in on its way to the provider and back. The state travels with the browser's address, the secret in its cookie;
 * all else is made of the two, so that nothing has to be kept that could be of use to anybody.
 *
 * @param state comes back from the provider
 * @param secret comes back from this very browser
 */
record ProviderFlow(String state, String secret) {
    private static final Pattern TOKEN = Pattern.compile("[\\w-]{43}");

    static ProviderFlow fresh(SecureRandom random) {
        return new ProviderFlow(Tokens.fresh("", random), Tokens.fresh("", random));
    }

    /** As they came back; empty when one is none that was made here. */
    static Optional<ProviderFlow> of(@Nullable String state, Optional<String> secret) {
        return Optional.ofNullable(state)
                .filter(text -> TOKEN.matcher(text).matches())
                .flatMap(text ->
                        secret.filter(one -> TOKEN.matcher(one).matches()).map(one -> new ProviderFlow(text, one)));
    }

    /** What it is kept by: another browser's cookie gives another. */
    byte[] hash() {
        return derived("flow");
    }

    /** Ties the ID token to this sign-in (OpenID Connect Core 1.0 §15.5.2). */
    String nonce() {
        return Base64Url.encode(derived("nonce"));
    }

    /** Shows the provider that whoever takes the code has begun this sign-in (RFC 7636 §4.1). */
    String verifier() {
        return Base64Url.encode(derived("code verifier"));
    }

    private byte[] derived(String what) {
        return Sha256.of(what + "\n" + secret + "\n" + state);
    }

    @Override
    public String toString() {
        return "ProviderFlow";
    }
}
