package org.laurel.access.role;

import static org.laurel.access.role.Scope.ACHIEVEMENT_READ;
import static org.laurel.access.role.Scope.ACHIEVEMENT_REVIEW;
import static org.laurel.access.role.Scope.ACHIEVEMENT_WRITE;
import static org.laurel.access.role.Scope.APPLICATION_READ;
import static org.laurel.access.role.Scope.APPLICATION_SCREEN;
import static org.laurel.access.role.Scope.ASSESSMENT_ADJUDICATE;
import static org.laurel.access.role.Scope.ASSESSMENT_READ;
import static org.laurel.access.role.Scope.ASSESSMENT_SCORE;
import static org.laurel.access.role.Scope.AWARD_CREATE;
import static org.laurel.access.role.Scope.AWARD_READ;
import static org.laurel.access.role.Scope.AWARD_REVOKE;
import static org.laurel.access.role.Scope.CLIENT_WRITE;
import static org.laurel.access.role.Scope.ENDORSEMENT_WRITE;
import static org.laurel.access.role.Scope.EVENT_READ;
import static org.laurel.access.role.Scope.ISSUER_READ;
import static org.laurel.access.role.Scope.ISSUER_WRITE;
import static org.laurel.access.role.Scope.KEY_WRITE;
import static org.laurel.access.role.Scope.MEMBER_READ;
import static org.laurel.access.role.Scope.MEMBER_WRITE;
import static org.laurel.access.role.Scope.PROGRAMME_READ;
import static org.laurel.access.role.Scope.RECIPIENT_ERASE;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What people are to the programme or to an organisation, and what they may do for it. The list is closed, and this is the
 * one table of it.
 */
@SuppressWarnings("ImmutableEnumChecker") // Set.of is immutable
public enum Role {
    /** Runs the programme. */
    ADMINISTRATOR(Realm.PROGRAMME, Scope.ofAdministrators()),
    /** Judges who may issue. */
    SCREENER(Realm.PROGRAMME, Set.of(ISSUER_READ, PROGRAMME_READ, APPLICATION_READ, APPLICATION_SCREEN)),
    /** Judges micro-credentials before they are published. */
    REVIEWER(Realm.PROGRAMME, Set.of(ISSUER_READ, PROGRAMME_READ, ACHIEVEMENT_READ, ACHIEVEMENT_REVIEW)),

    /** Earns micro-credentials, and may apply for an organisation: what everybody with an account is. */
    EDUCATOR(Realm.PROGRAMME, Set.of()),

    /** Answers for an organisation. */
    OWNER(
            Realm.ISSUER,
            Set.of(
                    ISSUER_READ,
                    ISSUER_WRITE,
                    KEY_WRITE,
                    CLIENT_WRITE,
                    MEMBER_READ,
                    MEMBER_WRITE,
                    ACHIEVEMENT_READ,
                    ACHIEVEMENT_WRITE,
                    AWARD_READ,
                    AWARD_CREATE,
                    AWARD_REVOKE,
                    RECIPIENT_ERASE,
                    ENDORSEMENT_WRITE,
                    EVENT_READ)),
    /** Drafts its micro-credentials. */
    AUTHOR(Realm.ISSUER, Set.of(ISSUER_READ, ACHIEVEMENT_READ, ACHIEVEMENT_WRITE)),
    /** Scores evidence; of who handed it in nothing is shown. */
    ASSESSOR(Realm.ISSUER, Set.of(ISSUER_READ, ACHIEVEMENT_READ, ASSESSMENT_READ, ASSESSMENT_SCORE)),
    /** Decides where assessors differ. */
    ADJUDICATOR(Realm.ISSUER, Set.of(ISSUER_READ, ACHIEVEMENT_READ, ASSESSMENT_READ, ASSESSMENT_ADJUDICATE)),
    /** Awards, and takes back. */
    AWARDER(Realm.ISSUER, Set.of(ISSUER_READ, ACHIEVEMENT_READ, AWARD_READ, AWARD_CREATE, AWARD_REVOKE));

    private final Realm realm;
    private final Set<Scope> scopes;

    Role(Realm realm, Set<Scope> scopes) {
        this.realm = realm;
        this.scopes = scopes;
    }

    /** Where a role counts. */
    public enum Realm {
        /** At every organisation. */
        PROGRAMME,
        /** At one organisation that issues. */
        ISSUER
    }

    /** The role of a realm with this name. */
    public static Optional<Role> of(Realm realm, String text) {
        return Arrays.stream(values())
                .filter(role -> role.realm == realm && role.toString().equals(text))
                .findFirst();
    }

    /** The roles of a realm. */
    public static Set<Role> in(Realm realm) {
        return Arrays.stream(values()).filter(role -> role.realm == realm).collect(Collectors.toUnmodifiableSet());
    }

    /** Where it counts. */
    public Realm realm() {
        return realm;
    }

    /** What it lets do there. */
    public Set<Scope> scopes() {
        return scopes;
    }

    @Override
    @JsonValue
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
