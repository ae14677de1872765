package org.aimass.engine.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.aimass.engine.BadInput;
import org.aimass.engine.OneLine;
import org.aimass.engine.data.NamedFiles;
import org.aimass.engine.data.Preprocessing;

/** Which columns of the dataset feed which input of the model. */
final class InputPlan {

    private static final Set<String> TYPES = Set.of("float", "double", "int64", "int32", "string");
    private static final int VALUES_IN_A_BATCH = 1 << 20;
    private static final int IMAGE_DIMENSIONS = 4;
    private static final int MOST_ROWS = 4096;
    private static final int FEWEST_ROWS = 8;

    /**
     * An input and its columns: first by name, then by their number in the batches.
     *
     * @param images how the images that the only column names feed it
     */
    record Input(
            ValueSpec spec,
            List<String> columns,
            @SuppressWarnings("ArrayRecordComponent") int[] slots,
            Optional<ImageFeed.ImageInput> images) {
        String name() {
            return spec.name();
        }

        String type() {
            return spec.type();
        }

        /** How many values a row gives it. */
        long values() {
            return images.map(ImageFeed.ImageInput::samples).orElse(columns.size());
        }

        long[] shape(int rows) {
            long[] shape = spec.shape().stream().mapToLong(Long::longValue).toArray();
            shape[0] = rows;
            for (int i = 1; i < shape.length; i++) {
                if (shape[i] < 0) {
                    shape[i] = i == shape.length - 1 ? columns.size() : 1;
                }
            }
            return shape;
        }
    }

    /**
     * The images that may feed inputs.
     *
     * @param how they are prepared; empty where there are none
     * @param files of the dataset
     */
    record Images(Optional<Preprocessing> how, Optional<NamedFiles> files) {

        /** Images feed an input of four dimensions that has one column. */
        Optional<ImageFeed.ImageInput> feed(String model, ValueSpec spec, List<String> fed) {
            if (how.isEmpty() || fed.size() != 1 || spec.shape().size() != IMAGE_DIMENSIONS) {
                return Optional.empty();
            }
            return Optional.of(
                    ImageFeed.ImageInput.of(
                            model,
                            spec,
                            how.get(),
                            files.orElseThrow(
                                    () -> new BadInput(
                                            "model.images: the dataset is a table alone; expected a folder, zip or tar.gz of images"))));
        }
    }

    private final List<Input> inputs;
    private final int rows;

    private InputPlan(List<Input> inputs, int rows) {
        this.inputs = inputs;
        this.rows = rows;
    }

    /**
     * @param mapping by input the columns in order, as the job names them; may be empty
     * @param columns all columns of the dataset, in order
     * @param taken those that have another role
     * @throws BadInput if it is not clear what feeds an input, or does not fit
     */
    static InputPlan of(
            OnnxModel model,
            Map<String, List<String>> mapping,
            List<String> columns,
            Collection<String> taken,
            Images images) {
        List<ValueSpec> specs = model.inputs();
        Set<String> all = new HashSet<>(columns);
        Set<String> names = specs.stream().map(ValueSpec::name).collect(Collectors.toCollection(LinkedHashSet::new));
        for (Map.Entry<String, List<String>> entry : mapping.entrySet()) {
            if (!names.contains(entry.getKey())) {
                throw new BadInput("%s: has no input %s, which model.inputs names; its inputs are %s"
                        .formatted(model.file(), OneLine.quoted(entry.getKey()), OneLine.list(names)));
            }
            for (String column : entry.getValue()) {
                if (!all.contains(column)) {
                    throw new BadInput("the dataset has no column %s, which model.inputs names for input %s"
                            .formatted(OneLine.quoted(column), OneLine.quoted(entry.getKey())));
                }
            }
        }
        List<Input> inputs = new ArrayList<>();
        for (ValueSpec spec : specs) {
            boolean mapped = mapping.containsKey(spec.name());
            boolean inOrder = !mapped && specs.size() == 1 && !all.contains(spec.name());
            List<String> fed;
            if (mapped) {
                fed = mapping.getOrDefault(spec.name(), List.of());
            } else if (inOrder) {
                fed = columns.stream().filter(column -> !taken.contains(column)).toList();
            } else if (all.contains(spec.name())) {
                fed = List.of(spec.name());
            } else {
                throw new BadInput(
                        "%s: nothing feeds input %s: the dataset has no column of that name, and model.inputs"
                                        .formatted(model.file(), OneLine.quoted(spec.name()))
                                + " does not name any");
            }
            Optional<ImageFeed.ImageInput> ofImages = images.feed(model.file(), spec, fed);
            inputs.add(new Input(spec, fed, new int[fed.size()], ofImages));
            if (ofImages.isEmpty()) {
                demandFit(model, spec, fed.size(), inOrder);
            }
        }
        if (inputs.isEmpty()) {
            throw new BadInput(model.file() + ": takes no input, so it cannot judge rows");
        }
        if (images.how().isPresent()
                && inputs.stream().allMatch(input -> input.images().isEmpty())) {
            throw new BadInput(
                    "model.images: no input of %s takes images: expected one of four dimensions that one column feeds"
                            .formatted(model.file()));
        }
        return new InputPlan(inputs, rows(model, inputs));
    }

