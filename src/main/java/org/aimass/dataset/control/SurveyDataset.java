package org.aimass.dataset.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.aimass.background.BackgroundTask;
import org.aimass.child.EngineCommand;
import org.aimass.child.SandboxedProcess;
import org.aimass.dataset.entity.ColumnProfile;
import org.aimass.dataset.entity.ColumnRole;
import org.aimass.dataset.entity.DatasetSchema;
import org.aimass.dataset.entity.DatasetVersion;
import org.aimass.dataset.entity.Survey;
import org.aimass.security.Allowed;
import org.aimass.security.Role;

/** Has the engine count the groups that a dataset's roles form, and the labels in each. */
@ApplicationScoped
@Allowed(Role.SYSTEM)
public class SurveyDataset implements BackgroundTask {

    static final String NAME = "dataset.survey";

    private static final String ROLES = "roles.txt";
    private static final String OTHER = "OTHER";
    private static final int MOST_LABELS = 10;
    private static final long ANSWER_LIMIT = 16L << 20;
    private static final Duration DEADLINE = Duration.ofMinutes(30);
    private static final long MEMORY = 4L << 30;

    @Inject
    DatasetVersions versions;

    @Inject
    DatasetProfiles profiles;

    @Inject
    ArtifactStore artifacts;

    @Inject
    SandboxedProcess processes;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(String versionId) throws IOException, InterruptedException {
        DatasetVersion version = versions.get(UUID.fromString(versionId));
        if (!version.isSurveyDue()) {
            return;
        }
        DatasetSchema schema = version.schema();
        String file = "data." + version.format();
        SandboxedProcess.Result result = processes.run(
                new EngineCommand(
                        List.of("survey", EngineCommand.place(file), "--roles", ROLES),
                        Map.of(file, artifacts.path(version.sha256())),
                        Map.of(ROLES, roles(version, schema)),
                        Optional.empty(),
                        ANSWER_LIMIT,
                        DEADLINE,
                        MEMORY),
                line -> {},
                () -> false);
        if (result.wasKilledFromOutside()) {
            throw new IOException(result.reason());
        }
        profiles.surveyed(version.id(), schema, result.isDone() ? usable(result.text()) : Optional.empty());
    }

    private static Optional<String> usable(String answer) {
        try {
            Survey.parse(answer);
            return Optional.of(answer);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** What {@code survey} reads: the label's values, and each column that has a role. */
    private static String roles(DatasetVersion version, DatasetSchema schema) {
        List<String> lines = new ArrayList<>();
        schema.column(ColumnRole.LABEL)
                .flatMap(version.profile()::column)
                .filter(label -> label.valuesComplete() && label.values().size() <= MOST_LABELS)
                .ifPresent(label -> label.values().stream()
                        .map(value -> "label " + value.value())
                        .sorted()
                        .forEach(lines::add));
        List<ColumnProfile> columns = version.profile().columns();
        for (int i = 0; i < columns.size(); i++) {
            ColumnProfile column = columns.get(i);
            ColumnRole role = schema.role(column.name()).orElse(ColumnRole.IGNORED);
            if (role != ColumnRole.IGNORED && role != ColumnRole.ID) {
                boolean range = column.type().isNumeric() && column.minimum() != null && !column.hasFewValues();
                lines.add(i + " " + word(role, column, schema, version) + " "
                        + (range ? column.minimum() + " " + column.maximum() : "- -"));
            }
        }
        return String.join("\n", lines) + "\n";
    }

    /** Of scores only probabilities are checked: how alike two faces are is any number. */
    private static String word(ColumnRole role, ColumnProfile column, DatasetSchema schema, DatasetVersion version) {
        boolean free = schema.predictsNumbers(version.profile())
                || schema.column(ColumnRole.BIASED).isPresent();
        return switch (role) {
            case PREDICTION -> free ? OTHER : role.name();
            case SCORE -> column.missing() == 0 && column.liesWithin(0, 1) ? role.name() : OTHER;
            case LABEL, SENSITIVE, WEIGHT -> role.name();
            default -> OTHER;
        };
    }

    @Override
    public void givenUp(String versionId, Throwable cause) {
        DatasetVersion version = versions.get(UUID.fromString(versionId));
        profiles.surveyed(version.id(), version.schema(), Optional.empty());
    }
}
