package org.laurel.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.laurel.document.jsonld.RdfCanonicalizer;
import org.laurel.fixture.ProofsByHand;
import org.laurel.fixture.SampleDocuments;
import org.laurel.fixture.SampleWorld;
import org.laurel.fixture.SharedData;
import org.laurel.fixture.TestContexts;
import org.laurel.securing.crypto.VerificationKey;
import org.laurel.verifying.CredentialVerifier;
import org.laurel.verifying.check.Asked;
import org.laurel.verifying.report.CheckOutcome;
import org.laurel.verifying.report.Problem;
import org.laurel.verifying.report.VerificationReport;

/**
 * Every file of the official examples and of the W3C vectors gets the verdict that stands in {@code conformance/files.csv}:
 * path; how it is given; verdict; each fatal check that did not pass, with its problems; why.
 *
 * <p>Given {@code whole}: as it is. A JSON Pointer: that part. {@code signed}: a skeleton that the suite has its issuer
 * complete, so that it becomes an Open Badge of our key, signed. {@code presented}: the same for each credential inside.
 * {@code out}: not given, and why not.
 */
class OfficialFilesTest {
    private static final String TABLE = "conformance/files.csv";
    private static final String V2 = "https://www.w3.org/ns/credentials/v2";
    private static final List<String> FOLDERS = List.of(
            "ob3/examples",
            "ob3/vectors",
            "vectors/bitstring",
            "vectors/vc-di-ecdsa",
            "vectors/vc-di-ecdsa-test-suite",
            "vectors/vc-di-eddsa",
            "vectors/vcdm2");

    private final SampleWorld world = new SampleWorld();

    @Test
    void every_file_gets_its_expected_verdict() throws IOException {
        SharedData.path("ob3"); // steps aside where the files are not there
        publishVectors();
        CredentialVerifier verifier = world.verifier(new RdfCanonicalizer(TestContexts.withExamples()));
        List<String> found = new ArrayList<>();
        for (String row : SampleDocuments.lines(TABLE)) {
            String[] cells = row.split(";", -1);
            found.add(cells[1].equals("out") ? row : judged(cells, verifier));
        }
        if (Boolean.getBoolean("golden.update")) {
            Files.write(Path.of("src/test/resources", TABLE), found);
        }
        assertThat(found).containsExactlyElementsOf(SampleDocuments.lines(TABLE));
        assertThat(found).allMatch(row -> !row.endsWith(";"), "says why");
    }

    @Test
    void the_table_has_every_file_and_no_other() throws IOException {
        TreeSet<String> files = new TreeSet<>();
        Path root = SharedData.path("");
        for (String folder : FOLDERS) {
            try (Stream<Path> walk = Files.walk(SharedData.path(folder))) {
                walk.filter(Files::isRegularFile)
                        .forEach(file -> files.add(root.relativize(file).toString()));
            }
        }
        assertThat(SampleDocuments.lines(TABLE).stream().map(row -> row.substring(0, row.indexOf(';'))))
                .containsExactlyElementsOf(files);
    }

    /** The key of the implementation guide's vectors where their issuer would have it, and the schema that one names. */
    private void publishVectors() {
        JsonNode vector = SharedData.json("ob3/vectors/ob-eddsa-rdfc-2022.json");
        ObjectNode jwk = VerificationKey.ofMultikey(
                        vector.path("publicKeyMultibase").asText())
                .jwk();
        String method = vector.at("/proof/verificationMethod").asText();
        jwk.put("kid", method);
        ObjectNode keys = JsonNodeFactory.instance.objectNode();
        keys.putArray("keys").add(jwk);
        world.web()
                .put("https://example.edu/.well-known/jwks.json", "application/json", bytes(keys))
                .put(method, "application/json", bytes(jwk))
                .put(
                        "https://purl.imsglobal.org/spec/clr/v2p0/schema/json/clr_v2p0_clrcredential_schema.json",
                        "application/json",
                        SharedData.bytes("ob3/schemas/clr_v2p0_clrcredential_schema.json"));
    }

