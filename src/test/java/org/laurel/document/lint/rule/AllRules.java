package org.laurel.document.lint.rule;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.laurel.document.lint.CredentialLinter;
import org.laurel.document.lint.LintRule;

/** Every rule of the package, as CDI would find it. */
public final class AllRules {

    private AllRules() {}

    /** A linter with all rules. */
    public static CredentialLinter linter() {
        return new CredentialLinter(list());
    }

    /** One of each. */
    public static List<LintRule> list() {
        List<LintRule> rules = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of(Rule.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .resolve("org/laurel/document/lint/rule"))) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString().replace(".class", "");
                Class<?> type = Class.forName("org.laurel.document.lint.rule." + name);
                if (LintRule.class.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers())) {
                    Constructor<?> constructor = type.getDeclaredConstructor();
                    rules.add((LintRule) constructor.newInstance());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException | ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
        return rules;
    }
}
