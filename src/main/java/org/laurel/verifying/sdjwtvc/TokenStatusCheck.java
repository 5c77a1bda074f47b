package org.laurel.verifying.sdjwtvc;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import java.util.Set;
import org.laurel.securing.status.reading.TokenStatusList;
import org.laurel.verifying.check.Examination;
import org.laurel.verifying.check.Examined;
import org.laurel.verifying.check.KeyException;
import org.laurel.verifying.report.CheckResult;
import org.laurel.verifying.report.Problem;
import org.laurel.verifying.report.ProblemKind;

/** Has the issuer taken it back, for good or for now? Both are values of one entry (Token Status List §7). */
final class TokenStatusCheck extends SdJwtVcCheck {
    private static final String POINTER = "/status/status_list";

    private final TokenStatusLookup lookup;
    private final int mine;
    private final ProblemKind kind;

    private TokenStatusCheck(String id, String title, TokenStatusLookup lookup, int mine, ProblemKind kind) {
        super(id, title, "Token Status List §7, §8.3", true, Set.of("issuer-key"));
        this.lookup = lookup;
        this.mine = mine;
        this.kind = kind;
    }

    static TokenStatusCheck revocation(TokenStatusLookup lookup) {
        return new TokenStatusCheck(
                "revocation", "The issuer has not revoked it", lookup, TokenStatusList.INVALID, ProblemKind.REVOKED);
    }

    static TokenStatusCheck suspension(TokenStatusLookup lookup) {
        return new TokenStatusCheck(
                "suspension",
                "The issuer has not suspended it",
                lookup,
                TokenStatusList.SUSPENDED,
                ProblemKind.SUSPENDED);
    }

    @Override
    Uni<Examined> judge(SdJwtVc credential, Examination examination) {
        JsonNode status = credential.claims().path("status");
        if (status.isMissingNode()) {
            return now(CheckResult.skipped("it names no status list"), examination);
        }
        if (!status.has("status_list")) {
            return now(
                    CheckResult.indeterminate(new Problem(
                            ProblemKind.STATUS_NOT_SUPPORTED,
                            "a status by other means than status_list is not supported here",
                            "/status")),
                    examination);
        }
        return lookup.value(status.get("status_list"), issuer(credential), examination.now())
                .map(this::result)
                .onFailure(KeyException.class)
                .recoverWithItem(failure -> result(failure, POINTER))
                .map(result -> new Examined(result, examination));
    }

    /** A status that only the issuer's own people know the meaning of says neither yes nor no. */
    private CheckResult result(int value) {
        if (value == mine) {
            return CheckResult.failed(new Problem(kind, "the issuer's list says so", POINTER));
        }
        return value <= TokenStatusList.SUSPENDED
                ? CheckResult.passed("")
                : CheckResult.indeterminate(new Problem(
                        ProblemKind.STATUS_NOT_SUPPORTED,
                        "the list gives the status 0x" + Integer.toHexString(value) + ", which is the issuer's own",
                        POINTER));
    }
}
