package org.laurel;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.laurel.document.lint.LintedCredential;
import org.laurel.issuing.award.AwardCredential;
import org.laurel.securing.proof.SecuredCredential;
import org.laurel.securing.proof.VerifiedProof;

/** What the build holds the house to: the map of packages and its arrows ({@code arrows.txt}), and its habits. */
class HouseRulesTest {
    private static final JavaClasses HOUSE = new ClassFileImporter().importPath(Path.of("target", "classes"));
    private static final SortedMap<String, SortedSet<String>> FOUND = Arrows.measured(HOUSE);
    private static final Path MAIN = Path.of("src/main/java");
    private static final Path TESTS = Path.of("src/test/java");

    /** Found through CDI, so that a new signature suite or rule is one new file. */
    private static final Set<String> NAMED_BY_NOBODY =
            Set.of("securing.proof.jwt", "securing.proof.dataintegrity", "document.lint.rule");

    /** The doors' shared mechanisms, which build responses. */
    private static final Set<String> DOORS = Set.of(
            "org.laurel.shared.door.OnceOnly",
            "org.laurel.shared.door.Paging",
            "org.laurel.shared.door.Responses",
            "org.laurel.hosting.Hosted",
            "org.laurel.web.Html");

    /** The session is the transaction handed along: it may stand in a store's signature, nothing else of Hibernate may. */
    private static final String SESSION = "org.hibernate.reactive.mutiny.Mutiny$StatelessSession";

    /** Shared mechanisms that are their own store: one implementation, so no interface and no Postgres class beside it. */
    private static final Set<String> STORES = Set.of(
            "org.laurel.boot.Installation",
            "org.laurel.shared.door.OnceOnlyAnswers",
            "org.laurel.shared.outbox.Outbox",
            "org.laurel.shared.sealing.PersonKeys");

    private static final Pattern FIRST_SENTENCE = Pattern.compile("^/\\*\\* \\S.*\\.(?: \\*/|\\n)", Pattern.DOTALL);
    private static final Pattern VAGUE = Pattern.compile(".*(Utils?|Helper|Manager|Impl)$");

    @Test
    void every_arrow_is_on_the_map_and_every_arrow_on_the_map_exists() {
        assertThat(FOUND).isEqualTo(Arrows.onTheMap());
    }

    @Test
    void there_are_no_cycles() {
        slices().matching("org.laurel.(**)").should().beFreeOfCycles().check(HOUSE);
    }

    @Test
    void every_package_says_its_job_and_is_null_marked() {
        List<String> faults = new ArrayList<>();
        Set<Path> folders = new TreeSet<>();
        Arrows.sources(MAIN).forEach(source -> folders.add(source.getParent()));
        Arrows.sources(TESTS).forEach(source -> folders.add(source.getParent()));
        for (Path folder : folders) {
            Path info = folder.resolve("package-info.java");
            Path main = MAIN.resolve(TESTS.relativize(folder)).resolve("package-info.java");
            if (!Files.exists(info) && folder.startsWith(TESTS) && Files.exists(main)) {
                continue; // one package, two folders: one package-info
            }
            String text = Files.exists(info) ? Arrows.text(info) : "";
            if (!text.contains("@NullMarked\npackage ")
                    || !FIRST_SENTENCE.matcher(text).find()) {
                faults.add(folder.toString());
            }
        }
        assertThat(faults)
                .as("folders without package-info, its sentence or @NullMarked")
                .isEmpty();
    }

    @Test
    void verifying_judges_strangers_exactly_as_ours() {
        FOUND.forEach((from, used) -> {
            if (from.startsWith("verifying")) {
                assertThat(used).as(from).noneMatch(to -> to.startsWith("issuing") || to.startsWith("hosting"));
            }
        });
    }

    @Test
    void signature_suites_and_lint_rules_are_found_not_named() {
        FOUND.forEach((from, used) -> assertThat(used).as(from).doesNotContainAnyElementsOf(NAMED_BY_NOBODY));
    }

    @Test
    void only_doors_speak_jax_rs() {
        assertThat(users(
                        type -> type.getName().startsWith("jakarta.ws.rs"),
                        name -> name.matches(".*(Resource|Parameters|Mapper|Filter)") || DOORS.contains(name)))
                .isEmpty();
    }

    @Test
    void only_stores_speak_hibernate() {
        assertThat(users(
                        HouseRulesTest::isHibernate,
                        name -> name.matches(".*\\.([A-Za-z]*Row|Postgres[A-Za-z]*)")
                                || STORES.contains(name)
                                || in(name, "shared.store")))
                .isEmpty();
    }

    @Test
    void only_the_guarded_door_leads_out() {
        assertThat(users(
                        type -> type.getName()
                                .matches(
                                        "io\\.vertx\\.(mutiny\\.)?core\\.http\\.HttpClient.*"
                                                + "|io\\.vertx\\.(mutiny\\.)?ext\\.web\\.client\\..*"
                                                + "|java\\.net\\.(http\\..*|URLConnection|HttpURLConnection|URL|Socket)"
                                                + "|(jakarta\\.ws\\.rs\\.client|org\\.eclipse\\.microprofile\\.rest\\.client)\\..*"),
                        name -> in(name, "shared.fetch")))
                .isEmpty();
    }

