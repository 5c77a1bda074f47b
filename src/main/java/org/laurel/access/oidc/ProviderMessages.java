package org.laurel.access.oidc;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.util.JSONObjectUtils;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The messages of the authorization code flow (OpenID Connect Core 1.0 §3.1), with PKCE by S256 (RFC 7636).
 *
 * @param client this service as the provider knows it
 * @param metadata what the provider said of itself
 * @param back where the provider leads back to
 */
record ProviderMessages(ProviderClient client, OIDCProviderMetadata metadata, URI back) {

    /**
     * A form to be posted.
     *
     * @param body the form
     * @param authorization the header of this name
     */
    record Form(String body, Optional<String> authorization) {
        @Override
        public String toString() {
            return "Form";
        }
    }

    /** Where the browser goes: who somebody is, and an address of theirs, is all that is asked for (§3.1.2.1). */
    URI authentication(ProviderFlow flow) {
        return new AuthenticationRequest.Builder(
                        ResponseType.CODE, new Scope("openid", "email"), new ClientID(client.id()), back)
                .endpointURI(metadata.getAuthorizationEndpointURI())
                .state(new State(flow.state()))
                .nonce(new Nonce(flow.nonce()))
                .codeChallenge(new CodeVerifier(flow.verifier()), CodeChallengeMethod.S256)
                .build()
                .toURI();
    }

    /** What the code is redeemed by (§3.1.3.1); the secret goes in a header, unless the provider takes it in the form alone. */
    Form token(String code, ProviderFlow flow) {
        HTTPRequest request = new TokenRequest.Builder(
                        metadata.getTokenEndpointURI(),
                        authentication(),
                        new AuthorizationCodeGrant(
                                new AuthorizationCode(code), back, new CodeVerifier(flow.verifier())))
                .build()
                .toHTTPRequest();
        return new Form(request.getBody(), Optional.ofNullable(request.getAuthorization()));
    }

    private ClientAuthentication authentication() {
        List<ClientAuthenticationMethod> methods = Optional.ofNullable(metadata.getTokenEndpointAuthMethods())
                .orElse(List.of(ClientAuthenticationMethod.CLIENT_SECRET_BASIC));
        ClientID id = new ClientID(client.id());
        Secret secret = new Secret(client.secret());
        boolean inForm = methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                && !methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
        return inForm ? new ClientSecretPost(id, secret) : new ClientSecretBasic(id, secret);
    }

    /** What came for the code (§3.1.3.3). */
    static OIDCTokens tokens(byte[] body) {
        try {
            return OIDCTokenResponse.parse(JSONObjectUtils.parse(new String(body, StandardCharsets.UTF_8)))
                    .getOIDCTokens();
        } catch (ParseException e) {
            throw new WrongAnswerException("the tokens cannot be read", e);
        }
    }
}
