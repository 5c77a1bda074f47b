package org.laurel.securing.proof;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The signers that there are, by the format that they make. */
@ApplicationScoped
public class CredentialSigners {
    private final List<CredentialSigner> signers;

    /** With every signer that CDI finds. */
    public CredentialSigners(@All List<CredentialSigner> signers) {
        this.signers = signers;
    }

    /** The signer of a format; throws IllegalStateException when this build has none. */
    public CredentialSigner of(ProofFormat format) {
        return signers.stream()
                .filter(signer -> signer.format() == format)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no signer for " + format));
    }
}
