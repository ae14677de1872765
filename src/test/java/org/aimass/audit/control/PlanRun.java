package org.aimass.audit.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.aimass.audit.entity.AuditOutcome;
import org.aimass.audit.entity.AuditPlan;

/** The job of a plan, run by the engine on the files beside it, and its outcome read as the portal reads it. */
final class PlanRun {

    private PlanRun() {}

    static AuditOutcome of(AuditPlan plan, Path folder) throws Exception {
        assertEquals(plan, PlanJson.read(PlanJson.write(plan)));
        Files.writeString(folder.resolve("job.json"), PlanJson.job(plan, 1, name -> name));
        Process engine = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--add-opens=java.base/java.nio=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.aimass.engine.cli.EngineMain",
                        "run",
                        "job.json",
                        "--out",
                        "outcome.json")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(engine.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, engine.waitFor(), said);
        return OutcomeReader.read(Files.readAllBytes(folder.resolve("outcome.json")), plan);
    }
}
