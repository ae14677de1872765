package org.aimass.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import org.junit.jupiter.api.Test;

/** The engine is plain Java, and native code stays in its rooms. */
class EngineTest {

    @Test
    void theEngineKnowsNoJakartaAndNoDatabase() {
        noClasses()
                .that()
                .resideInAPackage("org.aimass.engine..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta..", "org.eclipse.microprofile..", "org.primefaces..", "com.nimbusds..")
                .check(House.classes());
    }

    @Test
    void theMetricsAreJavaAndNothingElse() {
        classes()
                .that()
                .resideInAPackage("org.aimass.engine.metrics..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", "org.aimass.engine.metrics..")
                .check(House.classes());
    }

    @Test
    void onnxRuntimeStaysInInference() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.aimass.engine.inference..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("ai.onnxruntime..")
                .check(House.classes());
    }

    @Test
    void sparkStaysInItsRoom() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.aimass.engine.spark..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.spark..")
                .check(House.classes());
    }

    @Test
    void theReadersOfFilesStayInTheEngine() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.aimass.engine..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.duckdb..", "de.siegmar..", "org.tribuo..", "ai.onnxruntime..", "com.google.protobuf..")
                .because("the portal itself never opens an uploaded file")
                .check(House.classes());
    }
}
