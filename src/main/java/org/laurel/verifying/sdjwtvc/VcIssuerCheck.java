package org.laurel.verifying.sdjwtvc;

import io.smallrye.mutiny.Uni;
import java.util.Set;
import org.laurel.securing.did.DidDocument;
import org.laurel.verifying.check.CopyUsed;
import org.laurel.verifying.check.Examination;
import org.laurel.verifying.check.Examined;
import org.laurel.verifying.check.KeyException;
import org.laurel.verifying.report.CheckResult;

/** Does the issuer exist, and which keys does it publish? */
final class VcIssuerCheck extends SdJwtVcCheck {
    private final VcIssuerKeys keys;

    VcIssuerCheck(VcIssuerKeys keys) {
        super("issuer", "The issuer's keys can be had", "SD-JWT VC §2.5, §5", true, Set.of("parse"));
        this.keys = keys;
    }

    @Override
    Uni<Examined> judge(SdJwtVc credential, Examination examination) {
        return keys.of(credential.text("iss"))
                .map(document -> new Examined(
                        CheckResult.passed(note(document, examination)), examination.with(credential.with(document))))
                .onFailure(KeyException.class)
                .recoverWithItem(failure -> new Examined(result(failure, "/iss"), examination));
    }

    private static String note(DidDocument document, Examination examination) {
        return document.hostAway() ? CopyUsed.sentence("the issuer's", document.obtainedAt(), examination.now()) : "";
    }
}
