package org.laurel.access.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.claims.AuthorizedParty;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.text.ParseException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Judges ID tokens (OpenID Connect Core 1.0 §3.1.3.7): issuer, audience, authorized party, time, nonce, and a signature by a
 * key that the provider publishes. Algorithms are those of such keys: with none, or a secret that both sides know, anybody
 * who has a public key or the client's secret could say who they are.
 */
final class IdTokens {
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    private IdTokens() {}

    /**
     * What it says, when it holds.
     *
     * @param keys those that the provider publishes, as JSON
     * @param nonce that was sent along
     */
    static IDTokenClaimsSet judge(String token, String keys, ProviderClient client, String nonce) {
        try {
            IDTokenClaimsSet claims = new IDTokenValidator(
                            new Issuer(client.issuer()),
                            new ClientID(client.id()),
                            new JWSVerificationKeySelector<SecurityContext>(
                                    ALGORITHMS, new ImmutableJWKSet<>(JWKSet.parse(keys))),
                            null)
                    .validate(SignedJWT.parse(token), new Nonce(nonce));
            requireAuthorizedParty(claims, client);
            return claims;
        } catch (BadJOSEException e) { // what comes after the colon may be a value of the token
            String rule = String.valueOf(e.getMessage()).split(":", 2)[0];
            throw new WrongAnswerException("the ID token does not hold: " + rule, e);
        } catch (ParseException | JOSEException e) {
            throw new WrongAnswerException("the ID token cannot be read", e);
        }
    }

    /** Rules 4 and 5, which the library leaves to its callers: whoever asked for it is named when it is for several, and is us. */
    private static void requireAuthorizedParty(IDTokenClaimsSet claims, ProviderClient client) {
        @Nullable AuthorizedParty party = claims.getAuthorizedParty();
        boolean isOurs =
                party == null ? claims.getAudience().size() == 1 : client.id().equals(party.getValue());
        if (!isOurs) {
            throw new WrongAnswerException("the ID token was asked for by another client");
        }
    }
}
