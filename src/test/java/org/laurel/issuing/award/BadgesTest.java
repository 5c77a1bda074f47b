package org.laurel.issuing.award;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.laurel.document.credential.Achievement;
import org.laurel.document.credential.CredentialDocument;
import org.laurel.document.jsonld.HashAlgorithm;
import org.laurel.document.jsonld.RdfCanonicalizer;
import org.laurel.document.lint.CredentialLinter;
import org.laurel.document.lint.CredentialTemplates;
import org.laurel.document.lint.LintException;
import org.laurel.document.lint.LintedCredential;
import org.laurel.document.lint.rule.AllRules;
import org.laurel.fixture.FakeClock;
import org.laurel.fixture.SampleVocabulary;
import org.laurel.fixture.TestContexts;
import org.laurel.fixture.TestKeys;
import org.laurel.issuing.achievement.AchievementDefinition;
import org.laurel.securing.crypto.SignatureAlgorithm;
import org.laurel.securing.key.SigningKey;
import org.laurel.securing.proof.dataintegrity.DataIntegritySigner;
import org.laurel.securing.status.StatusListIndex;
import org.laurel.securing.status.StatusPurpose;
import org.laurel.shared.json.JsonColumns;
import org.laurel.shared.json.RecordReader;
import org.laurel.shared.origin.BaseUrl;

/** What comes of a template is, to the byte, what the long way makes: over badges of all sorts. */
class BadgesTest {
    private static final int KINDS = Integer.getInteger("badges.kinds", 500);
    private static final int EACH = 4;
    private static final String TEXTS = "Reading aloud ® “quoted” \\ \n\t naïve 日本語 👩‍🏫 שלום <b> _:b0 c14n1";

    private final FakeClock clock = new FakeClock("2026-11-25T08:00:00Z");
    private final SecureRandom secure = new SecureRandom();
    private final CredentialLinter linter = AllRules.linter();
    private final RdfCanonicalizer canonicalizer = new RdfCanonicalizer(TestContexts.bundled());
    private final Badges badges = new Badges(
            new CredentialTemplates(linter, canonicalizer, secure),
            new BaseUrl("https://badges.example"),
            new AwardCredential.Sources(clock, secure));

    @Test
    void a_template_makes_what_the_long_way_makes() throws Exception {
        long seed = Long.getLong("badges.seed", 20261126);
        Random random = new Random(seed);
        int quick = 0;
        int all = 0;
        for (int kind = 0; kind < KINDS; kind++) {
            AchievementDefinition achievement = achievement(kind + 1, random);
            String extra = extra(random);
            boolean suspends = random.nextBoolean();
            for (int i = 0; i < EACH; i++) {
                LintedCredential made = made(achievement, "teacher" + i + "@example.org", extra, suspends, random);
                ObjectNode whole = (ObjectNode) JsonColumns.parse(new String(made.text(), StandardCharsets.UTF_8));
                assertThat(linter.findings(new CredentialDocument(whole)))
                        .as(whole.toString())
                        .isEmpty();
                if (made.canonical().isEmpty()) {
                    // who signs it brings its head into canonical form
                    assertThat(made.head().json())
                            .as("seed %d, kind %d", seed, kind)
                            .isEqualTo(whole);
                } else {
                    quick++;
                    assertThat(text(made.canonical().get()))
                            .as("seed %d, kind %d: %s", seed, kind, whole)
                            .isEqualTo(text(canonicalizer.canonicalize(whole, HashAlgorithm.SHA_256)));
                    assertHead(made, whole);
                }
                all++;
            }
        }
        assertThat(quick).as("of %d", all).isGreaterThan(all / 2);
    }

    @Test
    void what_holds_the_same_alignment_twice_is_signed_as_a_whole() throws Exception {
        ObjectNode json = JsonColumns.tree(SampleVocabulary.fullestAchievement());
        json.remove(List.of("endorsement", "endorsementJwt", "creator"));
        ((ArrayNode) json.path("alignment")).add(json.at("/alignment/0").deepCopy());
        AchievementDefinition achievement =
                SampleIssuing.published(1, "1-1", JsonColumns.read(json.toString(), Achievement.class));
        SigningKey key = TestKeys.fresh(SignatureAlgorithm.EDDSA);
        DataIntegritySigner signer = new DataIntegritySigner(canonicalizer);
        for (int i = 0; i < EACH; i++) {
            LintedCredential made = made(achievement, "teacher" + i + "@example.org", "", false, new Random(i));
            LintedCredential theLongWay =
                    linter.lint(new CredentialDocument((ObjectNode) JsonColumns.parse(text(made.text()))));
            assertThat(text(signer.sign(made, List.of(key), SampleIssuing.NOW).bytes()))
                    .isEqualTo(text(signer.sign(theLongWay, List.of(key), SampleIssuing.NOW)
                            .bytes()));
        }
    }

