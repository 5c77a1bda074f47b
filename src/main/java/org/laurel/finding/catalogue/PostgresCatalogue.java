package org.laurel.finding.catalogue;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.laurel.shared.origin.BaseUrl;
import org.laurel.shared.store.Database;

/** The catalogue in PostgreSQL: full text by language, and trigrams where nothing has the very words. */
@ApplicationScoped
class PostgresCatalogue implements Catalogue {
    private static final int MOST_WORDS = 12;
    private static final Comparator<Count> FREQUENT_FIRST =
            Comparator.comparingLong(Count::count).reversed().thenComparing(Count::label);
    private static final Comparator<Count> YOUNGEST_FIRST =
            Comparator.comparing(Count::value, GradeOrder.YOUNGEST_FIRST);
    private static final Pattern EXACTLY = Pattern.compile("\"|(^|\\s)-\\S");

    /**
     * The words as a query, once for each language; none where they are nothing but words too common to look for, which
     * PostgreSQL would remark on.
     */
    private static final String ASKED = "with asked as materialized (select " + query("english") + ", "
            + query("spanish") + ", " + query("simple") + ") ";

    /** A recognition that counts today. */
    private static final String STANDS = "g.withdrawn_at is null and g.valid_from <= now()"
            + " and (g.valid_until is null or g.valid_until > now())";

    /** What has the words, and of each which filters it passes. */
    private static final String FILTERED = ASKED + ", hits as (select e.*, i.slug, %s as rank,"
            + " ($2 = '' or i.slug = $2) as by_issuer, ($3 = '' or e.subjects @> array[$3]::text[]) as by_subject,"
            + " ($4 = '' or e.grades @> array[$4]::text[]) as by_grade,"
            + " ($5 = '' or e.competencies @> array[$5]::text[]) as by_competency,"
            + " ($6 = '' or exists (select 1 from recognition g join issuer o on o.issuer_no = g.issuer_no"
            + " where g.achievement_no = e.achievement_no and o.slug = $6 and " + STANDS
            + ")) as by_recogniser from catalogue_entry e"
            + " join issuer i on i.issuer_no = e.issuer_no where i.screening <> 'withdrawn' and %s) ";

    /** By the language of each entry: what is excluded in one would be found in another. */
    private static final String QUERY = "case e.language when 'english' then (select english from asked)"
            + " when 'spanish' then (select spanish from asked) else (select simple from asked) end";

    private static final String EXACT = FILTERED.formatted(
            "case when $1 = '' then 0 else coalesce(ts_rank(e.search, " + QUERY + "), 0) end",
            "($1 = '' or " + matches("english") + " or " + matches("spanish")
                    + " or e.language = 'simple' and e.search @@ (select simple from asked))");
    /** Which have, for each word, one that is much like it: looked for once, since that is dear. */
    private static final String SIMILAR = ASKED + "select e.achievement_no from catalogue_entry e join issuer i"
            + " on i.issuer_no = e.issuer_no cross join lateral (select avg(one.s) as mean, min(one.s) as least from"
            + " (select word_similarity(w, e.words) as s from unnest(string_to_array($1, ' ')) w offset 0) one) much"
            + " where i.screening <> 'withdrawn' and (" + QUERY + ") is not null and much.least >= 0.4"
            + " order by much.mean desc, e.published_at desc, e.achievement_no desc limit 500";

    /** Those with these numbers, in their order. */
    private static final String THESE = FILTERED.formatted(
            "-array_position(string_to_array($1, ',')::bigint[], e.achievement_no)",
            "e.achievement_no = any(string_to_array($1, ',')::bigint[])");

    private static final String ITEMS = "select h.public_id, h.title, h.summary, h.slug,"
            + " (select profile::jsonb ->> 'name' from issuer where slug = h.slug), h.subjects, h.grades,"
            + " h.estimated_hours::text, h.credits::text, h.reviewed, h.published_at, count(*) over () from hits h"
            + " where h.by_issuer and h.by_subject and h.by_grade and h.by_competency and h.by_recogniser"
            + " order by h.rank desc, h.published_at desc, h.achievement_no desc limit $7 offset $8";

