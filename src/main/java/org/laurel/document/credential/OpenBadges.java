package org.laurel.document.credential;

import java.util.List;
import java.util.regex.Pattern;

/** The fixed words of Open Badges 3.0 and VCDM 2.0: contexts, schemas, types, syntaxes. */
public final class OpenBadges {
    /** The first context of every credential (VCDM 2.0 §4.3). */
    public static final String CREDENTIALS_V2 = "https://www.w3.org/ns/credentials/v2";
    /** The first context of a VCDM 1.1 credential, which is read and never issued. */
    public static final String CREDENTIALS_V1 = "https://www.w3.org/2018/credentials/v1";
    /** The second context of every badge that is issued (OB 3.0 data model, Context). */
    public static final String CONTEXT = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";
    /** Defines the three 1EdTech types for schema, status and refresh. */
    public static final String EXTENSIONS = "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json";
    /** An alias under which the context was published, too. */
    public static final String CONTEXT_ALIAS = "https://purl.imsglobal.org/spec/ob/v3p0/context/ob_v3p0.jsonld";
    /** What the second context of a badge may be (the standard's own schema). */
    public static final Pattern CONTEXT_PATTERN =
            Pattern.compile("https://purl\\.imsglobal\\.org/spec/ob/v3p0/context(-3\\.\\d\\.\\d)*\\.json");
    /** The standard's JSON schema of a badge. */
    public static final String CREDENTIAL_SCHEMA =
            "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json";
    /** The standard's JSON schema of an endorsement. */
    public static final String ENDORSEMENT_SCHEMA =
            "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_endorsementcredential_schema.json";
    /** The type of a {@link CredentialSchema} that names one of them. */
    public static final String SCHEMA_VALIDATOR = "1EdTechJsonSchemaValidator2019";
    /** Every credential has this type. */
    public static final String VERIFIABLE_CREDENTIAL = "VerifiableCredential";
    /** The type of a badge. */
    public static final String OPEN_BADGE_CREDENTIAL = "OpenBadgeCredential";
    /** The other name of the same type. */
    public static final String ACHIEVEMENT_CREDENTIAL = "AchievementCredential";
    /** The type of an endorsement. */
    public static final String ENDORSEMENT_CREDENTIAL = "EndorsementCredential";
    /** The type of a Comprehensive Learner Record (CLR 2.0). */
    public static final String CLR_CREDENTIAL = "ClrCredential";
    /** What a context of CLR 2.0 may be. */
    public static final Pattern CLR_CONTEXT_PATTERN =
            Pattern.compile("https://purl\\.imsglobal\\.org/spec/clr/v2p0/context(-2\\.\\d\\.\\d)*\\.json");
    /** The type of what a holder hands over (VCDM 2.0 §4.13). */
    public static final String VERIFIABLE_PRESENTATION = "VerifiablePresentation";
    /** The type of an object that stands for a JWT around a credential (VCDM 2.0 §4.13.1). */
    public static final String ENVELOPED_CREDENTIAL = "EnvelopedVerifiableCredential";
    /** The type of an object that stands for a JWT around a presentation (VCDM 2.0 §4.13.2). */
    public static final String ENVELOPED_PRESENTATION = "EnvelopedVerifiablePresentation";
    /** The type of a published status list (Bitstring Status List 1.0 §2.2). */
    public static final String STATUS_LIST_CREDENTIAL = "BitstringStatusListCredential";
    /** The type of an entry that points into such a list. */
    public static final String STATUS_LIST_ENTRY = "BitstringStatusListEntry";
    /** The type of a status list by the draft before Bitstring Status List; read, never issued. */
    public static final String STATUS_LIST_2021_CREDENTIAL = "StatusList2021Credential";
    /** The type of an entry that points into such a list. */
    public static final String STATUS_LIST_2021_ENTRY = "StatusList2021Entry";
    /** The revocation list of 1EdTech. */
    public static final String REVOCATION_LIST = "1EdTechRevocationList";
    /** The purpose of a list whose bits are final. */
    public static final String REVOCATION = "revocation";
    /** The purpose of a list whose bits may be taken back. */
    public static final String SUSPENSION = "suspension";

    /** The contexts that a badge or endorsement of ours carries when no more are needed. */
    public static final List<String> CONTEXTS = List.of(CREDENTIALS_V2, CONTEXT);

    private OpenBadges() {}
}
