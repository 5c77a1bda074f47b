package org.laurel.access.passkey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.yubico.webauthn.AssertionRequest;
import com.yubico.webauthn.AssertionResult;
import com.yubico.webauthn.FinishAssertionOptions;
import com.yubico.webauthn.FinishRegistrationOptions;
import com.yubico.webauthn.RegistrationResult;
import com.yubico.webauthn.RelyingParty;
import com.yubico.webauthn.data.AuthenticatorAssertionResponse;
import com.yubico.webauthn.data.AuthenticatorAttestationResponse;
import com.yubico.webauthn.data.AuthenticatorSelectionCriteria;
import com.yubico.webauthn.data.ByteArray;
import com.yubico.webauthn.data.ClientAssertionExtensionOutputs;
import com.yubico.webauthn.data.ClientRegistrationExtensionOutputs;
import com.yubico.webauthn.data.PublicKeyCredential;
import com.yubico.webauthn.data.PublicKeyCredentialCreationOptions;
import com.yubico.webauthn.data.PublicKeyCredentialDescriptor;
import com.yubico.webauthn.data.PublicKeyCredentialParameters;
import com.yubico.webauthn.data.PublicKeyCredentialRequestOptions;
import com.yubico.webauthn.data.RelyingPartyIdentity;
import com.yubico.webauthn.data.ResidentKeyRequirement;
import com.yubico.webauthn.data.UserIdentity;
import com.yubico.webauthn.data.UserVerificationRequirement;
import com.yubico.webauthn.exception.AssertionFailedException;
import com.yubico.webauthn.exception.RegistrationFailedException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.laurel.access.people.Account;
import org.laurel.shared.origin.BaseUrl;

/**
 * What browsers are asked for, and whether they did it (WebAuthn §7.1, §7.2). A device has to know its owner, by a finger, a
 * face or a number, and to keep who they are, so that nobody types an address. Its maker is not asked about.
 */
@ApplicationScoped
class Ceremonies {
    private static final long MILLISECONDS = 300_000;
    private static final int LONGEST = 65_536;
    /** No attestation, or one by the key itself: what was not asked for is not judged. */
    private static final Set<String> ATTESTATIONS = Set.of("none", "packed");

    private static final List<PublicKeyCredentialParameters> ALGORITHMS = List.of(
            PublicKeyCredentialParameters.ES256,
            PublicKeyCredentialParameters.EdDSA,
            PublicKeyCredentialParameters.RS256);

    private final RelyingPartyIdentity identity;
    private final String origin;

    Ceremonies(BaseUrl base) {
        this.origin = base.text();
        this.identity = RelyingPartyIdentity.builder()
                .id(URI.create(base.text()).getHost())
                .name("Laurel")
                .build();
    }

    /** Something about a credential that does not hold. */
    static final class RefusedException extends Exception {
        @java.io.Serial
        private static final long serialVersionUID = 1L;

        RefusedException(Throwable cause) {
            super(cause);
        }

        RefusedException(String message) {
            super(message);
        }
    }

    /** What a browser hands in to make a passkey known. */
    record Made(PublicKeyCredential<AuthenticatorAttestationResponse, ClientRegistrationExtensionOutputs> credential) {
        static Made read(ObjectNode json) throws RefusedException {
            try {
                return new Made(PublicKeyCredential.parseRegistrationResponseJson(text(json)));
            } catch (IOException | RuntimeException e) { // the library leaves what its parsers throw as it is
                throw new RefusedException(e);
            }
        }

        ByteArray challenge() {
            return credential.getResponse().getClientData().getChallenge();
        }
    }

    /** What a browser hands in to sign in. */
    record Signed(PublicKeyCredential<AuthenticatorAssertionResponse, ClientAssertionExtensionOutputs> credential) {
        static Signed read(ObjectNode json) throws RefusedException {
            try {
                return new Signed(PublicKeyCredential.parseAssertionResponseJson(text(json)));
            } catch (IOException | RuntimeException e) {
                throw new RefusedException(e);
            }
        }

        ByteArray challenge() {
            return credential.getResponse().getClientData().getChallenge();
        }

        ByteArray id() {
            return credential.getId();
        }
    }

    private static String text(ObjectNode json) {
        String text = json.toString();
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("expected at most " + LONGEST + " characters");
        }
        return text;
    }

    /** What a browser is asked for to make a passkey, as JSON. */
    String creation(Account account, ByteArray challenge, List<ByteArray> known) {
        try {
            return creationOptions(account, challenge, known).toCredentialsCreateJson();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("options cannot be written", e);
        }
    }

    private PublicKeyCredentialCreationOptions creationOptions(
            Account account, ByteArray challenge, List<ByteArray> known) {
        return PublicKeyCredentialCreationOptions.builder()
                .rp(identity)
                .user(UserIdentity.builder()
                        .name(account.address().orElse(account.name()))
                        .displayName(account.name())
                        .id(KnownPasskey.handle(account.id()))
                        .build())
                .challenge(challenge)
                .pubKeyCredParams(ALGORITHMS)
                .timeout(MILLISECONDS)
                .excludeCredentials(known.stream()
                        .map(id ->
                                PublicKeyCredentialDescriptor.builder().id(id).build())
                        .collect(Collectors.toSet()))
                .authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .build())
                .build();
    }

    /** Judges what came of it (WebAuthn §7.1). */
    NewPasskey made(Account account, Made made) throws RefusedException {
        String format = made.credential().getResponse().getAttestation().getFormat();
        if (!ATTESTATIONS.contains(format)) {
            throw new RefusedException("attestation " + format);
        }
        try {
            RegistrationResult result = party(Optional.empty())
                    .finishRegistration(FinishRegistrationOptions.builder()
                            .request(creationOptions(account, made.challenge(), List.of()))
                            .response(made.credential())
                            .build());
            return new NewPasskey(result.getKeyId().getId(), result.getPublicKeyCose(), result.getSignatureCount());
        } catch (RegistrationFailedException | RuntimeException e) {
            throw new RefusedException(e);
        }
    }

    /** What a browser is asked for to sign in, as JSON. */
    String request(ByteArray challenge) {
        try {
            return requestOptions(challenge).toCredentialsGetJson();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("options cannot be written", e);
        }
    }

    private PublicKeyCredentialRequestOptions requestOptions(ByteArray challenge) {
        return PublicKeyCredentialRequestOptions.builder()
                .challenge(challenge)
                .rpId(identity.getId())
                .timeout(MILLISECONDS)
                .userVerification(UserVerificationRequirement.REQUIRED)
                .build();
    }

    /** Judges what came of it (WebAuthn §7.2); gives how often the passkey has signed by now. */
    long signed(KnownPasskey known, Signed signed) throws RefusedException {
        try {
            AssertionResult result = party(Optional.of(known))
                    .finishAssertion(FinishAssertionOptions.builder()
                            .request(AssertionRequest.builder()
                                    .publicKeyCredentialRequestOptions(requestOptions(signed.challenge()))
                                    .build())
                            .response(signed.credential())
                            .build());
            if (!result.isSuccess()) {
                throw new RefusedException("no success");
            }
            return result.getSignatureCount();
        } catch (AssertionFailedException | RuntimeException e) {
            throw new RefusedException(e);
        }
    }

    private RelyingParty party(Optional<KnownPasskey> known) {
        return RelyingParty.builder()
                .identity(identity)
                .credentialRepository(new OneCredential(known))
                .origins(Set.of(origin))
                .build();
    }
}
