package org.laurel.document.lint;

import static org.laurel.document.lint.ValueForm.BOOLEAN;
import static org.laurel.document.lint.ValueForm.COUNTRY;
import static org.laurel.document.lint.ValueForm.DATE;
import static org.laurel.document.lint.ValueForm.DATE_TIME;
import static org.laurel.document.lint.ValueForm.DATE_TIME_ZONED;
import static org.laurel.document.lint.ValueForm.ENDORSEMENT;
import static org.laurel.document.lint.ValueForm.JWS;
import static org.laurel.document.lint.ValueForm.LANGUAGE;
import static org.laurel.document.lint.ValueForm.NUMBER;
import static org.laurel.document.lint.ValueForm.TEXT;
import static org.laurel.document.lint.ValueForm.TYPED_OBJECT;
import static org.laurel.document.lint.ValueForm.URI;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.laurel.document.credential.AchievementType;
import org.laurel.document.credential.AlignmentTargetType;
import org.laurel.document.credential.IdentifierType;
import org.laurel.document.credential.ResultStatusType;
import org.laurel.document.credential.ResultType;

/** The data model of Open Badges 3.0 as a table: every class, its members, their multiplicities and forms. */
public final class Shapes {
    private static final Set<String> ASSOCIATIONS = Set.of(
            "exactMatchOf", "isChildOf", "isParentOf", "isPartOf", "isPeerOf", "isRelatedTo", "precedes", "replacedBy");

    private static final Map<String, Shape> BY_NAME = Stream.of(
                    badge("OpenBadgeCredential", "validFrom", "validUntil")
                            .maybe(TEXT, "name")
                            .untyped(),
                    badge("OpenBadgeCredential 1.1", "issuanceDate", "expirationDate")
                            .one(TEXT, "name")
                            .untyped(),
                    endorsement("EndorsementCredential", "validFrom", "validUntil"),
                    endorsement("EndorsementCredential 1.1", "issuanceDate", "expirationDate"),
                    learnerRecord(),
                    learnerRecordSubject(),
                    new Shape.Draft("Association")
                            .term(true, "associationType", ASSOCIATIONS::contains)
                            .one(URI, "sourceId", "targetId")
                            .closed(),
                    statusListCredential(),
                    statusList(),
                    subject(),
                    achievement(),
                    profile(),
                    alignment(),
                    new Shape.Draft("Criteria")
                            .maybe(URI, "id")
                            .maybe(TEXT, "narrative")
                            .untyped(),
                    new Shape.Draft("Image")
                            .one(URI, "id")
                            .maybe(TEXT, "caption")
                            .closed(),
                    result(),
                    resultDescription(),
                    level(),
                    new Shape.Draft("Related")
                            .one(URI, "id")
                            .maybe(LANGUAGE, "inLanguage")
                            .maybe(TEXT, "version")
                            .open(),
                    new Shape.Draft("Evidence")
                            .maybe(URI, "id")
                            .maybe(TEXT, "narrative", "name", "description", "genre", "audience")
                            .open(),
                    address(),
                    new Shape.Draft("GeoCoordinates")
                            .one(NUMBER, "latitude", "longitude")
                            .open(),
                    new Shape.Draft("IdentifierEntry")
                            .one(TEXT, "identifier")
                            .term(true, "identifierType", IdentifierType::allows)
                            .closed(),
                    new Shape.Draft("IdentityObject")
                            .one(BOOLEAN, "hashed")
                            .one(TEXT, "identityHash")
                            .term(true, "identityType", IdentifierType::allows)
                            .maybe(TEXT, "salt")
                            .closed(),
                    new Shape.Draft("EndorsementSubject")
                            .one(URI, "id")
                            .maybe(TEXT, "endorsementComment")
                            .open(),
                    new Shape.Draft("CredentialSchema").one(URI, "id").untyped(),
                    new Shape.Draft("Issuer").one(URI, "id").untyped())
            .collect(Collectors.toUnmodifiableMap(Shape::name, Function.identity()));

    private Shapes() {}

    /** The shape of this name. */
    public static Shape named(String name) {
        return Optional.ofNullable(BY_NAME.get(name)).orElseThrow(() -> new IllegalArgumentException(name));
    }

    /** The shape of a whole document of this kind and generation, when we have rules for its kind. */
    static Optional<Shape> of(CredentialKind kind, boolean versionOne) {
        String generation = versionOne ? " 1.1" : "";
        if (kind == CredentialKind.OTHER || kind == CredentialKind.PRESENTATION) {
            return Optional.empty();
        }
        return Optional.of(named(
                switch (kind) {
                    case BADGE -> "OpenBadgeCredential" + generation;
                    case ENDORSEMENT -> "EndorsementCredential" + generation;
                    case LEARNER_RECORD -> "ClrCredential";
                    default -> "BitstringStatusListCredential";
                }));
    }

    private static Shape.Draft badge(String name, String from, String until) {
        return credential(name, from, until)
                .oneOf("AchievementSubject", "credentialSubject")
                .maybeOf("Image", "image")
                .many(ENDORSEMENT, "endorsement")
                .many(JWS, "endorsementJwt")
                .manyOf("Evidence", "evidence");
    }

    private static Shape endorsement(String name, String from, String until) {
        return credential(name, from, until)
                .one(TEXT, "name")
                .oneOf("EndorsementSubject", "credentialSubject")
                .untyped();
    }

    private static Shape.Draft credential(String name, String from, String until) {
        return new Shape.Draft(name)
                .one(URI, "id")
                .maybe(TEXT, "description")
                .maybe(DATE_TIME_ZONED, "awardedDate", until)
                .one(DATE_TIME_ZONED, from)
                .issuer("Profile")
                .manyOf("CredentialSchema", "credentialSchema")
                .many(TYPED_OBJECT, "credentialStatus", "termsOfUse")
                .maybe(TYPED_OBJECT, "refreshService");
    }

