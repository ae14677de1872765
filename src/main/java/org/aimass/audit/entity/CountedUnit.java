package org.aimass.audit.entity;

import java.util.List;
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

    public static CountedUnit of(ModelTask task) {
        return switch (task) {
            case BINARY_CLASSIFICATION, MULTICLASS_CLASSIFICATION, REGRESSION -> PEOPLE;
            case RANKING -> ITEMS;
            case FACE_VERIFICATION -> PAIRS;
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
