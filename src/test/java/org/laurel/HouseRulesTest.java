package org.laurel;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameContaining;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameStartingWith;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.laurel.document.lint.LintedCredential;
import org.laurel.securing.proof.SecuredCredential;
import org.laurel.securing.proof.VerifiedProof;

/** What the build holds the house to: the map of packages and its arrows ({@code arrows.txt}), and a few habits. */
class HouseRulesTest {
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.laurel");

    @Test
    void every_arrow_is_on_the_map_and_every_arrow_on_the_map_exists() {
        assertThat(Arrows.measured(HOUSE)).isEqualTo(Arrows.onTheMap());
    }

    @Test
    void there_are_no_cycles() {
        slices().matching("org.laurel.(**)").should().beFreeOfCycles().check(HOUSE);
    }

    @Test
    void every_package_says_its_job_and_is_null_marked() {
        for (String name : Arrows.measured(HOUSE).keySet()) {
            JavaPackage room = HOUSE.getPackage("org.laurel." + name);
            assertThat(room.isAnnotatedWith(NullMarked.class)).as(name).isTrue();
        }
    }

    @Test
    void names_say_what_a_thing_is() {
        classes()
                .should()
                .haveSimpleNameNotEndingWith("Util")
                .andShould()
                .haveSimpleNameNotEndingWith("Utils")
                .andShould()
                .haveSimpleNameNotEndingWith("Helper")
                .andShould()
                .haveSimpleNameNotEndingWith("Manager")
                .andShould()
                .haveSimpleNameNotEndingWith("Impl")
                .check(HOUSE);
    }

    @Test
    void http_stays_at_the_doors() {
        noClasses()
                .that(not(simpleNameEndingWith("Resource"))
                        .and(not(simpleNameEndingWith("Mapper")))
                        .and(not(simpleNameEndingWith("Filter")))
                        .and(not(resideInAnyPackage("org.laurel.shared.door", "org.laurel.web", "org.laurel.hosting"))))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jakarta.ws.rs..")
                .check(HOUSE);
    }

    /** The stateless session is the transaction that stores hand along (docs/decisions/001); the rest of Hibernate is theirs. */
    @Test
    void persistence_stays_in_rows_and_postgres_classes() {
        noClasses()
                .that(not(simpleNameEndingWith("Row"))
                        .and(not(resideInAPackage("org.laurel.shared.store")))
                        .and(not(simpleNameStartingWith("Postgres")))
                        .and(not(simpleNameContaining("Row"))))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.persistence..", "org.hibernate.annotations..")
                .check(HOUSE);
    }

    @Test
    void only_one_door_leads_out() {
        noClasses()
                .that(not(resideInAPackage("org.laurel.shared.fetch")))
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("io.vertx.core.http.HttpClient")
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("java.net.http..")
                .check(HOUSE);
    }

    @Test
    void jose_stays_in_securing() {
        noClasses()
                .that(not(resideInAPackage("org.laurel.securing..")))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.nimbusds..")
                .check(HOUSE);
    }

    @Test
    void time_and_chance_come_in_by_constructor() {
        noClasses()
                .that(not(resideInAPackage("org.laurel.boot")))
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callConstructor(Random.class)
                .orShould()
                .callConstructor(java.security.SecureRandom.class)
                .check(HOUSE);
    }

    @Test
    void nothing_is_injected_into_fields() {
        fields().should().notBeAnnotatedWith("jakarta.inject.Inject").check(HOUSE);
    }

    @Test
    void stages_have_one_maker() {
        noClasses()
                .that(not(resideInAPackage("org.laurel.document.lint")))
                .should()
                .callConstructorWhere(target(owner(type(LintedCredential.class))))
                .check(HOUSE);
        for (Class<?> stage : new Class<?>[] {SecuredCredential.class, VerifiedProof.class}) {
            noClasses()
                    .that(not(resideInAPackage("org.laurel.securing.proof..")))
                    .should()
                    .callConstructorWhere(target(owner(type(stage))))
                    .check(HOUSE);
        }
    }
}
