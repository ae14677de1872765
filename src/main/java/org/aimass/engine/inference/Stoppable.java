package org.aimass.engine.inference;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.RunOptions;
import org.aimass.engine.Deadline;

/** Options of runs that end when the time is over. */
final class Stoppable implements AutoCloseable {

    private final RunOptions options;
    private final Deadline deadline;
    private final Runnable terminate = this::terminate;

    /** @param file of the model, as messages name it */
    Stoppable(String file, Deadline deadline) {
        this.deadline = deadline;
        try {
            options = new RunOptions();
        } catch (OrtException e) {
            throw OnnxModel.refusal(file, e);
        }
        deadline.atEnd(terminate);
    }

    private void terminate() {
        try {
            options.setTerminate(true);
        } catch (OrtException | IllegalStateException e) {
            // closed already
        }
    }

    RunOptions options() {
        return options;
    }

    @Override
    public void close() {
        deadline.forget(terminate);
        options.close();
    }
}