    @Test
    void only_securing_knows_signatures() {
        // and the words of a provider, which are messages of a protocol of its own, judged by a library
        assertThat(users(
                        type -> type.getName()
                                .matches("(com\\.nimbusds|org\\.jose4j)\\..*|java\\.security\\.Signature"),
                        name -> name.startsWith("org.laurel.securing.") || in(name, "access.oidc")))
                .isEmpty();
    }

    @Test
    void time_and_chance_are_injected() {
        assertThat(accesses(HouseRulesTest::readsClockOrChance, name -> name.equals("org.laurel.boot.Providers")))
                .isEmpty();
    }

    @Test
    void randomness_is_made_in_boot() {
        assertThat(accesses(access -> makes(access, "java.security.SecureRandom"), name -> in(name, "boot")))
                .isEmpty();
    }

    @Test
    void nothing_is_injected_into_fields() {
        List<String> fields = HOUSE.stream()
                .flatMap(type -> type.getFields().stream())
                .filter(HouseRulesTest::isInjected)
                .map(JavaField::getFullName)
                .toList();
        assertThat(fields).isEmpty();
    }

    @Test
    void no_class_has_a_name_that_says_nothing() {
        assertThat(HOUSE.stream().map(JavaClass::getSimpleName))
                .noneMatch(name -> VAGUE.matcher(name).matches());
    }

    @Test
    void each_stage_of_a_credential_has_one_maker() {
        // a template has been judged by the linter, and has one in 256 of what is made of it judged again
        assertThat(made(LintedCredential.class.getName(), name -> name.matches(".*\\.Credential(Linter|Template)")))
                .isEmpty();
        assertThat(made(SecuredCredential.class.getName(), name -> name.startsWith("org.laurel.securing.proof.")))
                .isEmpty();
        assertThat(made(VerifiedProof.class.getName(), name -> name.startsWith("org.laurel.securing.proof.")))
                .isEmpty();
        String award = AwardCredential.class.getPackageName();
        assertThat(made(award + ".ValidatedAward", name -> name.equals(award + ".AwardValidator")))
                .isEmpty();
    }

    /** Who depends on a type that the predicate names, but may not. */
    private static List<String> users(Predicate<JavaClass> types, Predicate<String> may) {
        return HOUSE.stream()
                .filter(type -> !may.test(outermost(type)))
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(dependency -> types.test(dependency.getTargetClass().getBaseComponentType()))
                .map(Dependency::getDescription)
                .toList();
    }

    private static List<String> accesses(Predicate<JavaAccess<?>> accesses, Predicate<String> may) {
        return HOUSE.stream()
                .filter(type -> !may.test(outermost(type)))
                .flatMap(type -> type.getAccessesFromSelf().stream())
                .filter(accesses)
                .map(JavaAccess::getDescription)
                .toList();
    }

    /** Who calls a constructor of the type but may not; the type must be there. */
    private static List<String> made(String type, Predicate<String> may) {
        HOUSE.get(type);
        Stream<String> found = accesses(access -> makes(access, type), may).stream();
        return found.toList();
    }

    private static boolean makes(JavaAccess<?> access, String type) {
        return access.getTargetOwner().getName().equals(type)
                && access.getTarget().getName().equals("<init>");
    }

    private static boolean readsClockOrChance(JavaAccess<?> access) {
        String called =
                access.getTargetOwner().getName() + "." + access.getTarget().getName();
        boolean now = called.matches("java\\.time\\.[A-Za-z]+\\.now")
                && !access.getTarget().getFullName().contains("(java.time.Clock)");
        return now
                || called.matches("java\\.time\\.Clock\\.(system|tick)[A-Za-z]*"
                        + "|java\\.lang\\.(System\\.currentTimeMillis|Math\\.random)"
                        + "|java\\.util\\.(Random|Date|SplittableRandom)\\.<init>"
                        + "|java\\.util\\.concurrent\\.ThreadLocalRandom\\.current");
    }

    private static boolean isInjected(JavaField field) {
        return Stream.of(
                        "jakarta.inject.Inject",
                        "org.eclipse.microprofile.config.inject.ConfigProperty",
                        "jakarta.ws.rs.core.Context",
                        "io.quarkus.arc.All")
                .anyMatch(field::isAnnotatedWith);
    }

    private static boolean isHibernate(JavaClass type) {
        return type.getName().matches("(org\\.hibernate|jakarta\\.persistence)\\..*")
                && !type.getName().equals(SESSION);
    }

    private static boolean in(String name, String room) {
        return name.matches("org\\.laurel\\." + Pattern.quote(room) + "\\.[A-Z][A-Za-z]*");
    }

    private static String outermost(JavaClass type) {
        int inner = type.getName().indexOf('$');
        return inner < 0 ? type.getName() : type.getName().substring(0, inner);
    }
}
