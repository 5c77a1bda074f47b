package org.laurel.issuing.award;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.laurel.document.credential.CredentialDocument;
import org.laurel.document.credential.CredentialStatus;
import org.laurel.document.credential.HashedIdentity;
import org.laurel.document.lint.CredentialLinter;
import org.laurel.document.lint.CredentialTemplate;
import org.laurel.document.lint.CredentialTemplates;
import org.laurel.document.lint.CredentialTemplates.Gap;
import org.laurel.document.lint.LintException;
import org.laurel.document.lint.LintedCredential;
import org.laurel.issuing.award.AwardCredential.Sources;
import org.laurel.issuing.signing.Unsigned;
import org.laurel.securing.status.StatusListIndex;
import org.laurel.shared.origin.BaseUrl;
import org.laurel.shared.work.Recent;

/**
 * Makes the badge of an award. Most awards of a micro-credential differ in who gets them, when, and under which numbers:
 * those are made from a template, which the second of its kind brings about.
 */
@ApplicationScoped
class Badges {
    private static final int KEPT = 128;

    private static final int ID = 0;
    private static final int SUBJECT = 1;
    private static final int HASH = 2;
    private static final int SALT = 3;
    private static final int TIME = 4;
    private static final int FIRST_STATUS = 5;

    private final CredentialTemplates templates;
    private final BaseUrl base;
    private final Sources sources;
    /** What was met lately. */
    private final Recent<Kind, Met> kinds = new Recent<>(KEPT);

    Badges(CredentialTemplates templates, BaseUrl base, Sources sources) {
        this.templates = templates;
        this.base = base;
        this.sources = sources;
    }

    /**
     * Under which numbers a badge stands.
     *
     * @param credentialId its public id
     * @param statuses its status entries
     * @param now when it is awarded, whole seconds
     */
    record Numbers(String credentialId, List<StatusListIndex> statuses, Instant now) {}

    /** All by which two badges differ that do not come of one template. */
    private record Kind(
            int issuerNo,
            long issuerVersion,
            String achievementId,
            long achievementVersion,
            AwardRequest request,
            List<Integer> lists) {}

    /** Whether a kind was met again, so that it was tried to make a template, and what came of it. */
    private record Met(boolean again, Optional<CredentialTemplate> template) {}

    /** The badge, made when it is asked for. */
    Unsigned of(ValidatedAward award, Numbers numbers) {
        return linter -> judged(award, numbers, linter);
    }

    private LintedCredential judged(ValidatedAward award, Numbers numbers, CredentialLinter linter)
            throws LintException {
        RecipientRequest recipient = award.request().recipient();
        String email = recipient.email();
        if (award.carried().isEmpty()
                && email != null
                && recipient.did() == null
                && recipient.identifiers().isEmpty()) {
            Optional<CredentialTemplate> template = template(award, numbers);
            if (template.isPresent()) {
                return template.get().fill(values(email, numbers));
            }
        }
        return linter.lint(compose(award, numbers));
    }

    private CredentialDocument compose(ValidatedAward award, Numbers numbers) {
        return new CredentialComposer(sources::salt)
                .compose(
                        award,
                        base.credential(numbers.credentialId()),
                        sources.subjectId(award),
                        numbers.statuses().stream().map(this::status).toList(),
                        numbers.now());
    }

    private CredentialStatus status(StatusListIndex entry) {
        return CredentialStatus.entry(
                base.statusList(entry.listId()), entry.purpose().wire(), entry.index());
    }

    private Optional<CredentialTemplate> template(ValidatedAward award, Numbers numbers) throws LintException {
        Kind kind = kind(award, numbers);
        Met known = kinds.get(kind);
        if (known == null) {
            kinds.put(kind, new Met(false, Optional.empty()));
            return Optional.empty();
        }
        if (known.again()) {
            return known.template();
        }
        CredentialDocument sample = compose(award, numbers);
        Optional<CredentialTemplate> made = templates.of(sample, gaps(award.request(), sample, numbers));
        kinds.put(kind, new Met(true, made));
        return made;
    }

    private static Kind kind(ValidatedAward award, Numbers numbers) {
        return new Kind(
                award.issuer().number(),
                award.issuer().version(),
                award.achievement().id(),
                award.achievement().version(),
                award.request().ofNobody(),
                numbers.statuses().stream().map(StatusListIndex::listNo).toList());
    }

    private static List<Gap> gaps(AwardRequest request, CredentialDocument sample, Numbers numbers) {
        List<Gap> gaps = new ArrayList<>();
        gaps.add(new Gap(ID, "/id", numbers.credentialId()));
        gaps.add(new Gap(
                SUBJECT, "/credentialSubject/id", end(sample, "/credentialSubject/id", Sources.URN_UUID.length())));
        String identifier = "/credentialSubject/identifier/0";
        gaps.add(new Gap(
                HASH,
                identifier + "/identityHash",
                end(sample, identifier + "/identityHash", HashedIdentity.SHA256.length())));
        gaps.add(new Gap(SALT, identifier + "/salt", end(sample, identifier + "/salt", 0)));
        gaps.add(new Gap(TIME, "/awardedDate", numbers.now().toString()));
        if (request.validFrom() == null) {
            gaps.add(new Gap(TIME, "/validFrom", numbers.now().toString()));
        }
        for (int i = 0; i < numbers.statuses().size(); i++) {
            String place = "/credentialStatus" + (numbers.statuses().size() == 1 ? "" : "/" + i);
            String index = Long.toString(numbers.statuses().get(i).index());
            gaps.add(new Gap(FIRST_STATUS + i, place + "/id", index));
            gaps.add(new Gap(FIRST_STATUS + i, place + "/statusListIndex", index));
        }
        return gaps;
    }

    private static String end(CredentialDocument sample, String pointer, int from) {
        return sample.json().at(pointer).asText().substring(from);
    }

    private List<String> values(String email, Numbers numbers) {
        String salt = sources.salt();
        List<String> values = new ArrayList<>();
        values.add(numbers.credentialId());
        values.add(sources.uuid());
        values.add(HashedIdentity.sha256(email, salt).substring(HashedIdentity.SHA256.length()));
        values.add(salt);
        values.add(numbers.now().toString());
        numbers.statuses().forEach(entry -> values.add(Long.toString(entry.index())));
        return values;
    }
}
