package org.aimass.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import org.junit.jupiter.api.Test;

/** Section 3 of the design: what boundary, control and entity of a room may touch. */
class RoomTest {

    private static final String BOUNDARY = "org.aimass.*.boundary..";
    private static final String CONTROL = "org.aimass.*.control..";
    private static final String ENTITY = "org.aimass.*.entity..";

    @Test
    void anEntityLooksInward() {
        noClasses()
                .that()
                .resideInAPackage(ENTITY)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        BOUNDARY,
                        CONTROL,
                        "java.nio.file..",
                        "java.net..",
                        "java.sql..",
                        "javax.sql..",
                        "jakarta.enterprise..",
                        "jakarta.inject..",
                        "jakarta.transaction..",
                        "jakarta.faces..",
                        "jakarta.ws.rs..",
                        "jakarta.servlet..",
                        "org.primefaces..",
                        "org.aimass.web..",
                        "org.aimass.child..",
                        "org.aimass.background..")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.time.Clock")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("jakarta.persistence.EntityManager")
                .allowEmptyShould(true)
                .check(House.classes());
    }

    @Test
    void controlKnowsNoCaller() {
        noClasses()
                .that()
                .resideInAPackage(CONTROL)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        BOUNDARY,
                        "jakarta.faces..",
                        "jakarta.ws.rs..",
                        "jakarta.servlet..",
                        "org.primefaces..",
                        "org.aimass.web..")
                .allowEmptyShould(true)
                .check(House.classes());
    }

    @Test
    void aBoundaryTouchesNoDatabase() {
        noClasses()
                .that()
                .resideInAPackage(BOUNDARY)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "jakarta.persistence..",
                        "jakarta.transaction..",
                        "java.sql..",
                        "javax.sql..",
                        "org.aimass.database..")
                .allowEmptyShould(true)
                .check(House.classes());
    }

    @Test
    void aBoundaryDoesNoArithmeticOnMetrics() {
        noClasses()
                .that()
                .resideInAPackage(BOUNDARY)
                .should()
                .dependOnClassesThat()
                .haveNameMatching(
                        "org\\.aimass\\.engine\\.metrics\\.(?!MetricValue|Uncertainty|Interval|Measurement|Fraction|GroupSummary|GroupCounts|RocCurve|ReliabilityBin|ScoreStep|Distributions|BinnedRows|PairTest|TestResult|Proportion$|SliceFindings|WorstSlices|ErrorTradeOff|Transcripts|SnippetErrors|Edits|BenchmarkNote|QuotedAnswers).*")
                .allowEmptyShould(true)
                .check(House.classes());
    }

    /** The engine reads Parquet files by SQL, in memory, without a database. */
    @Test
    void onlyControlTouchesTheDatabase() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        CONTROL,
                        "org.aimass.activity..",
                        "org.aimass.background..",
                        "org.aimass.database..",
                        "org.aimass.engine.data..",
                        "org.aimass.engine.bench..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("jakarta.persistence.EntityManager")
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..")
                .check(House.classes());
    }

    @Test
    void onlyWebAndTheLauncherSetUpTheLog() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "org.aimass.web..",
                        "org.aimass.operation..",
                        "org.aimass.launcher..",
                        "org.aimass.engine.demo..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.util.logging..")
                .because("the rooms write to System.Logger; the demonstration only quietens the library it trains with")
                .check(House.classes());
    }

    @Test
    void nothingWritesToTheStandardStreams() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.aimass.engine.cli..", "org.aimass.launcher..")
                .should(com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS)
                .check(House.classes());
    }

    @Test
    void faultsHaveNamesOfTheirOwn() {
        noClasses()
                .should(com.tngtech.archunit.library.GeneralCodingRules.THROW_GENERIC_EXCEPTIONS)
                .check(House.classes());
    }

    /** The server does not deploy a portal with one. */
    @Test
    void whatTheServerCallsAtBeginAndEndThrowsNothingChecked() {
        methods()
                .that()
                .areAnnotatedWith(PostConstruct.class)
                .or()
                .areAnnotatedWith(PreDestroy.class)
                .should()
                .notDeclareThrowableOfType(Exception.class)
                .check(House.classes());
    }

    @Test
    void aRoomHasNoOtherParts() {
        for (String room : House.STREET.subList(1, House.STREET.size())) {
            classes()
                    .that()
                    .resideInAPackage(House.in(room))
                    .should()
                    .resideInAnyPackage(BOUNDARY, CONTROL, ENTITY, "org.aimass." + room)
                    .allowEmptyShould(true)
                    .check(House.classes());
        }
    }
}
