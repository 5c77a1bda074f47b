package org.laurel.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.laurel.document.jsonld.JsonCanonicalizer;
import org.laurel.document.schema.JsonSchemas;
import org.laurel.document.schema.UnusableSchemaException;
import org.laurel.securing.crypto.VerificationKey;
import org.laurel.securing.did.Did;
import org.laurel.securing.did.DidDocumentReader;
import org.laurel.securing.did.DidResolutionException;
import org.laurel.securing.did.DidUrl;
import org.laurel.securing.proof.CredentialParser;
import org.laurel.securing.proof.UnreadableCredentialException;
import org.laurel.securing.proof.UnverifiedCredential;
import org.laurel.shared.encoding.Base64Url;
import org.laurel.shared.encoding.Multibase;
import org.laurel.shared.json.MalformedJsonException;
import org.laurel.shared.json.StrictJson;
import org.laurel.shared.problem.ProblemException;
import org.laurel.verifying.InputForms;

/** Parsers of texts: each reads, or throws what it declares, and what it read it reads again. */
class ParsersFuzzTest {
    private static final JsonSchemas SCHEMAS = new JsonSchemas();

    @FuzzTest
    void strict_json_reads_what_it_wrote(byte[] data) throws MalformedJsonException {
        JsonNode json = json(data);
        assertThat(StrictJson.parse(json.toString())).hasToString(json.toString()); // 1.10e2 is written 110
    }

    @FuzzTest
    void a_credential_is_read_or_refused(byte[] data) throws UnreadableCredentialException {
        try {
            UnverifiedCredential credential = CredentialParser.parse(data);
            byte[] again = credential.document().json().toString().getBytes(StandardCharsets.UTF_8);
            assertThat(CredentialParser.parse(again).document().json()).isNotNull();
        } catch (UnreadableCredentialException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    @FuzzTest
    void any_input_is_told_apart_or_refused(byte[] data) {
        try {
            assertThat(InputForms.read(data)).isNotNull();
        } catch (ProblemException e) {
            assertThat(e.type().status()).isBetween(400, 499);
        }
    }

    @FuzzTest
    void a_did_is_what_it_was_written_as(byte[] data) {
        String text = text(data);
        try {
            Did did = Did.parse(text);
            assertThat("did:" + did.method() + ":" + did.methodSpecificId()).isEqualTo(text);
        } catch (IllegalArgumentException e) {
            assertThat(e.getMessage()).contains("expected a DID");
        }
        try {
            assertThat(DidUrl.parse(text)).hasToString(text);
        } catch (IllegalArgumentException e) {
            assertThat(e.getMessage()).contains("expected a DID");
        }
    }

    @FuzzTest
    void a_did_document_is_read_or_refused(byte[] data) {
        JsonNode json = json(data);
        try {
            DidDocumentReader.read(json, "did:web:a.example", Instant.EPOCH)
                    .methods()
                    .forEach(method -> assertThat(method.id()).startsWith("did:web:a.example#"));
        } catch (DidResolutionException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    @FuzzTest
    void multibase_and_multikey_come_back_as_they_were(byte[] data) {
        String text = text(data);
        try {
            byte[] bytes = Multibase.decode(text);
            assertThat(text.startsWith("z") ? Multibase.base58(bytes) : Multibase.base64Url(bytes))
                    .isEqualTo(text);
            VerificationKey key = VerificationKey.ofMultikey(text);
            assertThat(VerificationKey.ofMultikey(key.multikey())).isEqualTo(key);
        } catch (IllegalArgumentException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    @FuzzTest
    void base64url_has_one_text_for_the_same_bytes(byte[] data) {
        String text = text(data);
        try {
            assertThat(Base64Url.encode(Base64Url.decode(text))).isEqualTo(text);
        } catch (IllegalArgumentException e) {
            assertThat(e.getMessage()).contains("base64url");
        }
    }

    @FuzzTest
    void a_jwk_comes_back_as_it_was(byte[] data) {
        JsonNode json = json(data);
        try {
            VerificationKey key = VerificationKey.ofJwk(json);
            assertThat(VerificationKey.ofJwk(key.jwk())).isEqualTo(key);
        } catch (IllegalArgumentException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    @FuzzTest
    void the_canonical_form_of_json_is_its_own(byte[] data) throws MalformedJsonException {
        JsonNode json = json(data);
        byte[] canonical;
        try {
            canonical = JsonCanonicalizer.canonicalize(json);
        } catch (IllegalArgumentException e) {
            assertThat(e.getMessage()).isNotBlank();
            return;
        }
        assertThat(JsonCanonicalizer.canonicalize(StrictJson.parse(canonical))).isEqualTo(canonical);
    }

    /** The schema stands before the first line feed, the document after it. */
    @FuzzTest
    void a_foreign_schema_is_used_or_refused(byte[] data) {
        String[] parts = text(data).split("\n", 2);
        String document =
                json(parts[parts.length - 1].getBytes(StandardCharsets.UTF_8)).toString();
        try {
            assertThat(SCHEMAS.faults(parts[0].getBytes(StandardCharsets.UTF_8), document))
                    .hasSizeLessThan(11);
        } catch (UnusableSchemaException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    private static String text(byte[] data) {
        return new String(data, StandardCharsets.UTF_8);
    }

    /** What is no JSON counts as an empty object here: that it is refused is asked elsewhere. */
    private static JsonNode json(byte[] data) {
        try {
            return StrictJson.parse(data);
        } catch (MalformedJsonException e) {
            assertThat(e.getMessage()).isNotBlank();
            return com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();
        }
    }
}
