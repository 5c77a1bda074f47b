package org.laurel.notifying.webhook;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.laurel.shared.fetch.Callbacks;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.shared.problem.Violation;

/**
 * What is to be told to which address.
 *
 * @param url an https URL of a host with public addresses
 * @param types types of events, or {@code credential.*}; everything when left out
 */
record WebhookRequest(String url, @Nullable List<String> types) {
    private static final Pattern TYPE = Pattern.compile("[a-z]{1,40}\\.(\\*|[a-z][a-z-]{0,59})");
    private static final int MOST_TYPES = 50;

    /** What is wanted; a 422 problem names every fault. */
    Webhooks.Wanted wanted(Callbacks callbacks) {
        List<Violation> faults = new ArrayList<>();
        Optional<URI> address = address();
        String hindrance = address.map(uri -> callbacks.hindrance(uri).orElse(""))
                .orElse("expected an https URL such as https://lms.example.org/laurel");
        if (!hindrance.isEmpty()) {
            faults.add(new Violation("/url", "invalid", "url: " + hindrance + "."));
        }
        List<String> wished = types == null ? List.of() : types;
        if (wished.size() > MOST_TYPES) {
            faults.add(new Violation("/types", "invalid", "types: expected at most " + MOST_TYPES + "."));
        }
        for (int i = 0; i < Math.min(wished.size(), MOST_TYPES); i++) {
            if (!TYPE.matcher(wished.get(i)).matches()) {
                faults.add(new Violation(
                        "/types/" + i,
                        "invalid",
                        "types: expected the type of an event such as credential.awarded, or credential.*."));
            }
        }
        if (!faults.isEmpty()) {
            throw ProblemException.of(ProblemType.INVALID, faults);
        }
        return new Webhooks.Wanted(
                address.orElseThrow(), wished.stream().distinct().toList());
    }

    private Optional<URI> address() {
        try {
            return Optional.of(new URI(url)).filter(uri -> uri.getHost() != null && uri.getRawFragment() == null);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
