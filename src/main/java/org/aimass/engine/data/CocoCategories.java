package org.aimass.engine.data;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import org.aimass.engine.OneLine;

/** The categories of an annotation file that is being checked. */
final class CocoCategories {

    private static final int LONGEST_NAME = 200;

    private final Longs ids = new Longs();
    private final List<String> names = new ArrayList<>();
    private long id;
    private boolean known;
    private String name = "";

    void read(CheckedJson checked) {
        JsonStream json = checked.json();
        checked.objects(
                CocoFile.MOST_CATEGORIES,
                List.of("id", "name"),
                field -> {
                    switch (field) {
                        case "id" -> known = checked.reads(() -> id = json.whole(0, Long.MAX_VALUE));
                        case "name" -> checked.reads(() -> name = OneLine.of(json.text(), LONGEST_NAME));
                        case "keypoints" -> checked.reads(() -> keypoints(json));
                        default -> json.skip();
                    }
                },
                this::add);
    }

    private static void keypoints(JsonStream json) {
        json.list();
        for (int i = 0; json.hasItem(); i++) {
            if (i == CocoFile.MOST_CATEGORIES) {
                throw json.wrong("more", "at most " + CocoFile.MOST_CATEGORIES + " keypoints");
            }
            json.text();
        }
    }

    private void add() {
        ids.add(known ? id : -1);
        names.add(name);
        known = false;
        name = "";
    }

    void finish(FaultList faults, IntFunction<String> place) {
        Set<Long> seen = new HashSet<>();
        Set<String> said = new HashSet<>();
        for (int i = 0; i < names.size(); i++) {
            if (ids.get(i) >= 0 && !seen.add(ids.get(i))) {
                faults.add(place.apply(i) + "/id", ids.get(i) + " twice", "each id once");
            }
            if (!names.get(i).isEmpty() && !said.add(names.get(i))) {
                faults.add(place.apply(i) + "/name", OneLine.quoted(names.get(i)) + " twice", "each name once");
            }
        }
    }

    Longs ids() {
        return ids;
    }

    List<String> names() {
        return List.copyOf(names);
    }
}
