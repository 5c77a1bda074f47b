package org.laurel.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class DeployFilesTest {
    private static final Pattern NAME = Pattern.compile("LAUREL_[A-Z0-9_]+");
    private static final Pattern READ = Pattern.compile("\"(LAUREL_[A-Z0-9_]+)\"");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(LAUREL_[A-Z0-9_]+)` \\|");
    private static final Path BOOT = Path.of("src/main/java/org/laurel/boot");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "deploy/development.env",
                "deploy/staging.env",
                "deploy/production.env",
                "deploy/compose.yaml",
                "deploy/Dockerfile",
                "deploy/README.md",
                "README.md"
            })
    void names_only_settings_that_are_read(String file) throws IOException {
        assertThat(names(NAME, Path.of(file))).isNotEmpty().isSubsetOf(settings());
    }

    @Test
    void the_table_of_the_readme_has_every_setting() throws IOException {
        assertThat(names(ROW, Path.of("README.md"))).isEqualTo(settings());
    }

    @ParameterizedTest
    @ValueSource(strings = {"development", "staging", "production"})
    void every_stage_names_the_same_settings(String stage) throws IOException {
        Pattern assigned = Pattern.compile("(?m)^(LAUREL_[A-Z0-9_]+)=");
        assertThat(names(assigned, Path.of("deploy", stage + ".env")))
                .isEqualTo(names(assigned, Path.of("deploy/development.env")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"staging", "production"})
    void no_secret_stands_in_a_file_of_the_project(String stage) throws IOException {
        String text = Files.readString(Path.of("deploy", stage + ".env"));
        for (String secret :
                Set.of("LAUREL_DATABASE_PASSWORD", "LAUREL_ADMIN_TOKEN", "LAUREL_MASTER_KEY", "LAUREL_MAIL_PASSWORD")) {
            assertThat(text).containsPattern("(?m)^" + secret + "=$");
        }
    }

    @Test
    void the_compose_file_is_yaml_and_keeps_to_this_machine() throws IOException {
        Map<String, Object> compose = new Yaml(new SafeConstructor(new LoaderOptions()))
                .load(Files.readString(Path.of("deploy/compose.yaml")));
        assertThat(compose).containsKey("services");
        assertThat(compose.get("services"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.map(String.class, Map.class))
                .containsKey("database")
                .allSatisfy(
                        (name, service) -> assertThat(ports(service)).as(name).allMatch(port -> port.toString()
                                .startsWith("127.0.0.1:")));
    }

    private static Iterable<?> ports(Map<?, ?> service) {
        Object ports = service.get("ports");
        return ports instanceof Iterable<?> some ? some : Set.of();
    }

    private static Set<String> settings() throws IOException {
        Set<String> names = names(READ, BOOT.resolve("Settings.java"));
        names.addAll(names(READ, BOOT.resolve("ProviderSettings.java")));
        names.addAll(names(READ, BOOT.resolve("MailSettings.java")));
        names.addAll(names(READ, BOOT.resolve("FileSettings.java")));
        assertThat(names).hasSizeGreaterThan(8);
        return names;
    }

    private static Set<String> names(Pattern pattern, Path file) throws IOException {
        Set<String> names = new TreeSet<>();
        Matcher matcher = pattern.matcher(Files.readString(file));
        while (matcher.find()) {
            names.add(matcher.group(matcher.groupCount()));
        }
        return names;
    }
}
