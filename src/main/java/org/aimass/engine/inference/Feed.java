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

    final InputPlan.Input input;
    final int rows;

    private Feed(InputPlan.Input input, int rows) {
        this.input = input;
        this.rows = rows;
    }

    static Feed of(InputPlan.Input input, int rows, OrtEnvironment environment) throws OrtException {
        int values = Math.multiplyExact(rows, input.slots().length);
        long[] shape = input.shape(rows);
        return switch (input.type()) {
            case "float" -> new Floats(input, rows, values, shape, environment);
            case "double" -> new Doubles(input, rows, values, shape, environment);
            case "int64" -> new Longs(input, rows, values, shape, environment);
            case "int32" -> new Ints(input, rows, values, shape, environment);
            case "string" -> new Strings(input, rows, values, shape, environment);
            default -> throw new IllegalStateException("the input plan lets no " + input.type() + " through");
        };
    }

    /** The tensor, filled with the given rows; where they are fewer than the tensor has, the last one is repeated. */
    abstract OnnxTensor fill(RowBatch batch, int[] chosen, int from, int count) throws OrtException;

    @Override
    public abstract void close();

    private static ByteBuffer direct(int bytes) {
        return ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
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
        if (number == Math.rint(number) && Math.abs(number) <= EXACT && number >= low && number <= high) {
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

    private static final class Floats extends Feed {
        private final float[] values;
        private final FloatBuffer buffer;
        private final OnnxTensor tensor;

        Floats(InputPlan.Input input, int rows, int values, long[] shape, OrtEnvironment environment)
                throws OrtException {
            super(input, rows);
            this.values = new float[values];
            buffer = direct(Math.multiplyExact(values, Float.BYTES)).asFloatBuffer();
            tensor = OnnxTensor.createTensor(environment, buffer, shape);
        }

        @Override
        OnnxTensor fill(RowBatch batch, int[] chosen, int from, int count) {
            int at = 0;
            for (int i = 0; i < rows; i++) {
                int row = chosen[from + Math.min(i, count - 1)];
                for (int slot : input.slots()) {
                    values[at++] = (float) numberOrMissing(batch, slot, row);
                }
            }
            buffer.put(0, values);
            return tensor;
        }

        @Override
        public void close() {
            tensor.close();
        }
    }

    private static final class Doubles extends Feed {
        private final double[] values;
        private final DoubleBuffer buffer;
        private final OnnxTensor tensor;

        Doubles(InputPlan.Input input, int rows, int values, long[] shape, OrtEnvironment environment)
                throws OrtException {
            super(input, rows);
            this.values = new double[values];
            buffer = direct(Math.multiplyExact(values, Double.BYTES)).asDoubleBuffer();
            tensor = OnnxTensor.createTensor(environment, buffer, shape);
        }

        @Override
        OnnxTensor fill(RowBatch batch, int[] chosen, int from, int count) {
            int at = 0;
            for (int i = 0; i < rows; i++) {
                int row = chosen[from + Math.min(i, count - 1)];
                for (int slot : input.slots()) {
                    values[at++] = numberOrMissing(batch, slot, row);
                }
            }
            buffer.put(0, values);
            return tensor;
        }

        @Override
        public void close() {
            tensor.close();
        }
    }

    private static final class Longs extends Feed {
        private final long[] values;
        private final LongBuffer buffer;
        private final OnnxTensor tensor;

        Longs(InputPlan.Input input, int rows, int values, long[] shape, OrtEnvironment environment)
                throws OrtException {
            super(input, rows);
            this.values = new long[values];
            buffer = direct(Math.multiplyExact(values, Long.BYTES)).asLongBuffer();
            tensor = OnnxTensor.createTensor(environment, buffer, shape);
        }

        @Override
        OnnxTensor fill(RowBatch batch, int[] chosen, int from, int count) {
            int at = 0;
            for (int i = 0; i < rows; i++) {
                int row = chosen[from + Math.min(i, count - 1)];
                for (int slot : input.slots()) {
                    values[at++] = whole(batch, slot, row, Long.MIN_VALUE, Long.MAX_VALUE);
                }
            }
            buffer.put(0, values);
            return tensor;
        }

        @Override
        public void close() {
            tensor.close();
        }
    }

    private static final class Ints extends Feed {
        private final int[] values;
        private final IntBuffer buffer;
        private final OnnxTensor tensor;

        Ints(InputPlan.Input input, int rows, int values, long[] shape, OrtEnvironment environment)
                throws OrtException {
            super(input, rows);
            this.values = new int[values];
            buffer = direct(Math.multiplyExact(values, Integer.BYTES)).asIntBuffer();
            tensor = OnnxTensor.createTensor(environment, buffer, shape);
        }

        @Override
        OnnxTensor fill(RowBatch batch, int[] chosen, int from, int count) {
            int at = 0;
            for (int i = 0; i < rows; i++) {
                int row = chosen[from + Math.min(i, count - 1)];
                for (int slot : input.slots()) {
                    values[at++] = (int) whole(batch, slot, row, Integer.MIN_VALUE, Integer.MAX_VALUE);
                }
            }
            buffer.put(0, values);
            return tensor;
        }

        @Override
        public void close() {
            tensor.close();
        }
    }

    private static final class Strings extends Feed {
        private final String[] values;
        private final long[] shape;
        private final OrtEnvironment environment;
        private @Nullable OnnxTensor last;

        Strings(InputPlan.Input input, int rows, int values, long[] shape, OrtEnvironment environment) {
            super(input, rows);
            this.values = new String[values];
            this.shape = shape;
            this.environment = environment;
        }

        @Override
        OnnxTensor fill(RowBatch batch, int[] chosen, int from, int count) throws OrtException {
            int at = 0;
            for (int i = 0; i < rows; i++) {
                int row = chosen[from + Math.min(i, count - 1)];
                for (int slot : input.slots()) {
                    values[at++] = batch.text(slot, row);
                }
            }
            close();
            OnnxTensor tensor = OnnxTensor.createTensor(environment, values, shape);
            last = tensor;
            return tensor;
        }

        @Override
        public void close() {
            if (last != null) {
                last.close();
            }
        }
    }
}
