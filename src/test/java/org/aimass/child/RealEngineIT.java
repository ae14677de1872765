package org.aimass.child;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aimass.dataset.entity.ColumnType;
import org.aimass.dataset.entity.Profile;
import org.aimass.registry.entity.ModelSignature;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The engine as it is shipped, behind the walls and under the limits that the portal gives it. */
class RealEngineIT {

    private static final long MEMORY = 6L << 30;

    @TempDir
    Path data;

    private SandboxedProcess.Result run(Sandbox sandbox, Path input, String fixedName, String... arguments)
            throws Exception {
        Walls.demand(sandbox);
        JobFolders folders = new JobFolders(data.toString());
        SandboxedProcess processes =
                new SandboxedProcess(Optional.of("target/aimass-engine.jar"), "preferred", folders);
        processes.use(sandbox);
        try {
            return processes.run(
                    EngineCommand.answering(
                            List.of(arguments), Map.of(fixedName, input), 16 << 20, Duration.ofSeconds(60), MEMORY),
                    line -> {},
                    () -> false);
        } finally {
            folders.stop();
        }
    }

    @ParameterizedTest
    @EnumSource
    void leavesItsOutcomeWhereThePortalReadsIt(Sandbox sandbox) throws Exception {
        Walls.demand(sandbox);
        JobFolders folders = new JobFolders(data.toString());
        SandboxedProcess processes =
                new SandboxedProcess(Optional.of("target/aimass-engine.jar"), "preferred", folders);
        processes.use(sandbox);
        try {
            SandboxedProcess.Result result = processes.run(
                    new EngineCommand(
                            List.of("run", "job.json", "--out", "outcome.json"),
                            Map.of("data.csv", file("y,p\n1,1\n0,0\n1,0\n0,0\n")),
                            Map.of(
                                    "job.json",
                                    "{\"task\":\"binary_classification\",\"dataset\":{\"path\":\""
                                            + EngineCommand.place("data.csv")
                                            + "\"},\"columns\":{\"label\":\"y\",\"prediction\":\"p\"}}"),
                            Optional.of("outcome.json"),
                            1 << 20,
                            Duration.ofSeconds(60),
                            MEMORY),
                    line -> {},
                    () -> false);
            assertEquals("", result.errorLine());
            assertEquals(
                    4,
                    new ObjectMapper().readTree(result.text()).at("/rows/read").asInt(),
                    result::text);
        } finally {
            folders.stop();
        }
    }

    private Path file(String text) throws IOException {
        return Files.writeString(data.resolve("0123456789abcdef"), text);
    }

    @ParameterizedTest
    @EnumSource
    void profilesATable(Sandbox sandbox) throws Exception {
        Path input = file("性别,age,y\nWomen,31,1\nMen,,0\nWomen,40,1\n");
        SandboxedProcess.Result result =
                run(sandbox, input, "data.csv", "profile", EngineCommand.place("data.csv"), "--format", "csv");
        assertEquals("", result.errorLine());
        Profile profile = Profile.parse(result.text());
        assertEquals(3, profile.rows());
        assertEquals(ColumnType.INTEGER, profile.column("age").orElseThrow().type());
        assertEquals(1, profile.column("age").orElseThrow().missing());
        assertEquals(2, profile.column("性别").orElseThrow().values().get(0).rows());
        assertTrue(profile.column("y").orElseThrow().hasExactly(2));
    }

    @ParameterizedTest
    @EnumSource
    void namesTheLineThatIsWrong(Sandbox sandbox) throws Exception {
        Path input = file("a,b\n1,2\n1,2,3\n");
        SandboxedProcess.Result result =
                run(sandbox, input, "data.csv", "profile", EngineCommand.place("data.csv"), "--format", "csv");
        assertEquals(2, result.exitCode());
        assertTrue(result.errorLine().startsWith("data.csv: line 3"), result.errorLine());
    }

    @ParameterizedTest
    @EnumSource
    void inspectsAModel(Sandbox sandbox) throws Exception {
        Path shared =
                Path.of(Optional.ofNullable(System.getenv("AIMASS_SHARED")).orElse("../shared"));
        Path model = shared.resolve("reference/adult_logreg/model.onnx");
        assumeTrue(Files.exists(model), "no reference data here");
        Path copy = Files.copy(model, data.resolve("fedcba9876543210"));
        SandboxedProcess.Result result = run(sandbox, copy, "model.onnx", "inspect", EngineCommand.place("model.onnx"));
        assertEquals("", result.errorLine());
        ModelSignature signature = ModelSignature.parse(result.text());
        assertEquals(Files.size(model), signature.bytes());
        assertEquals(1, signature.inputs().size());
    }

    @ParameterizedTest
    @EnumSource
    void blamesWhatIsNoModel(Sandbox sandbox) throws Exception {
        SandboxedProcess.Result result =
                run(sandbox, file("not a model"), "model.onnx", "inspect", EngineCommand.place("model.onnx"));
        assertEquals(2, result.exitCode(), result.errorLine());
        assertTrue(result.errorLine().startsWith("model.onnx: "), result.errorLine());
    }
}
