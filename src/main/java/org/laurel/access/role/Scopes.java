package org.laurel.access.role;

/** The names of scopes as constants, so that the API document and the check read the same annotation. */
public final class Scopes {
    /** The security scheme that operations name. */
    public static final String SCHEME = "bearer";
    /** See {@link Scope#ISSUER_CREATE}. */
    public static final String ISSUER_CREATE = "issuer:create";
    /** See {@link Scope#ISSUER_READ}. */
    public static final String ISSUER_READ = "issuer:read";
    /** See {@link Scope#ISSUER_WRITE}. */
    public static final String ISSUER_WRITE = "issuer:write";
    /** See {@link Scope#KEY_WRITE}. */
    public static final String KEY_WRITE = "key:write";
    /** See {@link Scope#CLIENT_WRITE}. */
    public static final String CLIENT_WRITE = "client:write";
    /** See {@link Scope#ACHIEVEMENT_READ}. */
    public static final String ACHIEVEMENT_READ = "achievement:read";
    /** See {@link Scope#ACHIEVEMENT_WRITE}. */
    public static final String ACHIEVEMENT_WRITE = "achievement:write";
    /** See {@link Scope#ACHIEVEMENT_PUBLISH}. */
    public static final String ACHIEVEMENT_PUBLISH = "achievement:publish";
    /** See {@link Scope#AWARD_READ}. */
    public static final String AWARD_READ = "award:read";
    /** See {@link Scope#AWARD_CREATE}. */
    public static final String AWARD_CREATE = "award:create";
    /** See {@link Scope#AWARD_REVOKE}. */
    public static final String AWARD_REVOKE = "award:revoke";
    /** See {@link Scope#RECIPIENT_ERASE}. */
    public static final String RECIPIENT_ERASE = "recipient:erase";
    /** See {@link Scope#EVENT_READ}. */
    public static final String EVENT_READ = "event:read";
    /** See {@link Scope#MEMBER_READ}. */
    public static final String MEMBER_READ = "member:read";
    /** See {@link Scope#MEMBER_WRITE}. */
    public static final String MEMBER_WRITE = "member:write";
    /** See {@link Scope#PEOPLE_READ}. */
    public static final String PEOPLE_READ = "people:read";
    /** See {@link Scope#PEOPLE_WRITE}. */
    public static final String PEOPLE_WRITE = "people:write";
    /** See {@link Scope#PROGRAMME_READ}. */
    public static final String PROGRAMME_READ = "programme:read";
    /** See {@link Scope#PROGRAMME_WRITE}. */
    public static final String PROGRAMME_WRITE = "programme:write";
    /** See {@link Scope#APPLICATION_READ}. */
    public static final String APPLICATION_READ = "application:read";
    /** See {@link Scope#APPLICATION_WRITE}. */
    public static final String APPLICATION_WRITE = "application:write";
    /** See {@link Scope#APPLICATION_SCREEN}. */
    public static final String APPLICATION_SCREEN = "application:screen";
    /** See {@link Scope#ISSUER_WITHDRAW}. */
    public static final String ISSUER_WITHDRAW = "issuer:withdraw";
    /** See {@link Scope#ACHIEVEMENT_REVIEW}. */
    public static final String ACHIEVEMENT_REVIEW = "achievement:review";
    /** See {@link Scope#ENDORSEMENT_WRITE}. */
    public static final String ENDORSEMENT_WRITE = "endorsement:write";
    /** See {@link Scope#SUBMISSION_READ}. */
    public static final String SUBMISSION_READ = "submission:read";
    /** See {@link Scope#SUBMISSION_WRITE}. */
    public static final String SUBMISSION_WRITE = "submission:write";
    /** See {@link Scope#ASSESSMENT_READ}. */
    public static final String ASSESSMENT_READ = "assessment:read";
    /** See {@link Scope#ASSESSMENT_SCORE}. */
    public static final String ASSESSMENT_SCORE = "assessment:score";
    /** See {@link Scope#ASSESSMENT_ADJUDICATE}. */
    public static final String ASSESSMENT_ADJUDICATE = "assessment:adjudicate";
    /** See {@link Scope#SELF}. */
    public static final String SELF = "self";

    private Scopes() {}
}
