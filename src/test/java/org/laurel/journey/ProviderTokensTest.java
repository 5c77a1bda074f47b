package org.laurel.journey;

import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.laurel.fixture.ServiceTest;

/** ID tokens (OpenID Connect Core 1.0 §3.1.3.7) of which one part is wrong. */
@ServiceTest
@TestProfile(Providers.Set.class)
class ProviderTokensTest {
    /** What can be wrong with an ID token. */
    enum Wrong {
        NONCE,
        NO_NONCE,
        AUDIENCE,
        SEVERAL_AUDIENCES,
        AUTHORIZED_PARTY,
        ISSUER,
        EXPIRED,
        FROM_THE_FUTURE,
        UNSIGNED,
        SIGNED_WITH_PUBLIC_KEY,
        SIGNED_WITH_SECRET,
        FORGED
    }

    @ParameterizedTest
    @EnumSource(Wrong.class)
    void an_id_token_that_is_wrong_lets_nobody_in(Wrong wrong) throws IOException {
        FakeProvider.Somebody ada = Providers.somebody(Providers.joined(), true);
        try (FakeProvider provider = new FakeProvider()) {
            spoil(provider, wrong);
            Providers.refused(
                    Providers.back(provider, Providers.begin("/console"), ada), 502, "could not be relied on");
        }
        try (FakeProvider provider = new FakeProvider()) {
            Providers.session(Providers.back(provider, Providers.begin("/console"), ada));
        }
    }

    private static void spoil(FakeProvider provider, Wrong wrong) {
        switch (wrong) {
            case NONCE -> provider.claims = claims -> claims.claim("nonce", "another");
            case NO_NONCE -> provider.claims = claims -> claims.claim("nonce", null);
            case AUDIENCE -> provider.claims = claims -> claims.audience("another");
            case SEVERAL_AUDIENCES ->
                provider.claims = claims -> claims.audience(List.of(FakeProvider.CLIENT, "another"));
            case AUTHORIZED_PARTY -> provider.claims = claims -> claims.claim("azp", "another");
            case ISSUER -> provider.claims = claims -> claims.issuer(FakeProvider.ISSUER + "/");
            case EXPIRED -> provider.claims = claims -> claims.expirationTime(new Date(1_000_000));
            case FROM_THE_FUTURE ->
                provider.claims = claims -> claims.issueTime(new Date(System.currentTimeMillis() + 200_000));
            case UNSIGNED -> provider.signing = FakeProvider::unsigned;
            case SIGNED_WITH_PUBLIC_KEY -> provider.signing = provider::signedWithPublicKey;
            case SIGNED_WITH_SECRET -> provider.signing = FakeProvider::signedWithSecret;
            case FORGED -> provider.signing = provider::forged;
        }
    }
}
