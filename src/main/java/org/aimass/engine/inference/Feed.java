package org.aimass.engine.inference;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import org.aimass.engine.data.RowBatch;
import org.jspecify.annotations.Nullable;

/** Fills one input of a model with values of a batch, row-major, in a buffer that is used again for each batch. */
abstract class Feed implements AutoCloseable {

    private static final double EXACT = 1L << 53;

    static Feed of(InputPlan.Input input, int rows, OrtEnvironment environment) throws OrtException {
        if (input.images().isPresent()) {
            return new ImageFeed(input, input.images().get(), rows, environment);
        }
        return switch (input.type()) {
            case "float" -> new Floats(input, rows, environment);
            case "double" -> new Doubles(input, rows, environment);
            case "int64" -> new Longs(input, rows, environment);
            case "int32" -> new Ints(input, rows, environment);
            case "string" -> new Strings(input, rows, environment);
            default -> throw new IllegalStateException("the input plan lets no " + input.type() + " through");
        };
    }

    /** The tensor, filled with the given rows; where they are fewer than the tensor has, the last one is repeated. */
    abstract OnnxTensor fill(RowBatch batch, int[] chosen, int from, int count) throws OrtException;

    @Override
    public abstract void close();

    static ByteBuffer direct(int values, int bytesEach) {
        return ByteBuffer.allocateDirect(Math.multiplyExact(values, bytesEach)).order(ByteOrder.nativeOrder());
    }

    /** A feed of one value for each column, whose tensor looks into a buffer outside the heap if it has one of fixed size. */
    private abstract static class OfColumns extends Feed {

        final int[] slots;
        final int rows;
        private @Nullable OnnxTensor tensor;

        OfColumns(InputPlan.Input input, int rows) {
            slots = input.slots();
            this.rows = rows;
        }

        void show(OnnxTensor filled) {
            tensor = filled;
        }

        /** The tensor with all that was put. */
        OnnxTensor tensor() throws OrtException {
            if (tensor == null) {
                throw new IllegalStateException("no tensor");
            }
            return tensor;
        }

        @Override
        public void close() {
            if (tensor != null) {
                tensor.close();
            }
        }

        static ByteBuffer direct(InputPlan.Input input, int rows, int bytesEach) {
            return direct(Math.multiplyExact(rows, input.slots().length), bytesEach);
        }
    }

    /** A feed whose values are put one by one. */
    private abstract static class OneByOne extends OfColumns {

        OneByOne(InputPlan.Input input, int rows) {
            super(input, rows);
        }

        @Override
        OnnxTensor fill(RowBatch batch, int[] chosen, int from, int count) throws OrtException {
            int at = 0;
            for (int i = 0; i < rows; i++) {
                int row = chosen[from + Math.min(i, count - 1)];
                for (int slot : slots) {
                    put(at++, batch, slot, row);
                }
            }
            return tensor();
        }

        abstract void put(int at, RowBatch batch, int slot, int row);
    }

    /** A number or, for a missing value, NaN. */
    private static double numberOrMissing(RowBatch batch, int slot, int row) {
        double number = batch.numberOrNaN(slot, row);
        if (Double.isNaN(number) && !batch.isMissing(slot, row)) {
            throw batch.fault(slot, row, "a number");
        }
        return number;
    }

    private static long whole(RowBatch batch, int slot, int row, long low, long high) {
        double number = batch.numberOrNaN(slot, row);
        if (number == Math.rint(number) && Math.abs(number) < EXACT && number >= low && number <= high) {
            return (long) number;
        }
        try {
            long exact = Long.parseLong(batch.text(slot, row));
            if (exact >= low && exact <= high) {
                return exact;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw batch.fault(slot, row, "a whole number");
    }

    /** A feed of numbers, of which those that are missing are NaN. */
    private abstract static class Numbers extends OfColumns {

        private final double[] numbers;

        Numbers(InputPlan.Input input, int rows) {
            super(input, rows);
            numbers = new double[Math.multiplyExact(rows, slots.length)];
        }

        @Override
        OnnxTensor fill(RowBatch batch, int[] chosen, int from, int count) throws OrtException {
            batch.numbersOrNaN(slots, chosen, from, count, numbers);
            int size = count * slots.length;
            for (int i = 0; i < size; i++) {
                if (Double.isNaN(numbers[i])) {
                    numberOrMissing(batch, slots[i % slots.length], chosen[from + i / slots.length]);
                }
            }
            for (int i = size; i < numbers.length; i++) {
                numbers[i] = numbers[i - slots.length];
            }
            put(numbers);
            return tensor();
        }

        /** Puts all numbers into the tensor. */
        abstract void put(double[] all);
    }

    private static final class Floats extends Numbers {
        private final FloatBuffer values;

        Floats(InputPlan.Input input, int rows, OrtEnvironment environment) throws OrtException {
            super(input, rows);
            values = direct(input, rows, Float.BYTES).asFloatBuffer();
            show(OnnxTensor.createTensor(environment, values, input.shape(rows)));
        }

        @Override
        void put(double[] all) {
            for (int i = 0; i < all.length; i++) {
                values.put(i, (float) all[i]);
            }
        }
    }

    private static final class Doubles extends Numbers {
        private final DoubleBuffer values;

        Doubles(InputPlan.Input input, int rows, OrtEnvironment environment) throws OrtException {
            super(input, rows);
            values = direct(input, rows, Double.BYTES).asDoubleBuffer();
            show(OnnxTensor.createTensor(environment, values, input.shape(rows)));
        }

        @Override
        void put(double[] all) {
            values.put(0, all);
        }
    }

    private static final class Longs extends OneByOne {
        private final LongBuffer values;

        Longs(InputPlan.Input input, int rows, OrtEnvironment environment) throws OrtException {
            super(input, rows);
            values = direct(input, rows, Long.BYTES).asLongBuffer();
            show(OnnxTensor.createTensor(environment, values, input.shape(rows)));
        }

        @Override
        void put(int at, RowBatch batch, int slot, int row) {
            values.put(at, whole(batch, slot, row, Long.MIN_VALUE, Long.MAX_VALUE));
        }
    }

    private static final class Ints extends OneByOne {
        private final IntBuffer values;

        Ints(InputPlan.Input input, int rows, OrtEnvironment environment) throws OrtException {
            super(input, rows);
            values = direct(input, rows, Integer.BYTES).asIntBuffer();
            show(OnnxTensor.createTensor(environment, values, input.shape(rows)));
        }

        @Override
        void put(int at, RowBatch batch, int slot, int row) {
            values.put(at, (int) whole(batch, slot, row, Integer.MIN_VALUE, Integer.MAX_VALUE));
        }
    }

    /** Text has no buffer of fixed size: a tensor is made each time. */
    private static final class Strings extends OneByOne {
        private final String[] values;
        private final long[] shape;
        private final OrtEnvironment environment;

        Strings(InputPlan.Input input, int rows, OrtEnvironment environment) {
            super(input, rows);
            values = new String[Math.multiplyExact(rows, input.slots().length)];
            shape = input.shape(rows);
            this.environment = environment;
        }

        @Override
        void put(int at, RowBatch batch, int slot, int row) {
            values[at] = batch.text(slot, row);
        }

        @Override
        OnnxTensor tensor() throws OrtException {
            close();
            show(OnnxTensor.createTensor(environment, values, shape));
            return super.tensor();
        }
    }
}
