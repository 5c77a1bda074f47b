package org.laurel.verifying.check;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.laurel.document.credential.CredentialDocument;
import org.laurel.document.credential.OpenBadges;
import org.laurel.securing.proof.CredentialParser;
import org.laurel.securing.proof.UnreadableCredentialException;
import org.laurel.securing.proof.UnverifiedCredential;
import org.laurel.shared.fetch.Derived;
import org.laurel.shared.work.Workers;
import org.laurel.verifying.report.CheckResult;
import org.laurel.verifying.report.Problem;
import org.laurel.verifying.report.ProblemKind;

/** Can it be read as a credential? */
@Singleton
final class ParseCheck extends Check {
    /** How much larger a parsed document is than its bytes, and what is found in it. */
    private static final int TREE = 8;

    private final Workers workers;
    private final ReadAhead ahead;
    private final Derived<Parsed> parsed = new Derived<>(credential -> TREE * credential.bytes());

    ParseCheck(Workers workers, ReadAhead ahead) {
        super("parse", "It can be read", "VCDM 2.0 §6.1; OB 3.0 §8", true, Set.of());
        this.workers = workers;
        this.ahead = ahead;
    }

    @Override
    public Uni<Examined> run(Examination examination) {
        return workers.compute(() -> read(examination)).chain(ahead::begin);
    }

    private Examined read(Examination examination) {
        try {
            UnverifiedCredential credential = credential(examination.input());
            return looksLikeOne(credential.document())
                    ? new Examined(examination.input().howItCame(), examination.with(credential))
                    : unreadable(examination, "it has neither the type VerifiableCredential nor a credentialSubject");
        } catch (UnreadableCredentialException e) {
            return unreadable(examination, String.valueOf(e.getMessage()));
        }
    }

    /** The same bytes are the same credential, with what was found in it before. */
    private UnverifiedCredential credential(VerificationInput input) throws UnreadableCredentialException {
        byte[] bytes = input.bytes();
        String place = Integer.toHexString(Arrays.hashCode(bytes));
        Optional<Parsed> before = parsed.of(place, bytes);
        if (before.isPresent()) {
            return before.get().credential();
        }
        UnverifiedCredential credential = CredentialParser.parse(bytes);
        parsed.keep(place, bytes, new Parsed(credential, bytes.length));
        return credential;
    }

    private record Parsed(UnverifiedCredential credential, int bytes) {}

    private static boolean looksLikeOne(CredentialDocument document) {
        return document.hasType(OpenBadges.VERIFIABLE_CREDENTIAL)
                || document.isPresentation()
                || document.json().has("credentialSubject");
    }

    private static Examined unreadable(Examination examination, String detail) {
        return new Examined(CheckResult.failed(Problem.of(ProblemKind.NOT_READABLE, detail)), examination);
    }
}
