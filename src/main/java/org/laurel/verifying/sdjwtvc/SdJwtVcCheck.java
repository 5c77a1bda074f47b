package org.laurel.verifying.sdjwtvc;

import io.smallrye.mutiny.Uni;
import java.util.Set;
import org.laurel.securing.did.DidDocument;
import org.laurel.verifying.check.Check;
import org.laurel.verifying.check.Examination;
import org.laurel.verifying.check.Examined;
import org.laurel.verifying.check.KeyException;
import org.laurel.verifying.report.CheckResult;

/** What every check of an SD-JWT VC shares: it knows what the others found. */
abstract class SdJwtVcCheck extends Check {

    SdJwtVcCheck(String id, String title, String clause, boolean fatal, Set<String> waitsFor) {
        super(id, title, clause, fatal, waitsFor);
    }

    @Override
    public final Uni<Examined> run(Examination examination) {
        if (examination.otherOrNull() instanceof SdJwtVc credential) {
            return judge(credential, examination);
        }
        throw new IllegalStateException("the SD-JWT VC has not been parsed");
    }

    /** Asks, with what is known so far. */
    abstract Uni<Examined> judge(SdJwtVc credential, Examination examination);

    /** The issuer's keys, for checks that wait for them. */
    static DidDocument issuer(SdJwtVc credential) {
        DidDocument issuer = credential.issuerOrNull();
        if (issuer == null) {
            throw new IllegalStateException("the issuer has not been resolved");
        }
        return issuer;
    }

    /** What comes of a key or a list that could not be had. */
    static CheckResult result(Throwable failure, String pointer) {
        KeyException known = (KeyException) failure;
        return known.isOpen()
                ? CheckResult.indeterminate(known.problem(pointer))
                : CheckResult.failed(known.problem(pointer));
    }
}
