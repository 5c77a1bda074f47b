package org.laurel.document.credential;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.math.BigDecimal;

/**
 * A place on the globe, WGS 84 (OB 3.0 data model, GeoCoordinates).
 *
 * @param latitude degrees north, -90 to 90
 * @param longitude degrees east, -180 to 180
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonIgnoreProperties(value = "type", allowGetters = true)
@JsonPropertyOrder({"type", "latitude", "longitude"})
public record GeoCoordinates(BigDecimal latitude, BigDecimal longitude) {

    /** Refuses what breaks the rules above, with a sentence that says what was expected and what came. */
    public GeoCoordinates {
        latitude = Require.range("latitude", latitude, BigDecimal.valueOf(-90), BigDecimal.valueOf(90));
        longitude = Require.range("longitude", longitude, BigDecimal.valueOf(-180), BigDecimal.valueOf(180));
    }

    /** Always {@code "GeoCoordinates"}; written on the wire, and passed over in reading. */
    @JsonProperty("type")
    public String type() {
        return "GeoCoordinates";
    }
}
