package org.laurel;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which package uses which: as measured in the class files and the imports (constants are inlined, so that class files
 * alone do not tell all), and as {@code arrows.txt} allows.
 */
final class Arrows {
    private static final String ROOT = "org.laurel.";
    private static final Path MAP = Path.of("src/test/resources/arrows.txt");
    private static final Path SOURCES = Path.of("src/main/java/org/laurel");
    private static final Pattern IMPORT =
            Pattern.compile("^import (?:static )?org\\.laurel\\.([a-z.]+)\\.[A-Z]", Pattern.MULTILINE);

    private Arrows() {}

    /** What the code does; with {@code -Dgolden.update=true} the map is written from it, to be looked at before a commit. */
    static SortedMap<String, SortedSet<String>> measured(JavaClasses house) {
        SortedMap<String, SortedSet<String>> arrows = new TreeMap<>();
        for (JavaClass from : house) {
            SortedSet<String> targets = arrows.computeIfAbsent(room(from), name -> new TreeSet<>());
            for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
                JavaClass to = dependency.getTargetClass().getBaseComponentType();
                if (to.getPackageName().startsWith(ROOT) && !room(to).equals(room(from))) {
                    targets.add(room(to));
                }
            }
        }
        imports(arrows);
        if (Boolean.getBoolean("golden.update")) {
            write(arrows);
        }
        return arrows;
    }

    /** What the map allows: one line a package, {@code package -> package package …}. */
    static SortedMap<String, SortedSet<String>> onTheMap() {
        SortedMap<String, SortedSet<String>> arrows = new TreeMap<>();
        try {
            for (String line : Files.readAllLines(MAP)) {
                if (line.isBlank() || line.startsWith("#")) {
                    continue;
                }
                String[] sides = line.split(" ->", -1);
                SortedSet<String> targets =
                        new TreeSet<>(Arrays.asList(sides[1].strip().split(" ")));
                targets.remove("");
                arrows.put(sides[0].strip(), targets);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return arrows;
    }

    private static void imports(SortedMap<String, SortedSet<String>> arrows) {
        for (Path source : sources(SOURCES)) {
            String from = SOURCES.relativize(source.getParent())
                    .toString()
                    .replace(source.getFileSystem().getSeparator(), ".");
            Matcher imported = IMPORT.matcher(text(source));
            while (imported.find()) {
                if (!imported.group(1).equals(from)) {
                    arrows.computeIfAbsent(from, name -> new TreeSet<>()).add(imported.group(1));
                }
            }
        }
    }

    /** The Java files under a folder. */
    static List<Path> sources(Path folder) {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(path -> path.toString().endsWith(".java")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file as text. */
    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(SortedMap<String, SortedSet<String>> arrows) {
        StringBuilder text = new StringBuilder(
                "# The map: package -> the packages it uses. An arrow that is not here fails the build, and one that no longer\n"
                        + "# exists does, too. Arrows point down the house; what each package is for stands in its package-info.\n");
        arrows.forEach((from, to) ->
                text.append(from).append(" -> ").append(String.join(" ", to)).append('\n'));
        try {
            Files.writeString(MAP, text.toString().replace(" -> \n", " ->\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String room(JavaClass type) {
        return type.getPackageName().substring(ROOT.length());
    }
}
