package org.laurel.issuing.issuer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurel.document.credential.Address;
import org.laurel.document.credential.IdentifierEntry;
import org.laurel.document.credential.Image;
import org.laurel.document.credential.Profile;
import org.laurel.shared.json.Bounds;

/**
 * What an issuer is to be: its slug, its kind ({@code issuer} when not said), its settings, why
 * an administrator lets it in without screening, and the members of an Open Badges {@link Profile}, whose id is the DID
 * that we make.
 */
public record IssuerRequest(
        @Nullable Slug slug,
        @Nullable OrganisationKind kind,
        @Nullable IssuerSettings settings,
        @Nullable String screeningReason,
        String name,
        @Nullable String url,
        @Nullable String phone,
        @Nullable String description,
        List<ObjectNode> endorsement,
        List<String> endorsementJwt,
        @Nullable Image image,
        @Nullable String email,
        @Nullable Address address,
        List<IdentifierEntry> otherIdentifier,
        @Nullable String official,
        @Nullable Profile parentOrg,
        @Nullable String familyName,
        @Nullable String givenName,
        @Nullable String additionalName,
        @Nullable String patronymicName,
        @Nullable String honorificPrefix,
        @Nullable String honorificSuffix,
        @Nullable String familyNamePrefix,
        @Nullable LocalDate dateOfBirth) {

    /** Checks the members as a profile's. */
    public IssuerRequest {
        Bounds.within("screeningReason", screeningReason, 2000);
        settings = settings == null ? IssuerSettings.DEFAULT : settings;
        new Profile(
                "urn:laurel:checked",
                name,
                url,
                phone,
                description,
                endorsement,
                endorsementJwt,
                image,
                email,
                address,
                otherIdentifier,
                official,
                parentOrg,
                familyName,
                givenName,
                additionalName,
                patronymicName,
                honorificPrefix,
                honorificSuffix,
                familyNamePrefix,
                dateOfBirth);
    }

    /** The profile with this id. */
    public Profile profile(String did) {
        return new Profile(
                did,
                name,
                url,
                phone,
                description,
                endorsement,
                endorsementJwt,
                image,
                email,
                address,
                otherIdentifier,
                official,
                parentOrg,
                familyName,
                givenName,
                additionalName,
                patronymicName,
                honorificPrefix,
                honorificSuffix,
                familyNamePrefix,
                dateOfBirth);
    }

    /** The settings; the defaults when none were given. */
    public IssuerSettings settingsOrDefault() {
        return settings == null ? IssuerSettings.DEFAULT : settings;
    }
}
