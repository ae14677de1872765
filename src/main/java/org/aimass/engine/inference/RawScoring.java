package org.aimass.engine.inference;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.aimass.engine.EngineFailure;

/**
 * What ONNX Runtime alone costs: batches that lie ready are scored, and the answers looked at by nobody.
 *
 * @param model its file
 * @param shape of the one input in every run
 * @param below whole numbers from 0 to below it are its values; 0 for numbers from -1 to 1
 * @param output the only one that is asked for
 * @param answers shape of a tensor that is used again for it; empty where the runtime brings its own
 */
@SuppressWarnings("ArrayRecordComponent") // shapes, never compared
public record RawScoring(Path model, long[] shape, int below, String output, long[] answers) {

    /** Different batches, so that no branch of a tree is learnt by heart. */
    private static final int BATCHES = 16;
    /** In all of them, if there are two at least: making them up is not to be what is measured. */
    private static final int VALUES = 1 << 21;

    /** On several threads that share one session. */
    public void run(long runs, int threads) {
        try (OnnxModel loaded = OnnxModel.toScore(model, Optional.empty())) {
            List<Thread> workers = new ArrayList<>();
            for (int number = 0; number < threads; number++) {
                long part = (runs + threads - 1) / threads;
                int seed = number;
                Thread worker = new Thread(() -> score(loaded, part, seed), "raw");
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

    private void score(OnnxModel loaded, long runs, int seed) {
        String input = loaded.inputs().get(0).name();
        List<OnnxTensor> batches = new ArrayList<>();
        try (OnnxTensor room = numbers(answers.length == 0 ? new long[] {1} : answers, new Random(seed))) {
            int many = Math.max(2, Math.min(BATCHES, VALUES / size(shape)));
            for (int batch = 0; batch < many; batch++) {
                Random random = new Random(seed + batch * 31L);
                batches.add(below > 0 ? wholeNumbers(random) : numbers(shape, random));
            }
            for (long done = 0; done < runs; done++) {
                Map<String, OnnxTensor> given = Map.of(input, batches.get((int) (done % many)));
                if (answers.length > 0) {
                    loaded.session().run(given, Set.of(), Map.of(output, room)).close();
                } else {
                    loaded.session().run(given, Set.of(output)).close();
                }
            }
        } catch (OrtException e) {
            throw OnnxModel.refusal(loaded.file(), e);
        } finally {
            batches.forEach(OnnxTensor::close);
        }
    }

    private static int size(long... shape) {
        return Math.toIntExact(LongStream.of(shape).reduce(1, Math::multiplyExact));
    }

    private static OnnxTensor numbers(long[] shape, Random random) throws OrtException {
        FloatBuffer values = Feed.direct(size(shape), Float.BYTES).asFloatBuffer();
        for (int i = 0; i < values.capacity(); i++) {
            values.put(i, 2 * random.nextFloat() - 1);
        }
        return OnnxTensor.createTensor(OnnxRuntime.environment(), values, shape);
    }

    private OnnxTensor wholeNumbers(Random random) throws OrtException {
        LongBuffer values = Feed.direct(size(shape), Long.BYTES).asLongBuffer();
        for (int i = 0; i < values.capacity(); i++) {
            values.put(i, random.nextInt(below));
        }
        return OnnxTensor.createTensor(OnnxRuntime.environment(), values, shape);
    }
}