    @Test
    void two_of_a_kind_differ_in_nothing_but_what_they_must() throws Exception {
        AchievementDefinition achievement = achievement(1, new Random(1));
        LintedCredential first = made(achievement, "ada@example.org", "", false, new Random(1));
        made(achievement, "ada@example.org", "", false, new Random(1));
        LintedCredential third = made(achievement, "ada@example.org", "", false, new Random(1));
        assertThat(first.canonical()).isEmpty();
        assertThat(third.canonical()).isPresent();
        assertThat(masked(third)).isEqualTo(masked(first));
        assertThat(text(third.text())).isNotEqualTo(text(first.text())).hasSameSizeAs(text(first.text()));
    }

    private static String masked(LintedCredential made) {
        ObjectNode badge = (ObjectNode) JsonColumns.parse(text(made.text()));
        badge.put("id", "");
        ((ObjectNode) badge.path("credentialSubject")).put("id", "");
        ((ObjectNode) badge.at("/credentialSubject/identifier/0")).put("identityHash", "");
        ((ObjectNode) badge.at("/credentialSubject/identifier/0")).put("salt", "");
        return badge.toString();
    }

    private static void assertHead(LintedCredential made, ObjectNode whole) {
        Iterator<Map.Entry<String, JsonNode>> members = made.head().json().fields();
        while (members.hasNext()) {
            Map.Entry<String, JsonNode> member = members.next();
            JsonNode expected = whole.path(member.getKey());
            if (member.getKey().equals("credentialSubject")) {
                assertThat(member.getValue().path("id")).isEqualTo(expected.path("id"));
            } else {
                assertThat(member.getValue()).as(member.getKey()).isEqualTo(expected);
            }
        }
        assertThat(made.head().json().has("validUntil")).isEqualTo(whole.has("validUntil"));
    }

    private LintedCredential made(
            AchievementDefinition achievement, String email, String extra, boolean suspends, Random random)
            throws LintException {
        String request = "{\"achievement\":\"x\",\"recipient\":{\"email\":\"" + email + "\"}" + extra + "}";
        AwardRequest read = RecordReader.read(request.getBytes(StandardCharsets.UTF_8), AwardRequest.class)
                .orThrow();
        List<StatusListIndex> statuses = new ArrayList<>();
        statuses.add(new StatusListIndex(1, 1, StatusPurpose.REVOCATION, random.nextInt(131072)));
        if (suspends) {
            statuses.add(new StatusListIndex(1, 2, StatusPurpose.SUSPENSION, random.nextInt(131072)));
        }
        Badges.Numbers numbers =
                new Badges.Numbers("1-" + Integer.toString(random.nextInt(1 << 30), 32), statuses, SampleIssuing.NOW);
        return badges.of(new ValidatedAward(SampleIssuing.issuer(), achievement, read, Optional.empty()), numbers)
                .judgedBy(linter);
    }

    private static String extra(Random random) {
        StringBuilder extra = new StringBuilder();
        if (random.nextInt(3) == 0) {
            extra.append(",\"validFrom\":\"2026-01-02T03:04:05Z\"");
        }
        if (random.nextInt(3) == 0) {
            extra.append(",\"validUntil\":\"2036-01-02T03:04:05Z\"");
        }
        if (random.nextInt(3) == 0) {
            extra.append(",\"narrative\":").append(JsonColumns.write(words(random)));
        }
        if (random.nextInt(3) == 0) {
            extra.append(",\"evidence\":[{\"id\":\"https://evidence.example/1\",\"name\":\"Lesson\"},"
                    + "{\"narrative\":\"Taught\"},{\"narrative\":\"Watched\"}]");
        }
        return extra.toString();
    }

    /** The fullest, less some of its members, with other words, and some of its alignments twice. */
    private static AchievementDefinition achievement(int number, Random random) {
        ObjectNode json = JsonColumns.tree(SampleVocabulary.fullestAchievement());
        json.remove(List.of("endorsement", "endorsementJwt", "creator"));
        for (String member : List.of(
                "alignment",
                "tag",
                "image",
                "related",
                "resultDescription",
                "otherIdentifier",
                "creditsAvailable",
                "fieldOfStudy",
                "inLanguage",
                "specialization",
                "humanCode")) {
            if (random.nextInt(3) == 0) {
                json.remove(member);
            }
        }
        reword(json, random);
        return SampleIssuing.published(number, "1-" + number, JsonColumns.read(json.toString(), Achievement.class));
    }

    private static void reword(ObjectNode json, Random random) {
        json.put("name", words(random)).put("description", words(random));
        if (json.path("alignment") instanceof ArrayNode alignments) {
            for (int i = random.nextInt(4); i > 0; i--) {
                ObjectNode another = alignments.get(0).deepCopy();
                if (random.nextInt(8) > 0) {
                    another.put("targetName", words(random));
                }
                alignments.add(another);
            }
        }
    }

    private static String words(Random random) {
        int[] letters = TEXTS.codePoints().toArray();
        StringBuilder words = new StringBuilder("A");
        for (int i = random.nextInt(40); i > 0; i--) {
            words.appendCodePoint(letters[random.nextInt(letters.length)]);
        }
        return words.append('z').toString();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
