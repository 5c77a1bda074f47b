package org.laurel.verifying.report;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/**
 * The words of reports and their pages in one language, from the bundles {@code messages/*.properties}. An entry that is
 * not there is shown by its key: a verification does not end for want of a word.
 */
public final class Wording {
    /**
     * Beside reports: the pages of the programme, of people with an account, of awards from files, of who holds a badge, and of
     * what went wrong.
     */
    private static final List<String> BUNDLES = List.of(
            "messages/report",
            "messages/programme",
            "messages/people",
            "messages/bulk",
            "messages/holding",
            "messages/faults");

    /** The fallback. */
    public static final Wording ENGLISH = new Wording(Locale.ENGLISH);
    /** Spanish, for all regions alike. */
    public static final Wording SPANISH = new Wording(Locale.forLanguageTag("es"));

    private static final int LONGEST_HEADER = 1000;

    private final Locale language;
    private final Map<String, String> texts = new HashMap<>();
    private final Sayings sayings;

    private Wording(Locale language) {
        this.language = language;
        this.sayings = language.equals(Locale.ENGLISH) ? Sayings.NONE : Sayings.of(language.toLanguageTag());
        for (String name : BUNDLES) {
            ResourceBundle bundle = ResourceBundle.getBundle(
                    name,
                    language,
                    Wording.class.getClassLoader(),
                    ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
            bundle.keySet().forEach(key -> texts.put(key, bundle.getString(key)));
        }
    }

    /** The language that the header {@code Accept-Language} likes best (RFC 9110 §12.5.4); English when it likes none. */
    public static Wording of(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank() || acceptLanguage.length() > LONGEST_HEADER) {
            return ENGLISH;
        }
        try {
            Locale best = Locale.lookup(
                    Locale.LanguageRange.parse(acceptLanguage), List.of(ENGLISH.language, SPANISH.language));
            return SPANISH.language.equals(best) ? SPANISH : ENGLISH;
        } catch (IllegalArgumentException e) {
            return ENGLISH; // a header that cannot be read asks for nothing
        }
    }

    /** The language tag (RFC 5646): {@code en}, {@code es}. */
    public String language() {
        return language.toLanguageTag();
    }

    /** What a check said in English, in this language; in English when it has no words for it. */
    public String say(String english) {
        return sayings.say(english);
    }

    /** The language of what {@link #say} gave. */
    public String languageOf(String said) {
        return sayings.isSaid(said) ? language() : ENGLISH.language();
    }

    /** The pairs of sentences. */
    Sayings sayings() {
        return sayings;
    }

    /** The text of a key; the key when there is none. */
    public String text(String key) {
        return texts.getOrDefault(key, key);
    }

    /** The text of a key with a name in the place of {@code {0}}. */
    public String text(String key, String name) {
        return text(key).replace("{0}", name);
    }

    /** Every text whose key begins so, by the rest of its key; of all for an empty beginning. */
    public Map<String, String> texts(String beginning) {
        Map<String, String> found = new HashMap<>();
        texts.forEach((key, text) -> {
            if (key.startsWith(beginning)) {
                found.put(key.substring(beginning.length()), text);
            }
        });
        return found;
    }

    /** What a check asks; what it calls itself when there is no entry. */
    public String check(String id, String otherwise) {
        return texts.getOrDefault("check." + id, otherwise);
    }

    /** A short sentence without end mark that names a kind of problem. */
    public String title(ProblemKind kind) {
        return text("problem." + kind.code() + ".title");
    }

    /** What whoever holds the badge, or was shown it, can do about it. */
    public String advice(ProblemKind kind) {
        return text("problem." + kind.code() + ".advice");
    }

    /** What it means for the badge; that it is genuine is said only where its proof has been seen to hold. */
    public String sentence(ProblemKind kind, boolean proven) {
        String sentence = "problem." + kind.code() + ".sentence";
        return proven ? text(sentence) : texts.getOrDefault(sentence + ".unproven", text(sentence));
    }
}
