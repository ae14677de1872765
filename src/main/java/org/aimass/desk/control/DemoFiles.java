package org.aimass.desk.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.aimass.child.EngineCommand;
import org.aimass.child.SandboxedProcess;
import org.aimass.child.SandboxedProcess.Result;
import org.aimass.dataset.control.ChooseRoles;
import org.aimass.dataset.control.DatasetVersions;
import org.aimass.dataset.control.GivenFile;
import org.aimass.dataset.control.SubmitDataset;
import org.aimass.dataset.entity.ColumnRole;
import org.aimass.dataset.entity.DatasetStatus;
import org.aimass.dataset.entity.DatasetVersion;
import org.aimass.desk.control.DemoPeople.Who;
import org.aimass.registry.control.GivenFiles;
import org.aimass.registry.control.ModelVersions;
import org.aimass.registry.control.RegisterModel;
import org.aimass.registry.entity.ModelDomain;
import org.aimass.registry.entity.ModelStatus;
import org.aimass.registry.entity.ModelTask;
import org.aimass.registry.entity.ModelVersion;
import org.aimass.registry.entity.RegisteredModel;
import org.aimass.security.Allowed;
import org.aimass.security.Role;
import org.aimass.shared.Refusal;

/** The model and the table that the engine makes for the demonstration, registered and submitted as Jonas Berg does it. */
@ApplicationScoped
@Allowed(Role.SYSTEM)
public class DemoFiles {

    static final UUID MODEL = UUID.fromString("5b0a6a1e-0010-4000-8000-000000000001");
    static final UUID DATASET = UUID.fromString("5b0a6a1e-0010-4000-8000-000000000002");

    private static final long MOST_BYTES = 64L << 20;
    private static final Duration DEADLINE = Duration.ofMinutes(5);
    private static final long MEMORY = 4L << 30;
    private static final Map<String, ColumnRole> ROLES = Map.of(
            "age_band", ColumnRole.SENSITIVE,
            "sex", ColumnRole.SENSITIVE,
            "language", ColumnRole.SENSITIVE,
            "household_size", ColumnRole.FEATURE,
            "income", ColumnRole.FEATURE,
            "rent", ColumnRole.FEATURE,
            "months_in_work", ColumnRole.FEATURE,
            "moved_this_year", ColumnRole.FEATURE,
            "entitled", ColumnRole.LABEL);

    @Inject
    DemoPeople people;

    @Inject
    SandboxedProcess engine;

    @Inject
    RegisterModel models;

    @Inject
    ModelVersions modelVersions;

    @Inject
    SubmitDataset datasets;

    @Inject
    DatasetVersions datasetVersions;

    @Inject
    ChooseRoles roles;

    /** Registers the model and submits the dataset, each unless it is there. */
    public boolean submitted(UUID ministry) throws IOException, InterruptedException {
        if (model().isEmpty()) {
            byte[] onnx = made("rent-support.onnx");
            people.as(Who.JONAS, () -> register(ministry, onnx));
        }
        if (dataset().isEmpty()) {
            byte[] csv = made("applications.csv");
            people.as(Who.JONAS, () -> submit(ministry, csv));
        }
        return true;
    }

    /** Whether both may be audited; gives the columns their roles as soon as they are known. */
    public boolean ready() {
        DatasetVersion dataset = dataset().orElseThrow();
        if (dataset.status() == DatasetStatus.PROFILED) {
            if (!people.as(Who.JONAS, () -> roles.fix(DATASET, ROLES)).isEmpty()) {
                throw new DemoFailed("its columns do not take their roles");
            }
        }
        refused(model().orElseThrow().refusal());
        refused(dataset.refusal());
        return model().orElseThrow().status() == ModelStatus.READY
                && dataset().orElseThrow().status() == DatasetStatus.READY;
    }

    private static void refused(Optional<String> refusal) {
        refusal.ifPresent(reason -> {
            throw new DemoFailed("its own file was refused: " + reason);
        });
    }

    /** The engine makes the same files each time; one is kept of each call. */
    private byte[] made(String file) throws IOException, InterruptedException {
        Result result = engine.run(
                new EngineCommand(
                        List.of("demo", "."), Map.of(), Map.of(), Optional.of(file), MOST_BYTES, DEADLINE, MEMORY),
                line -> {},
                () -> false);
        if (!result.isDone()) {
            throw new IOException("the engine did not make " + file + ": " + result.reason());
        }
        return result.output().orElseThrow();
    }

    private UUID register(UUID ministry, byte[] onnx) {
        try {
            return models.register(
                    MODEL,
                    ministry,
                    new RegisteredModel.ModelFacts(
                            "Rent support pre-check",
                            DemoTexts.of("model.purpose").en(),
                            ModelTask.BINARY_CLASSIFICATION,
                            ModelDomain.PUBLIC_BENEFITS,
                            "Northmere Open Government Licence 1.0"),
                    ModelVersion.VersionFacts.of("1.0"),
                    GivenFiles.of(GivenFile.of(new ByteArrayInputStream(onnx))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private UUID submit(UUID ministry, byte[] csv) {
        try {
            return datasets.submit(
                    DATASET,
                    ministry,
                    "Rent support applications",
                    DemoTexts.of("dataset.description").in(Locale.ENGLISH),
                    GivenFile.of(new ByteArrayInputStream(csv)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<ModelVersion> model() {
        try {
            return Optional.of(modelVersions.get(MODEL));
        } catch (Refusal missing) {
            return Optional.empty();
        }
    }

    private Optional<DatasetVersion> dataset() {
        try {
            return Optional.of(datasetVersions.get(DATASET));
        } catch (Refusal missing) {
            return Optional.empty();
        }
    }
}
