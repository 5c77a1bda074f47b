package org.laurel.issuing.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.Test;
import org.laurel.document.credential.CredentialDocument;
import org.laurel.document.lint.CredentialLinter;
import org.laurel.document.lint.LintedCredential;
import org.laurel.document.lint.rule.AllRules;
import org.laurel.fixture.FakeClock;
import org.laurel.fixture.Hidden;
import org.laurel.fixture.Samples;
import org.laurel.fixture.TestKeys;
import org.laurel.securing.crypto.SignatureAlgorithm;
import org.laurel.securing.key.SigningKey;
import org.laurel.securing.proof.CredentialSigner;
import org.laurel.securing.proof.CredentialSigners;
import org.laurel.securing.proof.ProofFormat;
import org.laurel.securing.proof.SecuredCredential;
import org.laurel.securing.proof.UnsignableCredentialException;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.shared.sealing.Person;
import org.laurel.shared.sealing.PersonKey;
import org.laurel.shared.store.Alongside;
import org.laurel.shared.store.Database;
import org.laurel.shared.work.Workers;

class IssueCredentialTest {
    private static final SigningKey KEY = TestKeys.fresh(SignatureAlgorithm.EDDSA);

    @Test
    void what_cannot_be_signed_is_the_callers_fault_and_says_where() {
        ProblemException problem = refusal(Samples.badge(), "/credentialSubject/id");
        assertThat(problem.type()).isEqualTo(ProblemType.INVALID);
        assertThat(problem.violations()).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("unsignable");
            assertThat(fault.detail()).isEqualTo("/credentialSubject/id: no form to sign");
        });
    }

    @Test
    void what_cannot_be_signed_as_a_whole_says_so() {
        assertThat(refusal(Samples.badge(), "").detail()).isEqualTo("the credential: no form to sign");
    }

    @Test
    void a_broken_rule_is_named_before_anything_is_signed() {
        ObjectNode badge = Samples.badge();
        badge.remove("issuer");
        ProblemException problem = refusal(badge, "");
        assertThat(problem.type()).isEqualTo(ProblemType.INVALID);
        assertThat(problem.violations()).isNotEmpty().noneMatch(fault -> fault.code()
                .equals("unsignable"));
    }

    private static ProblemException refusal(ObjectNode badge, String pointer) {
        CredentialLinter linter = AllRules.linter();
        IssueCredential issue = new IssueCredential(
                linter,
                new CredentialSigners(List.of(
                        new Refusing(ProofFormat.DATA_INTEGRITY, pointer), new Refusing(ProofFormat.VC_JWT, pointer))),
                Hidden.unreachable(SignedCredentials.class),
                Hidden.make(Database.class, Hidden.unreachable(Mutiny.SessionFactory.class)),
                new Workers(),
                new FakeClock("2026-11-25T08:00:00Z"));
        PersonKey key = Hidden.make(PersonKey.class, new Person(1, 1), new byte[32], new SecureRandom());
        Draft draft =
                new Draft(1, "1-aaaaaaaaaaaaaaaaaaaaaaaaaa", rules -> rules.lint(new CredentialDocument(badge)), key);
        Throwable failure = catchThrowable(
                () -> issue.issue(List.of(draft), new SigningPlan(List.of(KEY), KEY), Alongside.nothing())
                        .await()
                        .indefinitely());
        assertThat(failure).isInstanceOf(ProblemException.class);
        return (ProblemException) failure;
    }

    private record Refusing(ProofFormat format, String pointer) implements CredentialSigner {
        @Override
        public SecuredCredential sign(LintedCredential credential, List<SigningKey> keys, Instant created) {
            throw new UnsignableCredentialException("no form to sign", pointer);
        }
    }
}
