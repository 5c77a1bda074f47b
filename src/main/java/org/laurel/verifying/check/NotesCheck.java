package org.laurel.verifying.check;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.laurel.verifying.report.CheckOutcome;
import org.laurel.verifying.report.CheckResult;
import org.laurel.verifying.report.Problem;
import org.laurel.verifying.report.ProblemKind;

/**
 * What else does it name that people may want to follow? Where it can be had anew, on which terms, and on what evidence:
 * told, and never fetched.
 */
@Singleton
final class NotesCheck extends Check {
    private static final List<Map.Entry<String, String>> MEMBERS = List.of(
            Map.entry("refreshService", "a refresh service"),
            Map.entry("termsOfUse", "terms of use"),
            Map.entry("evidence", "evidence"));

    private static final int MOST = 20;
    private static final int LONGEST = 200;
    private static final Pattern NAME = Pattern.compile("(?:[a-z0-9_-]{1,63}\\.)++[a-z][a-z0-9-]{0,62}");
    private static final Set<String> LOCAL = Set.of("localhost", "local", "internal", "lan", "arpa", "test", "invalid");

    NotesCheck() {
        super("notes", "What else it says", "VCDM 2.0 §5.4, §5.5, §5.6", false, Set.of("parse"));
    }

    @Override
    public Uni<Examined> run(Examination examination) {
        List<String> notes = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (Map.Entry<String, String> member : MEMBERS) {
            List<Placed> named = Placed.each(
                    examination.credential().document().json().path(member.getKey()), "/" + member.getKey());
            if (!named.isEmpty()) {
                notes.add("it names " + member.getValue() + ": " + list(named));
            }
            named.stream()
                    .limit(MOST)
                    .filter(one -> !isSafe(address(one)))
                    .forEach(one -> problems.add(new Problem(
                            ProblemKind.UNSAFE_ADDRESS,
                            "expected an https address of a public host, got " + brief(address(one)),
                            one.pointer())));
        }
        if (notes.isEmpty()) {
            return now(
                    CheckResult.skipped("it names no refresh service, no terms of use and no evidence"), examination);
        }
        String reason = String.join("; ", notes) + "; nothing of it was fetched";
        CheckOutcome outcome = problems.isEmpty() ? CheckOutcome.PASSED : CheckOutcome.WARNING;
        return now(new CheckResult(outcome, reason, problems), examination);
    }

    private static String list(List<Placed> named) {
        String words = named.stream()
                .limit(MOST)
                .map(one -> Stream.of(types(one), brief(address(one)))
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining(" ")))
                .map(text -> text.isEmpty() ? "one without an address" : text)
                .collect(Collectors.joining(", "));
        return named.size() > MOST ? words + " and " + (named.size() - MOST) + " more" : words;
    }

    private static String types(Placed one) {
        return Placed.each(one.json().path("type"), "").stream()
                .map(type -> brief(type.json().asText("")))
                .limit(MOST)
                .collect(Collectors.joining("/"));
    }

    /** The id; some refresh services write the address in another member. */
    private static String address(Placed one) {
        String id = one.json().isTextual()
                ? one.json().textValue()
                : one.json().path("id").asText("");
        return id.isEmpty() ? one.json().path("url").asText("") : id;
    }

    /** Of what is no web address nobody can follow anything. */
    private static boolean isSafe(String address) {
        String lower = address.toLowerCase(Locale.ROOT);
        if (!lower.startsWith("http:") && !lower.startsWith("https:")) {
            return true;
        }
        try {
            String host = URI.create(lower).getHost();
            return lower.startsWith("https:")
                    && host != null
                    && NAME.matcher(host).matches()
                    && !LOCAL.contains(host.substring(host.lastIndexOf('.') + 1));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String brief(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
