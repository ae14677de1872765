package org.aimass.engine.inference;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.aimass.engine.EngineFailure;

/** What ONNX Runtime alone costs: batches of numbers that lie ready are scored, and the answers looked at by nobody. */
public final class RawScoring {

    private static final int ROWS = 4096;
    /** Different batches, so that no branch of a tree is learnt by heart. */
    private static final int BATCHES = 16;

    private RawScoring() {}

    /**
     * Scores rows on several threads that share one session, into tensors that are used again.
     *
     * @param columns of the one input, each from -1 to 1
     * @param output the name of an output of one number for each of two classes
     */
    public static void run(Path model, long rows, int columns, String output, int threads) {
        try (OnnxModel loaded = OnnxModel.toScore(model, Optional.empty())) {
            List<Thread> workers = new ArrayList<>();
            for (int number = 0; number < threads; number++) {
                long part = (rows + threads - 1) / threads;
                int seed = number;
                Thread worker = new Thread(() -> score(loaded, part, columns, output, seed), "raw");
                worker.start();
                workers.add(worker);
            }
            for (Thread worker : workers) {
                worker.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineFailure("interrupted");
        }
    }

    private static void score(OnnxModel model, long rows, int columns, String output, int seed) {
        Random random = new Random(seed);
        String input = model.inputs().get(0).name();
        List<OnnxTensor> batches = new ArrayList<>();
        try (OnnxTensor answers = tensor(floats(2), 2)) {
            for (int batch = 0; batch < BATCHES; batch++) {
                FloatBuffer values = floats(columns);
                for (int i = 0; i < values.capacity(); i++) {
                    values.put(i, 2 * random.nextFloat() - 1);
                }
                batches.add(tensor(values, columns));
            }
            int next = 0;
            for (long scored = 0; scored < rows; scored += ROWS) {
                model.session()
                        .run(Map.of(input, batches.get(next++ % BATCHES)), Set.of(), Map.of(output, answers))
                        .close();
            }
        } catch (OrtException e) {
            throw OnnxModel.refusal(model.file(), e);
        } finally {
            batches.forEach(OnnxTensor::close);
        }
    }

    private static FloatBuffer floats(int columns) {
        return ByteBuffer.allocateDirect(ROWS * columns * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }

    private static OnnxTensor tensor(FloatBuffer values, int columns) throws OrtException {
        return OnnxTensor.createTensor(OnnxRuntime.environment(), values, new long[] {ROWS, columns});
    }
}
