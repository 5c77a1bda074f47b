package org.laurel;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which package uses which: as measured in the class files, and as {@code arrows.txt} allows. */
final class Arrows {
    private static final String ROOT = "org.laurel.";
    private static final Path MAP = Path.of("src/test/resources/arrows.txt");

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