    /** CLR 2.0 data model, ClrCredential. */
    private static Shape learnerRecord() {
        return credential("ClrCredential", "validFrom", "validUntil")
                .one(TEXT, "name")
                .maybe(BOOLEAN, "partial")
                .oneOf("ClrSubject", "credentialSubject")
                .maybeOf("Image", "image")
                .many(ENDORSEMENT, "endorsement")
                .many(JWS, "endorsementJwt")
                .manyOf("Evidence", "evidence")
                .untyped();
    }

    /** CLR 2.0 data model, ClrSubject; the credentials in it are judged each on its own. */
    private static Shape learnerRecordSubject() {
        return new Shape.Draft("ClrSubject")
                .maybe(URI, "id")
                .manyOf("IdentityObject", "identifier")
                .some(TYPED_OBJECT, "verifiableCredential")
                .manyOf("Achievement", "achievement")
                .manyOf("Association", "association")
                .open();
    }

    private static Shape statusListCredential() {
        return new Shape.Draft("BitstringStatusListCredential")
                .one(URI, "id")
                .maybe(TEXT, "name", "description")
                .maybe(DATE_TIME_ZONED, "validFrom", "validUntil")
                .issuer("Issuer")
                .oneOf("BitstringStatusList", "credentialSubject")
                .untyped();
    }

    private static Shape statusList() {
        return new Shape.Draft("BitstringStatusList")
                .maybe(URI, "id")
                .one(TEXT, "encodedList")
                .maybe(NUMBER, "ttl")
                .open();
    }

    private static Shape subject() {
        return new Shape.Draft("AchievementSubject")
                .maybe(URI, "id")
                .oneOf("Achievement", "achievement")
                .manyOf("IdentityObject", "identifier")
                .maybe(DATE_TIME, "activityStartDate", "activityEndDate")
                .maybe(NUMBER, "creditsEarned")
                .maybeOf("Image", "image")
                .maybe(TEXT, "licenseNumber", "narrative", "role", "term")
                .manyOf("Result", "result")
                .maybeOf("Profile", "source")
                .open();
    }

    private static Shape achievement() {
        return new Shape.Draft("Achievement")
                .one(URI, "id")
                .one(TEXT, "name", "description")
                .oneOf("Criteria", "criteria")
                .term(false, "achievementType", AchievementType::allows)
                .manyOf("Alignment", "alignment")
                .maybeOf("Profile", "creator")
                .maybe(NUMBER, "creditsAvailable")
                .many(ENDORSEMENT, "endorsement")
                .many(JWS, "endorsementJwt")
                .maybe(TEXT, "fieldOfStudy", "humanCode", "specialization", "version")
                .maybeOf("Image", "image")
                .maybe(LANGUAGE, "inLanguage")
                .manyOf("IdentifierEntry", "otherIdentifier")
                .manyOf("Related", "related")
                .manyOf("ResultDescription", "resultDescription")
                .many(TEXT, "tag")
                .open();
    }

    private static Shape profile() {
        return new Shape.Draft("Profile")
                .one(URI, "id")
                .maybe(URI, "url")
                .maybe(TEXT, "name", "phone", "description", "email", "official")
                .maybe(TEXT, "familyName", "givenName", "additionalName", "patronymicName")
                .maybe(TEXT, "honorificPrefix", "honorificSuffix", "familyNamePrefix")
                .maybe(DATE, "dateOfBirth")
                .many(ENDORSEMENT, "endorsement")
                .many(JWS, "endorsementJwt")
                .maybeOf("Image", "image")
                .maybeOf("Address", "address")
                .maybeOf("Profile", "parentOrg")
                .manyOf("IdentifierEntry", "otherIdentifier")
                .open();
    }

    private static Shape alignment() {
        return new Shape.Draft("Alignment")
                .one(TEXT, "targetName")
                .one(URI, "targetUrl")
                .maybe(TEXT, "targetCode", "targetDescription", "targetFramework")
                .term(false, "targetType", AlignmentTargetType::allows)
                .open();
    }

    private static Shape result() {
        return new Shape.Draft("Result")
                .maybe(URI, "achievedLevel", "resultDescription")
                .manyOf("Alignment", "alignment")
                .term(false, "status", term -> ResultStatusType.find(term).isPresent())
                .maybe(TEXT, "value")
                .open();
    }

    private static Shape resultDescription() {
        return new Shape.Draft("ResultDescription")
                .one(URI, "id")
                .one(TEXT, "name")
                .term(true, "resultType", ResultType::allows)
                .manyOf("Alignment", "alignment")
                .many(TEXT, "allowedValue")
                .maybe(URI, "requiredLevel")
                .maybe(TEXT, "requiredValue", "valueMax", "valueMin")
                .manyOf("RubricCriterionLevel", "rubricCriterionLevel")
                .open();
    }

    private static Shape level() {
        return new Shape.Draft("RubricCriterionLevel")
                .one(URI, "id")
                .one(TEXT, "name")
                .manyOf("Alignment", "alignment")
                .maybe(TEXT, "description", "level", "points")
                .open();
    }

    private static Shape address() {
        return new Shape.Draft("Address")
                .maybe(TEXT, "addressCountry", "addressRegion", "addressLocality", "streetAddress")
                .maybe(TEXT, "postOfficeBoxNumber", "postalCode")
                .maybe(COUNTRY, "addressCountryCode")
                .maybeOf("GeoCoordinates", "geo")
                .open();
    }
}
