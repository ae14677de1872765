package org.aimass.engine.local;

import java.util.List;
import java.util.Optional;
import org.aimass.engine.AuditJob;
import org.aimass.engine.ColumnRole;
import org.aimass.engine.Deadline;
import org.aimass.engine.SpeechSettings;
import org.aimass.engine.data.NamedFiles;
import org.aimass.engine.data.RowBatch;
import org.aimass.engine.inference.Lane;
import org.aimass.engine.inference.Transcriber;
import org.aimass.engine.metrics.SnippetErrors;
import org.aimass.engine.metrics.TaskOutcome;
import org.aimass.engine.task.SnippetBatch;
import org.aimass.engine.task.SpeechPlan;
import org.aimass.engine.task.SpeechRecognition;
import org.aimass.shared.Sha256Digest;
import org.jspecify.annotations.Nullable;

/** Speech recognition: what was said, and what was understood. Nothing said and nothing understood are texts like others. */
final class LocalSpeechRecognition implements LocalTask<LocalSpeechRecognition.Part> {

    private final SpeechPlan plan;
    private final SpeechSettings settings;
    private final int reference;
    private final int hypothesis;
    private final int duration;
    private final int audio;
    private final Optional<Recordings> recordings;
    private final Optional<Transcriber> listener;

    /**
     * @param files that rows can name; empty where the dataset is a table alone
     * @throws org.aimass.engine.BadInput if there are none for a model to hear, or it is refused
     */
    LocalSpeechRecognition(AuditJob job, Roles roles, Optional<NamedFiles> files, Deadline deadline) {
        settings = (SpeechSettings) job.settings().orElseThrow();
        reference = roles.of(ColumnRole.REFERENCE);
        hypothesis = roles.of(ColumnRole.HYPOTHESIS);
        duration = roles.of(ColumnRole.DURATION);
        audio = roles.of(ColumnRole.AUDIO);
        plan = new SpeechPlan(
                roles.groupPlan(job),
                settings.unit(),
                duration != Roles.NONE,
                settings.durationBins(),
                settings.examples());
        recordings = job.model().map(it -> Recordings.of(files));
        listener = job.model().map(it -> Transcriber.open(it, deadline));
    }

    @Override
    public Optional<Sha256Digest> model() {
        return listener.map(Transcriber::digest);
    }

    @Override
    public int rowsForAThread(int usual) {
        return listener.isPresent() ? LocalSpeechSynthesis.SNIPPETS : usual;
    }

    @Override
    public void close() {
        listener.ifPresent(Transcriber::close);
    }

    @Override
    public boolean leavesOutRowsWithout(ColumnRole role) {
        return role != ColumnRole.REFERENCE
                && role != ColumnRole.HYPOTHESIS
                && role != ColumnRole.DURATION
                && (role != ColumnRole.AUDIO || listener.isPresent());
    }

    @Override
    public void code(CodedBatch coded) {}

    @Override
    public Part newPart(@Nullable Lane lane) {
        return new Part();
    }

    @Override
    public void demandAgreement(List<Part> parts) {}

    /** One thread's snippets. */
    final class Part implements LocalTask.Part<Part> {

        private final SpeechRecognition counted = new SpeechRecognition(plan);
        private final Spoken spoken = new Spoken(settings.normalizer());
        private SnippetErrors[] errors = {};
        private String[] references = {};
        private String[] answers = {};
        private double[] durations = {};
        private long[] lines = {};

        @Override
        public void answer(CodedBatch coded) {
            int most = coded.chosen.length;
            if (errors.length < most) {
                errors = new SnippetErrors[most];
                references = new String[most];
                answers = new String[most];
                durations = new double[most];
                lines = new long[most];
            }
            for (int i = 0; i < coded.count; i++) {
                int row = coded.chosen[i];
                Spoken.Text said = spoken.text(coded.rows, reference, row);
                Spoken.Text understood = understood(coded.rows, row);
                errors[i] = said.errorsOf(understood);
                references[i] = said.text();
                answers[i] = understood.text();
                lines[i] = coded.rows.line(row);
                durations[i] = duration == Roles.NONE ? 0 : duration(coded, row);
            }
        }

        private Spoken.Text understood(RowBatch rows, int row) {
            if (listener.isEmpty()) {
                return spoken.text(rows, hypothesis, row);
            }
            String where = rows.where(row);
            Rendering heard = recordings.orElseThrow().rendering(rows, audio, row);
            return spoken.text(heard.heard(it -> listener.get().transcribe(it, where)), where);
        }

        /** NaN where there is none. */
        private double duration(CodedBatch coded, int row) {
            double value = coded.rows.numberOrNaN(duration, row);
            boolean missing = coded.rows.isMissing(duration, row);
            if (!missing && !(value >= 0)) {
                throw coded.rows.fault(duration, row, "a duration, a number of at least 0");
            }
            return missing ? Double.NaN : value + 0.0; // no negative zero
        }

        @Override
        public void count(CodedBatch coded, double @Nullable [] weight) {
            counted.add(new SnippetBatch(
                    coded.count,
                    errors,
                    references,
                    answers,
                    plan.timed() ? durations : null,
                    lines,
                    weight,
                    plan.groups().clustered() ? coded.cluster : null,
                    coded.features));
        }

        @Override
        public void merge(Part other) {
            counted.merge(other.counted);
        }

        @Override
        public TaskOutcome outcome(List<List<String>> dictionaries) {
            return counted.outcome(dictionaries);
        }
    }
}
