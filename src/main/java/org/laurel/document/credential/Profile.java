package org.laurel.document.credential;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An organisation or person that issues, creates, assesses or is the parent of another (OB 3.0 data model, Profile).
 *
 * @param id its identifier: a DID or URL
 * @param name its name
 * @param url its home page
 * @param phone a telephone number
 * @param description what it is
 * @param endorsement signed endorsements of it, exactly as they were signed
 * @param endorsementJwt endorsements of it as compact JWS
 * @param image its logo, PNG or SVG
 * @param email an e-mail address
 * @param address where it is
 * @param otherIdentifier identifiers that others know it by
 * @param official the name of an official
 * @param parentOrg what it is part of
 * @param familyName of a person
 * @param givenName of a person
 * @param additionalName of a person
 * @param patronymicName of a person
 * @param honorificPrefix of a person: Dr
 * @param honorificSuffix of a person: PhD
 * @param familyNamePrefix of a person: de
 * @param dateOfBirth of a person
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonIgnoreProperties(value = "type", allowGetters = true)
@JsonPropertyOrder({
    "id",
    "type",
    "name",
    "url",
    "phone",
    "description",
    "endorsement",
    "endorsementJwt",
    "image",
    "email",
    "address",
    "otherIdentifier",
    "official",
    "parentOrg",
    "familyName",
    "givenName",
    "additionalName",
    "patronymicName",
    "honorificPrefix",
    "honorificSuffix",
    "familyNamePrefix",
    "dateOfBirth"
})
public record Profile(
        String id,
        @Nullable String name,
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

        @JsonSerialize(using = ToStringSerializer.class) @JsonDeserialize(using = WireTime.DateReader.class) @Nullable LocalDate dateOfBirth) {

    /** Refuses what breaks the rules above, with a sentence that says what was expected and what came. */
    public Profile {
        Require.uri("id", id);
        Require.optionalText("name", name);
        Require.optionalUri("url", url);
        Require.optionalText("phone", phone);
        Require.optionalText("description", description);
        endorsement = Require.list(endorsement);
        endorsementJwt = Require.list(endorsementJwt);
        Require.jws("endorsementJwt", endorsementJwt);
        Require.email("email", email);
        otherIdentifier = Require.list(otherIdentifier);
        Require.optionalText("official", official);
        Require.optionalText("familyName", familyName);
        Require.optionalText("givenName", givenName);
        Require.optionalText("additionalName", additionalName);
        Require.optionalText("patronymicName", patronymicName);
        Require.optionalText("honorificPrefix", honorificPrefix);
        Require.optionalText("honorificSuffix", honorificSuffix);
        Require.optionalText("familyNamePrefix", familyNamePrefix);
    }

    /** Always {@code ["Profile"]}; written on the wire as an array, and passed over in reading. */
    @JsonProperty("type")
    public List<String> type() {
        return List.of("Profile");
    }

    /** A profile of an organisation, as most issuers show themselves. */
    public static Profile organisation(String id, String name, @Nullable String url, @Nullable String email) {
        List<ObjectNode> none = List.of();
        return new Profile(
                id, name, url, null, null, none, List.of(), null, email, null, List.of(), null, null, null, null, null,
                null, null, null, null, null);
    }
}
