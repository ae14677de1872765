package org.aimass.audit.entity;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.aimass.registry.entity.ModelTask;

/** What an audit of a task counts: the rows that a group's size is made of. */
public enum CountedUnit {
    PEOPLE,
    /** of a ranking, that compete for the places of a list */
    ITEMS,
    /** of faces, that are one person's or two people's */
    PAIRS,
    /** for a face among those that are enrolled */
    SEARCHES,
    IMAGES,
    /** of speech */
    SNIPPETS,
    TEXTS,
    /** that are in images */
    OBJECTS;

    /** Policies for classifiers of texts. */
    private static final Set<String> OF_TEXTS = Set.of("content-filter", "counterfactual-scores");

    /**
     * What a classifier or an estimate is about: people, unless it looks at images or reads texts.
     *
     * @param images whether images are shown to the model
     * @param texts whether it reads texts, or is audited as one that does
     * @param rows what the dataset tells of its rows; empty where nothing
     */
    public static CountedUnit of(ModelTask task, boolean images, boolean texts, Optional<CountedUnit> rows) {
        CountedUnit unit = of(task);
        if (unit != PEOPLE) {
            return unit;
        }
        return images ? IMAGES : texts ? TEXTS : rows.orElse(PEOPLE);
    }

    /** What an audit by this plan counts. */
    public static CountedUnit of(AuditPlan plan) {
        boolean texts = !plan.model().companions().isEmpty()
                || plan.options().find("identity_features").isPresent()
                || areTexts(plan.policy().name());
        return of(
                plan.task(),
                plan.model().images().isPresent(),
                texts,
                plan.dataset().rows());
    }

    /** Whether a policy of this name is for classifiers of texts. */
    public static boolean areTexts(String policy) {
        return OF_TEXTS.contains(policy);
    }

    /** The unit of this word, as plans write it: such as {@code texts}. */
    public static Optional<CountedUnit> find(String word) {
        return Arrays.stream(values()).filter(unit -> unit.word().equals(word)).findFirst();
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What models of a task count, where no more is known of them. */
    public static CountedUnit of(ModelTask task) {
        return switch (task) {
            case BINARY_CLASSIFICATION, MULTICLASS_CLASSIFICATION, REGRESSION -> PEOPLE;
            case RANKING -> ITEMS;
            case FACE_VERIFICATION, SPEAKER_VERIFICATION -> PAIRS;
            case FACE_IDENTIFICATION -> SEARCHES;
            case SPEECH_RECOGNITION, SPEECH_SYNTHESIS -> SNIPPETS;
            case OBJECT_DETECTION, POSE_ESTIMATION -> OBJECTS;
            case IMAGE_GENERATION -> IMAGES;
            case TEXT_GENERATION -> TEXTS;
        };
    }

    /** Whether each row of a dataset is one: not where a search has several candidates, or real images stand beside those that count. */
    public static boolean isRow(ModelTask task) {
        return task != ModelTask.FACE_IDENTIFICATION && task != ModelTask.IMAGE_GENERATION;
    }

    /** What all these tasks count, or people where they do not count the same. */
    public static CountedUnit of(Set<ModelTask> tasks) {
        List<CountedUnit> units = tasks.stream().map(CountedUnit::of).distinct().toList();
        return units.size() == 1 ? units.get(0) : PEOPLE;
    }
}
