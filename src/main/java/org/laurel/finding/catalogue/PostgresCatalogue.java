package org.laurel.finding.catalogue;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.laurel.shared.origin.BaseUrl;
import org.laurel.shared.store.Database;

/** The catalogue in PostgreSQL: full text by language, and trigrams where nothing has the very words. */
@ApplicationScoped
class PostgresCatalogue implements Catalogue {
    private static final int MOST_WORDS = 12;
    private static final Pattern EXACTLY = Pattern.compile("\"|(^|\\s)-\\S");

    private static final String FILTERED = "with hits as (select e.*, i.slug, %s as rank from catalogue_entry e"
            + " join issuer i on i.issuer_no = e.issuer_no where i.screening <> 'withdrawn'"
            + " and ($2 = '' or i.slug = $2) and ($3 = '' or e.subjects @> array[$3]::text[])"
            + " and ($4 = '' or e.grades @> array[$4]::text[]) and ($5 = '' or e.competencies @> array[$5]::text[]) and %s) ";

    /** By the language of each entry: what is excluded in one would be found in another. */
    private static final String QUERY = "case e.language when 'english' then websearch_to_tsquery('english', $1)"
            + " when 'spanish' then websearch_to_tsquery('spanish', $1) else websearch_to_tsquery('simple', $1) end";

    private static final String MATCHES = "($1 = '' or e.language = 'english' and e.search @@"
            + " websearch_to_tsquery('english', $1) or e.language = 'spanish' and e.search @@"
            + " websearch_to_tsquery('spanish', $1) or e.language = 'simple' and e.search @@"
            + " websearch_to_tsquery('simple', $1))";
    private static final String EXACT =
            FILTERED.formatted("case when $1 = '' then 0 else ts_rank(e.search, " + QUERY + ") end", MATCHES);
    /** Each word has to be much like one that is there. */
    private static final String SIMILAR = FILTERED.formatted(
            "(select avg(word_similarity(w, e.words)) from unnest(string_to_array($1, ' ')) w)",
            "(select bool_and(word_similarity(w, e.words) >= 0.4) from unnest(string_to_array($1, ' ')) w)");

    private static final String ITEMS = "select h.public_id, h.title, h.summary, h.slug,"
            + " (select profile::jsonb ->> 'name' from issuer where slug = h.slug), h.subjects, h.grades,"
            + " h.estimated_hours::text, h.credits::text, h.reviewed, h.published_at, count(*) over () from hits h"
            + " order by h.rank desc, h.published_at desc, h.achievement_no desc limit $6 offset $7";
    private static final String COUNTS = "(select 'subject' as facet, s as value, s as label, count(*) as n from hits,"
            + " unnest(subjects) s group by s order by n desc, s limit 50)"
            + " union all (select 'grade', s, s, count(*) as n from hits, unnest(grades) s group by s order by n desc, s"
            + " limit 50)"
            + " union all (select 'competency', s, s, count(*) as n from hits, unnest(competencies) s group by s"
            + " order by n desc, s limit 50)"
            + " union all (select 'issuer', c.slug, (select profile::jsonb ->> 'name' from issuer where slug = c.slug), c.n"
            + " from (select slug, count(*) as n from hits group by slug order by n desc, slug limit 50) c)";

    private final Database database;
    private final BaseUrl base;

    PostgresCatalogue(Database database, BaseUrl base) {
        this.database = database;
        this.base = base;
    }

    @Override
    public Uni<Found> find(Wanted wanted) {
        return find(wanted, EXACT, wanted.words(), false).chain(found -> {
            String words = folded(wanted.words());
            return found.total() > 0 || words.isEmpty() || wanted.offset() > 0
                    ? Uni.createFrom().item(found)
                    : find(wanted, SIMILAR, words, true);
        });
    }

    /** Words alone, a few of them, one space between; none when somebody says more than words: a phrase, or what is not meant. */
    private static String folded(String words) {
        if (EXACTLY.matcher(words).find()) {
            return "";
        }
        List<String> all = Arrays.stream(words.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> word.length() > 2)
                .limit(MOST_WORDS)
                .toList();
        return String.join(" ", all);
    }

    private Uni<Found> find(Wanted wanted, String hits, String words, boolean similar) {
        Object[] filters = {words, wanted.issuer(), wanted.subject(), wanted.grade(), wanted.competency()};
        Object[] all = Arrays.copyOf(filters, 7);
        all[5] = wanted.limit();
        all[6] = wanted.offset();
        return database.read(session -> Database.select(session, hits + ITEMS, all)
                .chain(items -> Database.select(session, hits + COUNTS, filters)
                        .map(counts -> new Found(
                                items.stream().map(this::entry).toList(),
                                items.isEmpty() ? 0 : (Long) items.get(0)[11],
                                similar && !items.isEmpty(),
                                new Facets(
                                        counts(counts, "subject"),
                                        counts(counts, "grade"),
                                        counts(counts, "competency"),
                                        counts(counts, "issuer"))))));
    }

    private Entry entry(Object[] row) {
        String slug = (String) row[3];
        String name = row[4] == null ? slug : (String) row[4];
        return new Entry(
                (String) row[0],
                base.achievement((String) row[0]),
                (String) row[1],
                (String) row[2],
                new Offerer(slug, name, base.issuer(slug)),
                strings(row[5]),
                strings(row[6]),
                number((String) row[7]),
                number((String) row[8]),
                (Boolean) row[9],
                Database.instant(row[10]));
    }

    private static @Nullable BigDecimal number(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }

    private static List<Count> counts(List<Object[]> rows, String facet) {
        List<Count> counts = new ArrayList<>();
        for (Object[] row : rows) {
            if (facet.equals(row[0])) {
                counts.add(
                        new Count((String) row[1], row[2] == null ? (String) row[1] : (String) row[2], (Long) row[3]));
            }
        }
        return counts;
    }

    private static List<String> strings(Object array) {
        return Arrays.stream((Object[]) array).map(String::valueOf).toList();
    }
}
