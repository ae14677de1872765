package org.aimass.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Section 3 of the design: the street of rooms is one-way, and what stands beside it knows no room. */
class StreetTest {

    /** What stands beside the street, and what of the house each may import. */
    private static final Map<String, List<String>> BESIDE = Map.ofEntries(
            Map.entry("security", List.of("shared")),
            Map.entry("web", List.of("shared", "security", "database", "background", "operation", "engine.metrics")),
            Map.entry("operation", List.of("shared", "security", "database", "background")),
            Map.entry("api", List.of("shared", "security", "web", "background")),
            Map.entry("activity", List.of("shared", "security")),
            Map.entry("notification", List.of("shared", "security", "background")),
            Map.entry("background", List.of("shared", "security", "database")),
            Map.entry("database", List.of("shared")),
            Map.entry("child", List.of("shared", "database", "background")),
            Map.entry("engine", List.of("shared")),
            Map.entry("launcher", List.of()));

    /** Of what stands beside the street, all that a room may import. */
    private static final List<String> OPEN_TO_ROOMS = List.of(
            "security", "web", "api", "activity", "notification", "background", "database", "child", "engine.metrics");

    @TestFactory
    Stream<DynamicTest> aRoomImportsOnlyRoomsToItsLeft() {
        return IntStream.range(0, House.STREET.size()).mapToObj(i -> {
            String room = House.STREET.get(i);
            List<String> beside = room.equals("shared") ? List.of() : OPEN_TO_ROOMS;
            String[] allowed = Stream.concat(House.STREET.subList(0, i + 1).stream(), beside.stream())
                    .map(House::in)
                    .toArray(String[]::new);
            return DynamicTest.dynamicTest(room, () -> onlyImports(room, allowed));
        });
    }

    @TestFactory
    Stream<DynamicTest> whatStandsBesideTheStreetKnowsNoRoom() {
        return BESIDE.entrySet().stream().map(entry -> {
            String[] allowed = Stream.concat(Stream.of(entry.getKey()), entry.getValue().stream())
                    .map(House::in)
                    .toArray(String[]::new);
            return DynamicTest.dynamicTest(entry.getKey(), () -> onlyImports(entry.getKey(), allowed));
        });
    }

    @Test
    void everyPackageIsARoomOrStandsBesideTheStreet() {
        String[] known = Stream.concat(House.STREET.stream(), BESIDE.keySet().stream())
                .map(House::in)
                .toArray(String[]::new);
        classes().should().resideInAnyPackage(known).check(House.classes());
    }

    @Test
    void noTwoRoomsNeedEachOther() {
        slices().matching("org.aimass.(*)..").should().beFreeOfCycles().check(House.classes());
    }

    @Test
    void noTwoPartsOfTheEngineNeedEachOther() {
        slices().matching("org.aimass.engine.(*)..").should().beFreeOfCycles().check(House.classes());
    }

    @Test
    void sharedIsPlainJava() {
        classes()
                .that()
                .resideInAPackage(House.in("shared"))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", House.in("shared"))
                .check(House.classes());
    }

    @Test
    void theLauncherIsPlainJava() {
        classes()
                .that()
                .resideInAPackage(House.in("launcher"))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..", "javax.management..", "com.sun..", "sun..", "org.jspecify..", House.in("launcher"))
                .allowEmptyShould(true)
                .check(House.classes());
    }

    private static void onlyImports(String room, String... allowed) {
        DescribedPredicate<JavaClass> elsewhere = JavaClass.Predicates.resideInAPackage("org.aimass..")
                .and(DescribedPredicate.not(JavaClass.Predicates.resideInAnyPackage(allowed)))
                .as("stand where %s may not look", room);
        noClasses()
                .that()
                .resideInAPackage(House.in(room))
                .should()
                .dependOnClassesThat(elsewhere)
                .allowEmptyShould(true)
                .check(House.classes());
    }
}
