package org.laurel.document.credential;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A postal address (OB 3.0 data model, Address).
 *
 * @param addressCountry the country's name
 * @param addressCountryCode ISO 3166-1 alpha-2
 * @param addressRegion a region
 * @param addressLocality a town
 * @param streetAddress street and number
 * @param postOfficeBoxNumber a box
 * @param postalCode a postal code
 * @param geo where it is
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonIgnoreProperties(value = "type", allowGetters = true)
@JsonPropertyOrder({
    "type",
    "addressCountry",
    "addressCountryCode",
    "addressRegion",
    "addressLocality",
    "streetAddress",
    "postOfficeBoxNumber",
    "postalCode",
    "geo"
})
public record Address(
        @Nullable String addressCountry,
        @Nullable String addressCountryCode,
        @Nullable String addressRegion,
        @Nullable String addressLocality,
        @Nullable String streetAddress,
        @Nullable String postOfficeBoxNumber,
        @Nullable String postalCode,
        @Nullable GeoCoordinates geo) {

    /** Refuses what breaks the rules above, with a sentence that says what was expected and what came. */
    public Address {
        Require.optionalText("addressCountry", addressCountry);
        Require.country("addressCountryCode", addressCountryCode);
        Require.optionalText("addressRegion", addressRegion);
        Require.optionalText("addressLocality", addressLocality);
        Require.optionalText("streetAddress", streetAddress);
        Require.optionalText("postOfficeBoxNumber", postOfficeBoxNumber);
        Require.optionalText("postalCode", postalCode);
    }

    /** Always {@code ["Address"]}; written on the wire as an array, and passed over in reading. */
    @JsonProperty("type")
    public List<String> type() {
        return List.of("Address");
    }
}
