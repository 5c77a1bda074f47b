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
    /** Read one's own evidence; everybody who has signed in, and programs what they handed in for somebody. */
    SUBMISSION_READ(Scopes.SUBMISSION_READ),
    /** Hand in evidence; likewise. */
    SUBMISSION_WRITE(Scopes.SUBMISSION_WRITE),
    /** Read the queue of evidence, and what one has taken from it. */
    ASSESSMENT_READ(Scopes.ASSESSMENT_READ),
    /** Score evidence, and decide as the award rule says. */
    ASSESSMENT_SCORE(Scopes.ASSESSMENT_SCORE),
    /** Decide between assessors who differ. */
    ASSESSMENT_ADJUDICATE(Scopes.ASSESSMENT_ADJUDICATE),
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
            ASSESSMENT_READ,
            ASSESSMENT_SCORE,
            ASSESSMENT_ADJUDICATE,
            MEMBER_READ,
            MEMBER_WRITE,
            PEOPLE_READ,
            PEOPLE_WRITE,
            SELF);

    /** What everybody may do who has signed in, whatever else they are. */
    private static final Set<Scope> OF_PEOPLE =
            EnumSet.of(SELF, APPLICATION_READ, APPLICATION_WRITE, SUBMISSION_READ, SUBMISSION_WRITE);

    /** What administrators may not: what is a person's own, and scoring evidence, which they could trace. */
    private static final Set<Scope> OF_OTHERS =
            EnumSet.of(SELF, APPLICATION_WRITE, ASSESSMENT_READ, ASSESSMENT_SCORE, ASSESSMENT_ADJUDICATE);

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

    /** What administrators may do everywhere: all but what is a person's own, and what is done without knowing whose it is. */
    public static Set<Scope> ofAdministrators() {
        Set<Scope> scopes = EnumSet.allOf(Scope.class);
        scopes.removeAll(OF_OTHERS);
        return Set.copyOf(scopes);
    }

    /** What everybody may do who has signed in: their own account, applications and evidence. */
    public static Set<Scope> ofPeople() {
        return Set.copyOf(OF_PEOPLE);
    }

    @Override
    @JsonValue
    public String toString() {
        return text;
    }
}
