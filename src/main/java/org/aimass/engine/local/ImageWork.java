package org.aimass.engine.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.aimass.engine.BadInput;
import org.aimass.engine.Deadline;
import org.aimass.engine.EngineFailure;
import org.aimass.engine.Progress;
import org.aimass.engine.data.CocoFile;
import org.aimass.engine.data.CocoThings;
import org.aimass.engine.task.DetectedImage;
import org.aimass.engine.task.Detection;
import org.aimass.engine.task.DetectionPlan;
import org.aimass.engine.task.UnusableRows;

/**
 * Images dealt to threads, each of which judges its own.
 *
 * @param finders of what was detected; one for each thread
 */
record ImageWork(
        CocoFile dataset,
        DetectionPlan plan,
        Supplier<ImageObjects> finders,
        boolean scores,
        Deadline deadline,
        Progress progress) {

    /** Of errors that of the first image is told, whichever thread found it first. */
    Detection done(int threads) {
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            AtomicInteger images = new AtomicInteger();
            Map<Integer, RuntimeException> failures = new TreeMap<>();
            List<Future<Detection>> parts = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                int first = thread;
                Callable<Detection> work = () -> judged(first, threads, images, failures);
                parts.add(workers.submit(work));
            }
            List<Detection> judged = new ArrayList<>();
            for (Future<Detection> part : parts) {
                judged.add(part.get());
            }
            for (RuntimeException failure : failures.values()) {
                throw failure;
            }
            return merged(judged);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineFailure("interrupted");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e.getCause());
        } finally {
            workers.shutdownNow();
        }
    }

    private Detection merged(List<Detection> judged) {
        Detection all = judged.get(0);
        try {
            judged.stream().skip(1).forEach(all::merge);
        } catch (UnusableRows e) {
            throw new BadInput(String.valueOf(e.getMessage()));
        }
        return all;
    }

    private Detection judged(int first, int threads, AtomicInteger images, Map<Integer, RuntimeException> failures) {
        Detection part = new Detection(plan);
        try (ImageObjects finder = finders.get()) {
            for (int image = first; image < dataset.images(); image += threads) {
                deadline.check();
                try {
                    part.add(image(image, finder));
                } catch (UnusableRows e) {
                    throw new BadInput(String.valueOf(e.getMessage()));
                } catch (BadInput e) {
                    synchronized (failures) {
                        failures.put(image, e);
                    }
                    return part;
                }
                int done = images.incrementAndGet();
                if (first == 0) {
                    progress.report(
                            scores ? Progress.Stage.SCORE : Progress.Stage.READ,
                            done,
                            (double) done / dataset.images(),
                            true);
                }
            }
        }
        return part;
    }

    private DetectedImage image(int image, ImageObjects finder) {
        CocoThings.Part objects = dataset.annotations().of(image);
        if (objects.area().length > Detection.MOST_IN_ONE_IMAGE) {
            throw new BadInput("image %s: found %d objects, expected at most %d"
                    .formatted(dataset.file(image), objects.area().length, Detection.MOST_IN_ONE_IMAGE));
        }
        return new DetectedImage(
                image, dataset.features(image), GivenObjects.things(objects), objects.codes(), finder.of(image));
    }
}
