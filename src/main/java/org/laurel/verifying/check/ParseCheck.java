package org.laurel.verifying.check;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Set;
import org.laurel.document.credential.CredentialDocument;
import org.laurel.document.credential.OpenBadges;
import org.laurel.securing.proof.CredentialParser;
import org.laurel.securing.proof.UnreadableCredentialException;
import org.laurel.securing.proof.UnverifiedCredential;
import org.laurel.shared.work.Workers;
import org.laurel.verifying.report.CheckResult;
import org.laurel.verifying.report.Problem;
import org.laurel.verifying.report.ProblemKind;

/** Can it be read as a credential? */
@Singleton
final class ParseCheck extends Check {
    private final Workers workers;

    ParseCheck(Workers workers) {
        super("parse", "It can be read", "VCDM 2.0 §6.1; OB 3.0 §8", true, Set.of());
        this.workers = workers;
    }

    @Override
    public Uni<Examined> run(Examination examination) {
        return workers.compute(() -> read(examination));
    }

    private Examined read(Examination examination) {
        try {
            UnverifiedCredential credential =
                    CredentialParser.parse(examination.input().bytes());
            return looksLikeOne(credential.document())
                    ? new Examined(
                            CheckResult.passed(
                                    String.join("; ", examination.input().notes())),
                            examination.with(credential))
                    : unreadable(examination, "it has neither the type VerifiableCredential nor a credentialSubject");
        } catch (UnreadableCredentialException e) {
            return unreadable(examination, String.valueOf(e.getMessage()));
        }
    }

    private static boolean looksLikeOne(CredentialDocument document) {
        return document.hasType(OpenBadges.VERIFIABLE_CREDENTIAL)
                || document.isPresentation()
                || document.json().has("credentialSubject");
    }

    private static Examined unreadable(Examination examination, String detail) {
        return new Examined(CheckResult.failed(Problem.of(ProblemKind.NOT_READABLE, detail)), examination);
    }
}
