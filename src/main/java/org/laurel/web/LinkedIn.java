package org.laurel.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.laurel.securing.proof.ProofTimes;

/** The address that puts a badge on somebody's profile at LinkedIn, by the parameters that its form reads. */
final class LinkedIn {
    private static final String FORM = "https://www.linkedin.com/profile/add?startTask=CERTIFICATION_NAME";

    private LinkedIn() {}

    /**
     * Each value percent-encoded; an end that is not known is left out.
     *
     * @param badge what was achieved, by whom, and when
     * @param url its share page
     * @param id its id
     */
    static String address(SharedBadge badge, String url, String id) {
        StringBuilder address = new StringBuilder(FORM);
        add(address, "name", badge.name());
        add(address, "organizationName", badge.issuer());
        date(badge.validFrom()).ifPresent(from -> add(address, "issue", from));
        Optional.ofNullable(badge.validUntil())
                .flatMap(LinkedIn::date)
                .ifPresent(until -> add(address, "expiration", until));
        add(address, "certUrl", url);
        add(address, "certId", id);
        return address.toString();
    }

    private static Optional<ZonedDateTime> date(String text) {
        Optional<Instant> instant = ProofTimes.read(text);
        return instant.map(one -> one.atZone(ZoneOffset.UTC));
    }

    private static void add(StringBuilder address, String beginning, ZonedDateTime date) {
        add(address, beginning + "Year", Integer.toString(date.getYear()));
        add(address, beginning + "Month", Integer.toString(date.getMonthValue()));
    }

    private static void add(StringBuilder address, String name, String value) {
        address.append('&')
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20"));
    }
}
