package org.aimass.engine.local;

import java.util.EnumSet;
import java.util.Set;
import org.aimass.engine.AuditJob;
import org.aimass.engine.BadInput;
import org.aimass.engine.ColumnRole;
import org.aimass.engine.metrics.SynthesisMetrics.Aspect;

/** Which columns a job on speech synthesis has to have beside others, and what is measured by them. */
final class SynthesisColumns {

    private final AuditJob job;
    private final boolean speaks;
    private final boolean heard;
    private final boolean compared;

    SynthesisColumns(AuditJob job) {
        this.job = job;
        speaks = job.model().isPresent();
        heard = job.instruments().ear().isPresent();
        compared = job.instruments().voices().isPresent();
    }

    /**
     * What is measured.
     *
     * @throws BadInput if columns lack what they are held against, or nothing is to be measured
     */
    Set<Aspect> parts() {
        if (heard && !has(ColumnRole.TEXT)) {
            throw wrong(ColumnRole.TEXT, "none", "the texts that model.evaluator is to hear");
        }
        if (speaks && !has(ColumnRole.TEXT)) {
            throw wrong(ColumnRole.TEXT, "none", "what the model is to say");
        }
        if (speaks && has(ColumnRole.AUDIO)) {
            throw wrong(ColumnRole.AUDIO, "one", "none, for the model speaks in the run");
        }
        if (heard && !speaks && !has(ColumnRole.AUDIO)) {
            throw wrong(ColumnRole.AUDIO, "none", "what the model is to hear");
        }
        if (compared && !has(ColumnRole.REFERENCE_AUDIO)) {
            throw wrong(ColumnRole.REFERENCE_AUDIO, "none", "the voices that model.speaker is to compare with");
        }
        if (compared && has(ColumnRole.EMBEDDING)) {
            throw wrong(ColumnRole.EMBEDDING, "one", "none beside model.speaker");
        }
        demandPartner(ColumnRole.TRANSCRIPT, ColumnRole.TEXT);
        demandPartner(ColumnRole.LISTENER, ColumnRole.RATING);
        if (!speaks) {
            demandPartner(ColumnRole.REFERENCE_AUDIO, ColumnRole.AUDIO);
        }
        demandPartner(ColumnRole.EMBEDDING, ColumnRole.REFERENCE_EMBEDDING);
        demandPartner(ColumnRole.REFERENCE_EMBEDDING, ColumnRole.EMBEDDING);
        Set<Aspect> parts = EnumSet.noneOf(Aspect.class);
        add(has(ColumnRole.RATING), Aspect.RATING, parts);
        add((has(ColumnRole.TRANSCRIPT) && !speaks) || heard, Aspect.TRANSCRIPT, parts);
        add(has(ColumnRole.REFERENCE_AUDIO), Aspect.SOUND, parts);
        add(has(ColumnRole.EMBEDDING) || compared, Aspect.EMBEDDING, parts);
        if (parts.isEmpty()) {
            throw new BadInput("columns: found nothing to judge speech by, expected rating, transcript, reference_audio"
                    + " or embedding, or a model that hears it");
        }
        return parts;
    }

    /** Whether recordings are heard. */
    boolean recorded() {
        return has(ColumnRole.REFERENCE_AUDIO) || (heard && !speaks);
    }

    private boolean has(ColumnRole role) {
        return job.columns().find(role).isPresent();
    }

    private static void add(boolean is, Aspect part, Set<Aspect> parts) {
        if (is) {
            parts.add(part);
        }
    }

    private void demandPartner(ColumnRole role, ColumnRole partner) {
        if (has(role) && !has(partner)) {
            throw wrong(partner, "none", "a column beside columns." + role.word());
        }
    }

    private static BadInput wrong(ColumnRole role, String found, String expected) {
        return new BadInput("columns." + role.word() + ": found " + found + ", expected " + expected);
    }
}
