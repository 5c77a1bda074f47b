package org.laurel.verifying.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What came in.
 *
 * @param form {@code json}, {@code jwt}, {@code url} …
 * @param format how it is secured: {@code data-integrity}, {@code vc+jwt}, {@code jwt_vc}, {@code vc+sd-jwt}, {@code
 *     dc+sd-jwt}; null when it is not
 * @param cryptosuite the suite or JOSE algorithm; null when there is no proof
 * @param digest the SHA-256 of what was judged, {@code sha256:} and hexadecimal; null when nothing could be had
 * @param specification {@code OB 3.0 / VCDM 2.0}; null when it could not be read
 * @param asked what else was asked, so that a receipt says what its answer is to; null when nothing was
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record InputReport(
        String form,
        @Nullable String format,
        @Nullable String cryptosuite,
        @Nullable String digest,
        @Nullable String specification,
        @Nullable Asked asked) {

    /**
     * What was asked beside whether it is genuine.
     *
     * @param recipient whose it should be
     * @param challenge what its holder had to answer
     * @param domain for whom its holder had to show it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Asked(
            @Nullable String recipient,
            @Nullable String challenge,
            @Nullable String domain) {}
}
