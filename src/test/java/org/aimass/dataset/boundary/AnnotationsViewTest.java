package org.aimass.dataset.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aimass.dataset.entity.Annotations;
import org.junit.jupiter.api.Test;

/** Programs are told of annotated images what the pages show. */
class AnnotationsViewTest {

    private static Annotations annotations(Optional<Annotations.Found> found) {
        return new Annotations(
                6,
                5,
                12,
                1,
                3,
                8,
                found,
                2,
                List.of(new Annotations.Category("person", 9, 7), new Annotations.Category("dog", 3, 4)),
                Map.of(
                        "tone", new Annotations.Field(false, Map.of("dark", 2L, "light", 4L)),
                        "city", new Annotations.Field(true, Map.of("Oslo", 3L, "Bergen", 3L))));
    }

    @Test
    void everythingIsThereInAFixedOrder() {
        AnnotationsView view = AnnotationsView.of(annotations(Optional.of(new Annotations.Found(11, 10, 6))));
        assertEquals(
                new AnnotationsView(
                        6,
                        5,
                        12,
                        1,
                        3,
                        8,
                        Optional.of(new AnnotationsView.FoundView(11, 10, 6)),
                        2,
                        List.of(
                                new AnnotationsView.CategoryView("person", 9, Optional.of(7L)),
                                new AnnotationsView.CategoryView("dog", 3, Optional.of(4L))),
                        List.of(
                                new AnnotationsView.FieldView(
                                        "city",
                                        true,
                                        List.of(
                                                new AnnotationsView.ImagesView("Bergen", 3),
                                                new AnnotationsView.ImagesView("Oslo", 3))),
                                new AnnotationsView.FieldView(
                                        "tone",
                                        false,
                                        List.of(
                                                new AnnotationsView.ImagesView("light", 4),
                                                new AnnotationsView.ImagesView("dark", 2))))),
                view);
    }

    @Test
    void detectionsThatAreNotThereAreNotCounted() {
        AnnotationsView view = AnnotationsView.of(annotations(Optional.empty()));
        assertEquals(Optional.empty(), view.found());
        assertEquals(
                List.of(Optional.empty(), Optional.empty()),
                view.largest().stream()
                        .map(AnnotationsView.CategoryView::detections)
                        .toList());
    }
}
