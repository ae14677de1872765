package org.aimass.engine.local;

import java.util.List;
import org.aimass.engine.AuditJob;
import org.aimass.engine.ColumnRole;
import org.aimass.engine.SpeechSettings;
import org.aimass.engine.inference.Lane;
import org.aimass.engine.metrics.SnippetErrors;
import org.aimass.engine.metrics.TaskOutcome;
import org.aimass.engine.task.SnippetBatch;
import org.aimass.engine.task.SpeechPlan;
import org.aimass.engine.task.SpeechRecognition;
import org.jspecify.annotations.Nullable;

/** Speech recognition: what was said, and what was understood. Nothing said and nothing understood are texts like others. */
final class LocalSpeechRecognition implements LocalTask<LocalSpeechRecognition.Part> {

    private final SpeechPlan plan;
    private final SpeechSettings settings;
    private final int reference;
    private final int hypothesis;
    private final int duration;
    /** Whether a model listens. */
    private final boolean heard;

    LocalSpeechRecognition(AuditJob job, Roles roles) {
        settings = (SpeechSettings) job.settings().orElseThrow();
        reference = roles.of(ColumnRole.REFERENCE);
        hypothesis = roles.of(ColumnRole.HYPOTHESIS);
        duration = roles.of(ColumnRole.DURATION);
        heard = job.model().isPresent();
        plan = new SpeechPlan(
                roles.groupPlan(job),
                settings.unit(),
                duration != Roles.NONE,
                settings.durationBins(),
                settings.examples());
    }

    @Override
    public boolean leavesOutRowsWithout(ColumnRole role) {
        return role != ColumnRole.REFERENCE
                && role != ColumnRole.HYPOTHESIS
                && role != ColumnRole.DURATION
                && (role != ColumnRole.AUDIO || heard);
    }

    @Override
    public void code(CodedBatch coded) {}

    @Override
    public Part newPart(@Nullable Lane lane) {
        return new Part(lane);
    }

    @Override
    public void demandAgreement(List<Part> parts) {}

    /** One thread's snippets. */
    final class Part implements LocalTask.Part<Part> {

        private final @Nullable Lane lane;
        private final SpeechRecognition counted = new SpeechRecognition(plan);
        private final Spoken spoken = new Spoken(settings.normalizer());
        private SnippetErrors[] errors = {};
        private String[] references = {};
        private String[] answers = {};
        private double[] durations = {};
        private long[] lines = {};

        private Part(@Nullable Lane lane) {
            this.lane = lane;
        }

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
                Spoken.Text understood = lane == null
                        ? spoken.text(coded.rows, hypothesis, row)
                        : spoken.text(lane.transcribe(coded.rows, row), coded.rows.where(row));
                errors[i] = said.errorsOf(understood);
                references[i] = said.text();
                answers[i] = understood.text();
                lines[i] = coded.rows.line(row);
                durations[i] = duration == Roles.NONE ? 0 : duration(coded, row);
            }
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