    /** Each facet counts under the words and the other filters: what else could be chosen in it stays in sight. */
    private static final String COUNTS = counted(
                    "subject", "subjects", "$3", "by_issuer and by_grade and by_competency and by_recogniser")
            + " union all "
            + counted("grade", "grades", "$4", "by_issuer and by_subject and by_competency and by_recogniser")
            + " union all "
            + counted("competency", "competencies", "$5", "by_issuer and by_subject and by_grade and by_recogniser")
            + " union all (select 'issuer', c.slug, (select profile::jsonb ->> 'name' from issuer where slug = c.slug), c.n"
            + " from (select slug, count(*) as n from hits where by_subject and by_grade and by_competency and by_recogniser"
            + " group by slug order by (slug = $2) desc, n desc, slug limit 50) c)"
            + " union all (select 'recogniser', c.slug, (select profile::jsonb ->> 'name' from issuer where slug = c.slug),"
            + " c.n from (select o.slug, count(distinct h.achievement_no) as n from hits h join recognition g"
            + " on g.achievement_no = h.achievement_no and " + STANDS
            + " join issuer o on o.issuer_no = g.issuer_no where by_issuer and by_subject and by_grade and by_competency"
            + " group by o.slug order by (o.slug = $6) desc, n desc, o.slug limit 50) c)";

    private static String query(String language) {
        return "case when length(to_tsvector('" + language + "', $1)) > 0 then websearch_to_tsquery('" + language
                + "', $1) end as " + language;
    }

    /** Words that are too common to look for in all of a text are looked for in the title, where they are few. */
    private static String matches(String language) {
        return "e.language = '" + language + "' and (e.search @@ (select " + language + " from asked) or (select "
                + language + " from asked) is null and to_tsvector('simple', e.title) @@ (select simple from asked))";
    }

    private static String counted(String facet, String column, String chosen, String others) {
        return "(select '" + facet + "' as facet, s as value, s as label, count(*) as n from hits, unnest(" + column
                + ") s where " + others + " group by s order by (s = " + chosen + ") desc, n desc, s limit 50)";
    }

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
                    : similar(wanted, words);
        });
    }

    private Uni<Found> similar(Wanted wanted, String words) {
        return database.read(session -> Database.select(session, SIMILAR, words))
                .map(rows -> rows.stream().map(row -> String.valueOf(row[0])).collect(Collectors.joining(",")))
                .chain(numbers -> find(wanted, THESE, numbers, true));
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
        Object[] filters = {
            words, wanted.issuer(), wanted.subject(), wanted.grade(), wanted.competency(), wanted.recogniser()
        };
        Object[] all = Arrays.copyOf(filters, 8);
        all[6] = wanted.limit();
        all[7] = wanted.offset();
        return database.read(session -> Database.select(session, hits + ITEMS, all)
                .chain(items -> Database.select(session, hits + COUNTS, filters)
                        .map(counts -> new Found(
                                items.stream().map(this::entry).toList(),
                                items.isEmpty() ? 0 : (Long) items.get(0)[11],
                                similar && !items.isEmpty(),
                                new Facets(
                                        counts(counts, "subject", FREQUENT_FIRST),
                                        counts(counts, "grade", YOUNGEST_FIRST),
                                        counts(counts, "competency", FREQUENT_FIRST),
                                        counts(counts, "issuer", FREQUENT_FIRST),
                                        counts(counts, "recogniser", FREQUENT_FIRST))))));
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

    private static List<Count> counts(List<Object[]> rows, String facet, Comparator<Count> order) {
        List<Count> counts = new ArrayList<>();
        for (Object[] row : rows) {
            if (facet.equals(row[0])) {
                counts.add(
                        new Count((String) row[1], row[2] == null ? (String) row[1] : (String) row[2], (Long) row[3]));
            }
        }
        counts.sort(order);
        return counts;
    }

    private static List<String> strings(Object array) {
        return Arrays.stream((Object[]) array).map(String::valueOf).toList();
    }
}