    private String judged(String[] cells, CredentialVerifier verifier) {
        byte[] input = given(cells[0], cells[1]);
        VerificationReport report =
                verifier.verify(input, Asked.NOTHING).await().atMost(Duration.ofSeconds(20));
        assertThat(verifier.verify(input, Asked.NOTHING).await().atMost(Duration.ofSeconds(20)))
                .as("what is known of %s from before", cells[0])
                .isEqualTo(report);
        return String.join(";", cells[0], cells[1], report.outcome().word(), named(report), cells[4]);
    }

    private byte[] given(String path, String how) {
        return switch (how) {
            case "whole" -> SharedData.bytes(path);
            case "signed" -> bytes(signed(SharedData.object(path), !path.contains("no-issuer")));
            case "presented" -> bytes(presented(SharedData.object(path)));
            default -> bytes(SharedData.json(path).at(how));
        };
    }

    /** What a skeleton leaves open is filled in, except the issuer where its absence is the fault. */
    private ObjectNode signed(ObjectNode skeleton, boolean withIssuer) {
        ObjectNode credential = skeleton.deepCopy();
        credential.remove("proof");
        ObjectNode badge = world.badge();
        JsonNode issuer = credential.path("issuer");
        if (withIssuer && (issuer.isMissingNode() || issuer.asText().startsWith("did:example"))) {
            credential.set("issuer", badge.get("issuer"));
        } else if (withIssuer && issuer instanceof ObjectNode object) {
            putAbsent(object, (ObjectNode) badge.get("issuer"));
        }
        for (String name : List.of("id", "name", "validFrom")) {
            if (!credential.has(name)) {
                credential.set(name, badge.get(name));
            }
        }
        if (credential.path("@context") instanceof ArrayNode context
                && context.path(0).asText().equals(V2)) {
            context.insert(1, badge.at("/@context/1"));
        }
        if (credential.path("type") instanceof ArrayNode types
                && types.path(0).asText().equals("VerifiableCredential")) {
            types.insert(1, "OpenBadgeCredential");
        }
        if (credential.path("credentialSubject") instanceof ObjectNode subject && !subject.isEmpty()) {
            putAbsent(subject, (ObjectNode) badge.get("credentialSubject"));
        }
        return credential.has("@context") ? ProofsByHand.jcs(credential, world.key()) : credential;
    }

    private static void putAbsent(ObjectNode object, ObjectNode template) {
        template.properties().stream()
                .filter(member -> !object.has(member.getKey()))
                .toList()
                .forEach(member -> object.set(member.getKey(), member.getValue()));
    }

    private ObjectNode presented(ObjectNode presentation) {
        ObjectNode copy = presentation.deepCopy();
        JsonNode inside = copy.path("verifiableCredential");
        for (int i = 0; i < inside.size(); i++) {
            if (inside.get(i) instanceof ObjectNode credential && credential.has("credentialSubject")) {
                ((ArrayNode) inside).set(i, signed(credential, true));
            }
        }
        return copy;
    }

    private static String named(VerificationReport report) {
        return report.checks().stream()
                .filter(check -> check.fatal()
                        && (check.outcome() == CheckOutcome.FAILED || check.outcome() == CheckOutcome.INDETERMINATE))
                .map(check -> check.id() + "="
                        + check.problems().stream()
                                .map(problem -> check.id().equals("open-badges") ? rule(problem) : kind(problem))
                                .distinct()
                                .collect(Collectors.joining("+")))
                .collect(Collectors.joining(" "));
    }

    private static String rule(Problem problem) {
        return problem.detail().replaceFirst(":.*", "");
    }

    private static String kind(Problem problem) {
        return problem.type().replace("urn:laurel:problem:", "");
    }

    private static byte[] bytes(JsonNode json) {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }
}