    private static void demandFit(OnnxModel model, ValueSpec spec, int fed, boolean inOrder) {
        String input = "%s: input %s".formatted(model.file(), OneLine.quoted(spec.name()));
        if (!spec.isTensor() || !TYPES.contains(spec.type())) {
            throw new BadInput(input + " takes " + spec.type() + "; a dataset's columns can feed tensors of "
                    + TYPES.stream().sorted().collect(Collectors.joining(", ")));
        }
        if (spec.shape().isEmpty()) {
            throw new BadInput(input + " takes a single value for all rows, which a dataset's columns cannot feed");
        }
        List<Long> rest = spec.shape().subList(1, spec.shape().size());
        long values = rest.stream().mapToLong(Long::longValue).reduce(1, (a, b) -> a < 0 || b < 0 ? -1 : a * b);
        if (values >= 0 && values != fed) {
            throw new BadInput(input + " takes " + values + " values a row, but "
                    + (inOrder ? fed + " columns have no other role; name them in model.inputs" : fed + " feed it"));
        }
        if (fed == 0) {
            throw new BadInput(input + ": no column is left to feed it");
        }
    }

    /** How many rows go into one run: as the model fixes it, else as many as are worth it. */
    private static int rows(OnnxModel model, List<Input> inputs) {
        long values = inputs.stream().mapToLong(Input::values).sum();
        long free = Math.max(FEWEST_ROWS, Math.min(MOST_ROWS, VALUES_IN_A_BATCH / values));
        Set<Long> fixed = inputs.stream()
                .map(input -> input.spec().shape().get(0))
                .filter(size -> size >= 0)
                .collect(Collectors.toSet());
        if (fixed.isEmpty()) {
            return (int) free;
        }
        long size = fixed.iterator().next();
        if (fixed.size() > 1 || size < 1 || size > 1 << 16) {
            throw new BadInput(
                    model.file() + ": its inputs' first dimension is " + fixed + ", expected one number of rows");
        }
        return (int) size;
    }

    /** All columns that feed the model, each once. */
    Set<String> columns() {
        return columns(input -> true);
    }

    /** Those of them that feed it with numbers. */
    Set<String> numericColumns() {
        return columns(input -> !input.type().equals("string") && input.images().isEmpty());
    }

    private Set<String> columns(Predicate<Input> chosen) {
        return inputs.stream()
                .filter(chosen)
                .flatMap(input -> input.columns().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Says under which number the batches hold each column. */
    void locate(ToIntFunction<String> slot) {
        for (Input input : inputs) {
            Arrays.setAll(input.slots(), i -> slot.applyAsInt(input.columns().get(i)));
        }
    }

    List<Input> inputs() {
        return inputs;
    }

    int rows() {
        return rows;
    }
}
