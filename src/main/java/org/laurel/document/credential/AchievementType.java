package org.laurel.document.credential;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Set;

/**
 * What kind of achievement it is (OB 3.0 data model, enumerations). On the wire it is the bare text.
 *
 * @param value a listed term, or a term of one's own that starts {@code ext:}
 */
public record AchievementType(@JsonValue String value) {
    /** The listed terms. */
    public static final Set<String> LISTED = Set.of(
            "Achievement",
            "ApprenticeshipCertificate",
            "Assessment",
            "Assignment",
            "AssociateDegree",
            "Award",
            "Badge",
            "BachelorDegree",
            "Certificate",
            "CertificateOfCompletion",
            "Certification",
            "CommunityService",
            "Competency",
            "Course",
            "CoCurricular",
            "Degree",
            "Diploma",
            "DoctoralDegree",
            "Fieldwork",
            "GeneralEducationDevelopment",
            "JourneymanCertificate",
            "LearningProgram",
            "License",
            "Membership",
            "ProfessionalDoctorate",
            "QualityAssuranceCredential",
            "MasterCertificate",
            "MasterDegree",
            "MicroCredential",
            "ResearchDoctorate",
            "SecondarySchoolDiploma");

    /** Refuses what is neither listed nor an extension. */
    public AchievementType {
        Terms.check("AchievementType", LISTED, value);
    }

    /** Reads a term; throws IllegalArgumentException with a sentence for people. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static AchievementType of(String value) {
        return new AchievementType(value);
    }

    /** Whether the text would be a term. */
    public static boolean allows(String value) {
        return Terms.allowed(LISTED, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
