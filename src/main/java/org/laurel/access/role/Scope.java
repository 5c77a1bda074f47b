package org.laurel.access.role;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What a caller may be allowed to do. Every operation of the API states one; who lacks it gets 403. */
public enum Scope {
    /** Make issuers; the administrator alone. */
    ISSUER_CREATE(Scopes.ISSUER_CREATE),
    /** Read the issuer's profile and settings. */
    ISSUER_READ(Scopes.ISSUER_READ),
    /** Change the issuer's profile and settings. */
    ISSUER_WRITE(Scopes.ISSUER_WRITE),
    /** Make, rotate and retire keys. */
    KEY_WRITE(Scopes.KEY_WRITE),
    /** Make and remove API clients. */
    CLIENT_WRITE(Scopes.CLIENT_WRITE),
    /** Read micro-credentials, drafts too. */
    ACHIEVEMENT_READ(Scopes.ACHIEVEMENT_READ),
    /** Draft and change micro-credentials. */
    ACHIEVEMENT_WRITE(Scopes.ACHIEVEMENT_WRITE),
    /** Publish micro-credentials without review; the administrator alone. */
    ACHIEVEMENT_PUBLISH(Scopes.ACHIEVEMENT_PUBLISH),
    /** Read awards and their recipients. */
    AWARD_READ(Scopes.AWARD_READ),
    /** Award. */
    AWARD_CREATE(Scopes.AWARD_CREATE),
    /** Revoke, suspend and reinstate. */
    AWARD_REVOKE(Scopes.AWARD_REVOKE),
    /** Erase a recipient. */
    RECIPIENT_ERASE(Scopes.RECIPIENT_ERASE),
    /** Read who did what, when. */
    EVENT_READ(Scopes.EVENT_READ),
    /** Read who has which role in an organisation. */
    MEMBER_READ(Scopes.MEMBER_READ),
    /** Invite people into an organisation, and take roles away. */
    MEMBER_WRITE(Scopes.MEMBER_WRITE),
    /** Read the accounts of all people; programme administrators alone. */
    PEOPLE_READ(Scopes.PEOPLE_READ),
    /** Make, recover and merge accounts, and give roles in the programme; programme administrators alone. */
    PEOPLE_WRITE(Scopes.PEOPLE_WRITE),
    /** Read the programme's profile and the editions of its rubric and template. */
    PROGRAMME_READ(Scopes.PROGRAMME_READ),
    /** Write them; programme administrators alone. */
    PROGRAMME_WRITE(Scopes.PROGRAMME_WRITE),
    /** Read applications to issue: one's own, or all of them for who screens. */
    APPLICATION_READ(Scopes.APPLICATION_READ),
    /** Apply, and change one's own application; everybody who has signed in, and no program. */
    APPLICATION_WRITE(Scopes.APPLICATION_WRITE),
    /** Score applications and decide on them. */
    APPLICATION_SCREEN(Scopes.APPLICATION_SCREEN),
    /** Withdraw an organisation's right to issue, and give it back. */
    ISSUER_WITHDRAW(Scopes.ISSUER_WITHDRAW),
    /** Review micro-credentials that were handed in. */
    ACHIEVEMENT_REVIEW(Scopes.ACHIEVEMENT_REVIEW),
    /** Endorse for an organisation, and take endorsements back. */
    ENDORSEMENT_WRITE(Scopes.ENDORSEMENT_WRITE),
    /** Read and change one's own account; everybody who has signed in, and no program. */
    SELF(Scopes.SELF);

    private static final Set<Scope> NOT_FOR_PROGRAMS = EnumSet.of(
            ISSUER_CREATE,
            ISSUER_WITHDRAW,
            ACHIEVEMENT_PUBLISH,
            ACHIEVEMENT_REVIEW,
            PROGRAMME_READ,
            PROGRAMME_WRITE,
            APPLICATION_READ,
            APPLICATION_WRITE,
            APPLICATION_SCREEN,
            MEMBER_READ,
            MEMBER_WRITE,
            PEOPLE_READ,
            PEOPLE_WRITE,
            SELF);

    /** What everybody may do who has signed in, whatever else they are. */
    private static final Set<Scope> OF_PEOPLE = EnumSet.of(SELF, APPLICATION_READ, APPLICATION_WRITE);

    private final String text;

    Scope(String text) {
        this.text = text;
    }

    /** The scope with this name. */
    public static Optional<Scope> of(String text) {
        return Arrays.stream(values()).filter(scope -> scope.text.equals(text)).findFirst();
    }

    /** Whether an issuer's own client may hold it; the rest is the administrator's. */
    public boolean isGrantable() {
        return !NOT_FOR_PROGRAMS.contains(this);
    }

    /** What administrators may do everywhere: all but what is a person's own. */
    public static Set<Scope> ofAdministrators() {
        return Set.copyOf(EnumSet.complementOf(EnumSet.of(SELF, APPLICATION_WRITE)));
    }

    /** What everybody may do who has signed in: their own account, and their own applications. */
    public static Set<Scope> ofPeople() {
        return Set.copyOf(OF_PEOPLE);
    }

    @Override
    @JsonValue
    public String toString() {
        return text;
    }
}
