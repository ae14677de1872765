package org.aimass.dataset.entity;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.aimass.dataset.entity.ColumnProfile.ValueCount;

/**
 * Whether the columns hold what their roles promise. What the task of a model needs beyond that is asked when it is audited: a dataset
 * does not say which models it is for.
 */
final class SchemaCheck {

    private static final double STEEPEST_TONE = 90;

    /** Columns that tell enough for an audit without label or answer. */
    private static final Set<ColumnRole> OTHER_TASKS = EnumSet.of(
            ColumnRole.LEFT,
            ColumnRole.IDENTITY,
            ColumnRole.IMAGE,
            ColumnRole.REFUSED,
            ColumnRole.ATTRIBUTE,
            ColumnRole.GENERATED,
            ColumnRole.SOURCE,
            ColumnRole.SOURCE_TONE,
            ColumnRole.REFERENCE,
            ColumnRole.TEXT,
            ColumnRole.RATING,
            ColumnRole.AUDIO,
            ColumnRole.EMBEDDING,
            ColumnRole.MORE,
            ColumnRole.BIASED,
            ColumnRole.PROMPT,
            ColumnRole.ANSWER,
            ColumnRole.TOXIC,
            ColumnRole.SENTIMENT,
            ColumnRole.COUNTERFACTUAL);

    private final Profile profile;
    private final DatasetSchema schema;
    private final List<SchemaProblem> problems = new ArrayList<>();

    private SchemaCheck(Profile profile, DatasetSchema schema) {
        this.profile = profile;
        this.schema = schema;
    }

    static List<SchemaProblem> of(Profile profile, DatasetSchema schema) {
        if (profile.annotations().isPresent()) {
            return AnnotatedRoles.problems(profile, schema);
        }
        SchemaCheck check = new SchemaCheck(profile, schema);
        check.demandRoles();
        profile.columns().forEach(check::column);
        return List.copyOf(check.problems);
    }

    private boolean has(ColumnRole role) {
        return schema.column(role).isPresent();
    }

    private void demandRoles() {
        if (OTHER_TASKS.stream().noneMatch(this::has)) {
            demandLabelAndAnswer();
        }
        for (ColumnRole role : ColumnRole.values()) {
            if (role.isOnce()) {
                schema.columns(role).stream()
                        .skip(1)
                        .forEach(second -> problems.add(SchemaProblem.of(
                                second, "roles.twice", schema.column(role).orElseThrow())));
            }
        }
    }

    private void demandLabelAndAnswer() {
        if (!has(ColumnRole.LABEL) && !has(ColumnRole.QUERY)) {
            problems.add(SchemaProblem.ofAll("roles.noLabel"));
        }
        if (!has(ColumnRole.SCORE)
                && !has(ColumnRole.PREDICTION)
                && !has(ColumnRole.FEATURE)
                && !has(ColumnRole.RANK)) {
            problems.add(SchemaProblem.ofAll("roles.noAnswer"));
        }
    }

    private void column(ColumnProfile column) {
        switch (schema.role(column.name()).orElse(ColumnRole.IGNORED)) {
            case LABEL -> {
                demandComplete(column);
                demand(column.distinct() >= 2, column, "roles.oneValue");
            }
            case SCORE -> {
                // a search may find nobody
                demand(has(ColumnRole.CANDIDATE) || column.missing() == 0, column, "roles.missing", column.missing());
                demand(column.type().isNumeric(), column, "roles.number");
                // beside a prediction it is no likeness of faces
                demand(!has(ColumnRole.PREDICTION) || column.liesWithin(0, 1), column, "roles.score");
            }
            case PREDICTION -> {
                demandComplete(column);
                demandValuesOfLabel(column);
            }
            case WEIGHT -> {
                demandComplete(column);
                demand(column.liesWithin(0, Double.MAX_VALUE), column, "roles.weight");
            }
            case SENSITIVE, CONTROL, GROUP_LEFT, GROUP_RIGHT, ATTRIBUTE ->
                demand(column.valuesComplete(), column, "roles.manyGroups", column.distinct());
            case QUERY, PROBE, UTTERANCE, MORE, LESS, UNRELATED, BIASED, UNKNOWN, PROMPT -> demandComplete(column);
            case MATED, ENROLLED, GENERATED, TOXIC -> {
                demandComplete(column);
                demand(column.isZeroOrOne(), column, "roles.zeroOrOne");
            }
            // a real image that generated ones are compared with was not asked for
            case REFUSED -> demand(column.isZeroOrOne(), column, "roles.zeroOrOne");
            case DIRECTION -> demand(column.missing() == 0 && column.isDirection(), column, "roles.direction");
            case RANK -> demand(column.liesWithin(1, Integer.MAX_VALUE), column, "roles.rank");
            case DURATION -> demand(column.liesWithin(0, Double.MAX_VALUE), column, "roles.duration");
            case SENTIMENT, COUNTERFACTUAL -> {
                demandComplete(column);
                demand(column.type().isNumeric(), column, "roles.number");
            }
            case RATING, SOURCE, OUTPUT -> demand(column.type().isNumeric(), column, "roles.number");
            case SOURCE_TONE, OUTPUT_TONE ->
                demand(column.liesWithin(-STEEPEST_TONE, STEEPEST_TONE), column, "roles.tone");
            case LEFT, RIGHT, IMAGE ->
                demand(column.type().isNumeric() || profile.isOfFiles(column.name()), column, "roles.imageOrNumbers");
            case AUDIO, REFERENCE_AUDIO -> demand(profile.isOfFiles(column.name()), column, "roles.files");
            case FEATURE,
                    CLUSTER,
                    CLUSTER_LEFT,
                    CLUSTER_RIGHT,
                    IDENTITY,
                    CANDIDATE,
                    REFERENCE,
                    HYPOTHESIS,
                    TEXT,
                    TRANSCRIPT,
                    LISTENER,
                    EMBEDDING,
                    REFERENCE_EMBEDDING,
                    OTHER,
                    ANSWER,
                    EXCHANGED,
                    ID,
                    IGNORED -> {
                // anything may be in it
            }
        }
    }

    private void demandComplete(ColumnProfile column) {
        demand(column.missing() == 0, column, "roles.missing", column.missing());
    }

    /** An answer to a question need not be one that is ever right. */
    private void demandValuesOfLabel(ColumnProfile prediction) {
        Optional<ColumnProfile> label = schema.column(ColumnRole.LABEL).flatMap(profile::column);
        if (label.isPresent()
                && !has(ColumnRole.BIASED)
                && !schema.predictsNumbers(profile)
                && label.get().valuesComplete()
                && prediction.valuesComplete()) {
            Set<String> foreign = new HashSet<>(values(prediction));
            foreign.removeAll(values(label.get()));
            demand(
                    foreign.isEmpty(),
                    prediction,
                    "roles.prediction",
                    foreign.stream().sorted().findFirst().orElse(""),
                    label.get().name());
        }
    }

    private static Set<String> values(ColumnProfile column) {
        return column.values().stream().map(ValueCount::value).collect(Collectors.toSet());
    }

    private void demand(boolean holds, ColumnProfile column, String key, Object... arguments) {
        if (!holds) {
            problems.add(SchemaProblem.of(column.name(), key, arguments));
        }
    }
}
