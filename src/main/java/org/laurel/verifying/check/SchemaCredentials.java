package org.laurel.verifying.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.laurel.document.credential.CredentialDocument;
import org.laurel.document.credential.OpenBadges;
import org.laurel.document.schema.UnusableSchemaException;
import org.laurel.securing.proof.CredentialParser;
import org.laurel.securing.proof.UnreadableCredentialException;
import org.laurel.verifying.report.Problem;
import org.laurel.verifying.report.ProblemKind;
import org.laurel.verifying.report.VerificationReport;

/** Schemas that stand in credentials of their own (VC JSON Schema 1.0 §2.2): such a one is judged before it is used. */
final class SchemaCredentials {
    /** The type of a {@code credentialSchema} that leads to one, and of the credential itself. */
    static final String TYPE = "JsonSchemaCredential";
    /** What each of them names as its own schema: it is a rule here, and never fetched. */
    static final String OWN_SCHEMA = "https://www.w3.org/ns/credentials/json-schema/v2.json";

    static final String ACCEPT = "application/vc, application/vc+ld+json;q=0.9, application/ld+json;q=0.9,"
            + " application/json;q=0.8, application/vc+jwt;q=0.7, application/vc+sd-jwt;q=0.6, text/plain;q=0.1";

    private SchemaCredentials() {}

    /** Whether a credential is one, and nothing else besides. */
    static boolean isOne(CredentialDocument document) {
        return Set.copyOf(document.types()).equals(Set.of(OpenBadges.VERIFIABLE_CREDENTIAL, TYPE));
    }

    /**
     * The schema inside; fails with {@link UnusableSchemaException} when the credential around it cannot be relied on.
     *
     * @param body the credential as it came
     * @param id how the badge names it
     */
    static Uni<byte[]> schema(byte[] body, String id, Examination examination) {
        InnerJudge judge = examination.innerOrNull();
        if (judge == null) {
            return unusable("the schema stands in a credential, and too many are judged already");
        }
        return judge.judge(VerificationInput.of(body)).chain(report -> believed(report, body, id));
    }

    private static Uni<byte[]> believed(Optional<VerificationReport> report, byte[] body, String id) {
        if (report.isEmpty()) {
            return unusable("the schema stands in a credential, and too many are judged already");
        }
        if (!report.get().verified()) {
            return unusable("the credential around the schema is not verified: "
                    + report.get().summary());
        }
        try {
            CredentialDocument document = CredentialParser.parse(body).document();
            if (!document.id().equals(Optional.of(id))) {
                return unusable("the credential around the schema has another id than the badge names");
            }
            return objection(document)
                    .map(fault -> SchemaCredentials.unusable(fault.detail()))
                    .orElseGet(() -> Uni.createFrom().item(text(document)));
        } catch (UnreadableCredentialException e) {
            return unusable("the credential around the schema cannot be read: " + e.getMessage());
        }
    }

    /** What the schema that each names as its own would find (VC JSON Schema 1.0 §2.2). */
    static Optional<Problem> objection(CredentialDocument document) {
        JsonNode subject = document.json().path("credentialSubject");
        if (!document.hasType(TYPE)) {
            return broken("expected the type " + TYPE, "/type");
        }
        if (!subject.path("type").asText("").equals("JsonSchema")) {
            return broken("expected a subject of the type JsonSchema", "/credentialSubject/type");
        }
        return subject.path("jsonSchema").isObject()
                ? Optional.empty()
                : broken("expected a schema in jsonSchema, a JSON object", "/credentialSubject/jsonSchema");
    }

    private static byte[] text(CredentialDocument document) {
        JsonNode schema = document.json().path("credentialSubject").path("jsonSchema");
        return schema.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Optional<Problem> broken(String detail, String pointer) {
        return Optional.of(new Problem(ProblemKind.SCHEMA_BROKEN, detail, pointer));
    }

    private static Uni<byte[]> unusable(String detail) {
        return Uni.createFrom().failure(new UnusableSchemaException(detail));
    }
}
