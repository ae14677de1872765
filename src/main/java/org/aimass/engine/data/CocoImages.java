package org.aimass.engine.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import org.aimass.engine.BrokenFile;
import org.aimass.engine.OneLine;
import org.jspecify.annotations.Nullable;

/** The images of an annotation file that is being checked. */
final class CocoImages {

    /** Of so many the names are kept. */
    static final int SHOWN = 100;

    private static final Set<String> WITHOUT_GROUPS = Set.of("license", "flickr_url", "coco_url", "date_captured");
    private static final int LONGEST_NAME = 1_000;

    private final @Nullable NamedFiles files;
    private final FaultList withoutFile = new FaultList();
    private final CocoFields fields = new CocoFields();
    private final Longs ids = new Longs();
    private final List<String> names = new ArrayList<>();
    private double[] sizes = new double[16];
    private long withFile;
    private long id;
    private boolean known;
    private double width;
    private double height;
    private String name = "";

    /** @param files null where there are none beside the annotations */
    CocoImages(@Nullable NamedFiles files) {
        this.files = files;
    }

    void read(CheckedJson checked) {
        JsonStream json = checked.json();
        checked.objects(CocoFile.MOST_IMAGES, List.of("id"), field -> field(field, checked), () -> add(json));
    }

    private void field(String field, CheckedJson checked) {
        JsonStream json = checked.json();
        switch (field) {
            case "id" -> known = checked.reads(() -> id = json.whole(0, Long.MAX_VALUE));
            case "file_name" -> checked.reads(() -> name = json.text());
            case "width" -> checked.reads(() -> width = json.size());
            case "height" -> checked.reads(() -> height = json.size());
            default -> {
                if (WITHOUT_GROUPS.contains(field)) {
                    json.skip();
                } else {
                    fields.put(ids.size(), field, json);
                }
            }
        }
    }

    private void add(JsonStream json) {
        int place = ids.size();
        ids.add(known ? id : -1);
        if (2 * place == sizes.length) {
            sizes = Arrays.copyOf(sizes, 2 * sizes.length);
        }
        sizes[2 * place] = width;
        sizes[2 * place + 1] = height;
        seek(json);
        if (place < SHOWN) {
            names.add(OneLine.of(name, LONGEST_NAME));
        }
        known = false;
        width = 0;
        height = 0;
        name = "";
    }

    private void seek(JsonStream json) {
        if (files == null) {
            return;
        }
        try {
            files.find(name);
            withFile++;
        } catch (BrokenFile e) {
            withoutFile.add(json.fault(e.found(), e.expected()));
        }
    }

    /** What is wrong with the ids, and with the files as soon as one image has its own. */
    void finish(FaultList faults, IntFunction<String> place) {
        if (withFile > 0) {
            faults.addAll(withoutFile);
        }
        Set<Long> repeated = ids.repeated();
        repeated.remove(-1L);
        for (int i = 0; i < ids.size() && !repeated.isEmpty(); i++) {
            if (repeated.contains(ids.get(i))) {
                faults.add(place.apply(i) + "/id", ids.get(i) + " twice", "each id once");
            }
        }
    }

    int size() {
        return ids.size();
    }

    Longs ids() {
        return ids;
    }

    CocoFields fields() {
        return fields;
    }

    /** How many of them lie beside the annotations. */
    long withFile() {
        return withFile;
    }

    /** Of the first ones; empty where none is given. */
    List<String> names() {
        return List.copyOf(names);
    }

    /** 0 where the file does not say. */
    double width(int image) {
        return sizes[2 * image];
    }

    double height(int image) {
        return sizes[2 * image + 1];
    }
}
