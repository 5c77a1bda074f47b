package org.laurel.issuing.citation;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.laurel.shared.fetch.FetchException;
import org.laurel.shared.fetch.Fetched;
import org.laurel.shared.fetch.Fetcher;
import org.laurel.shared.json.MalformedJsonException;
import org.laurel.shared.json.StrictJson;

/**
 * A register that answers as Crossref does: {@code GET {base}/works/{doi}} gives {@code {"message": {"title": […], "author":
 * [{"family"}], "issued": {"date-parts": [[2007]]}, "updated-by": [{"type": "retraction"}]}}}. Asked through the guarded
 * door.
 */
final class CrossrefRegister implements WorkRegister {
    private static final Set<String> TAKEN_BACK = Set.of("retraction", "withdrawal", "removal", "partial_retraction");

    private final Fetcher fetcher;
    private final String base;

    /**
     * At an address.
     *
     * @param base without a slash at its end
     */
    CrossrefRegister(Fetcher fetcher, String base) {
        this.fetcher = fetcher;
        this.base = base;
    }

    @Override
    public Uni<Answer> find(Doi doi) {
        return fetcher.get(URI.create(base + "/works/" + doi.encoded()), "application/json")
                .map(CrossrefRegister::read)
                .onFailure(FetchException.class)
                .recoverWithItem(failure -> unanswered((FetchException) failure));
    }

    private static Answer unanswered(FetchException failure) {
        return failure.status().orElse(0) == 404
                ? Answer.none()
                : Answer.unchecked("the register could not be asked: " + failure.getMessage());
    }

    private static Answer read(Fetched fetched) {
        try {
            JsonNode work = StrictJson.parse(fetched.body()).path("message");
            List<String> titles = texts(work.path("title"));
            if (titles.isEmpty()) {
                return Answer.unchecked("the register names no title");
            }
            boolean marked = titles.stream()
                    .map(title -> title.toLowerCase(Locale.ROOT))
                    .anyMatch(title -> title.startsWith("retracted:") || title.startsWith("withdrawn:"));
            return Answer.of(new RegisteredWork(titles, years(work), families(work), marked || isTakenBack(work)));
        } catch (MalformedJsonException e) {
            return Answer.unchecked("the register's answer cannot be read");
        }
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        for (JsonNode one : array) {
            if (one.isTextual() && !one.textValue().isBlank()) {
                texts.add(one.textValue());
            }
        }
        return texts;
    }

    private static List<Integer> years(JsonNode work) {
        List<Integer> years = new ArrayList<>();
        for (String member : List.of("issued", "published", "published-print", "published-online")) {
            int year = work.path(member).path("date-parts").path(0).path(0).asInt();
            if (year > 0) {
                years.add(year);
            }
        }
        return years;
    }

    private static List<String> families(JsonNode work) {
        List<String> families = new ArrayList<>();
        for (JsonNode author : work.path("author")) {
            String name = author.path("family").asText(author.path("name").asText());
            if (!name.isBlank()) {
                families.add(name);
            }
        }
        return families;
    }

    private static boolean isTakenBack(JsonNode work) {
        for (JsonNode update : work.path("updated-by")) {
            if (TAKEN_BACK.contains(update.path("type").asText().toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }
}
