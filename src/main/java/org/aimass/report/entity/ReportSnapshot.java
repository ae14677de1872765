package org.aimass.report.entity;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.aimass.audit.entity.Measure;
import org.aimass.shared.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a published report says. It is frozen at publication as canonical JSON; the public page shows nothing that
 * does not stand here.
 *
 * @param format {@value #FORMAT}
 * @param number as people name it; empty in a draft
 * @param publishedAt UTC, ISO 8601; empty in a draft
 * @param organization who answers for the model
 * @param auditor who measured it
 * @param judgement what the auditor says to the findings; in Chinese a translation
 * @param processing what the organization declared when the report was published, of each activity that uses the model
 * @param overall figures over everybody
 * @param edition which version it is; null in a draft, and in reports from before there were versions
 * @param tables one for each compared metric and feature (or intersection), in the order shown
 */
public record ReportSnapshot(
        String format,
        String number,
        String publishedAt,
        Party organization,
        Party auditor,
        Model model,
        Dataset dataset,
        Explanation explanation,
        Bilingual judgement,
        List<Processing> processing,
        Method method,
        Protection protection,
        Tally tally,
        List<Figure> overall,
        List<GroupTable> tables,
        @Nullable Edition edition) {

    public static final String FORMAT = "aimass-report/1";

    /** An organization by its short name and its names. */
    public record Party(String id, Bilingual name) {}

    /**
     * The audited model version.
     *
     * @param version its label
     * @param sha256 of the file; null where the dataset brought a closed model's answers
     * @param purpose what its organization registered it for
     */
    public record Model(
            String versionId,
            String name,
            String version,
            @Nullable String sha256,
            String task,
            String domain,
            String licence,
            String purpose) {}

    /**
     * What it was measured on.
     *
     * @param rows how many were used; a multiple of the protection's step
     */
    public record Dataset(String name, int version, String sha256, String format, Bilingual owner, long rows) {}

    /** Why and how data about people is processed with the model. */
    public record Processing(
            Bilingual purpose,
            Bilingual legalBasis,
            Bilingual dataCategories,
            Bilingual recipients,
            Bilingual retention,
            boolean decidedByComputerAlone,
            String contact) {}

    /**
     * How it was measured.
     *
     * @param runId the audit run
     * @param runNumber as people name it
     * @param completedAt UTC, ISO 8601
     * @param labels which column holds the truth, and what its values mean
     * @param confidence of every interval
     * @param plan the frozen plan, whole
     * @param planSha256 its digest
     * @param engine what the engine says of itself: version, ONNX Runtime, provider, device, threads, seed
     * @param sandboxed whether the model ran in a sandbox
     */
    public record Method(
            String runId,
            String runNumber,
            String completedAt,
            Policy policy,
            Labels labels,
            double confidence,
            Map<String, Object> plan,
            String planSha256,
            Map<String, Object> engine,
            boolean sandboxed) {}

    /**
     * The truth that the model's answers are held against.
     *
     * @param column that holds it
     * @param positive the label that the rates are about; null where the model does not tell two apart
     * @param favorable the label that people hope for; null likewise
     * @param threshold a score at or above it predicts positive; null where the dataset brought predictions
     */
    public record Labels(
            String column,
            @Nullable String positive,
            @Nullable String favorable,
            @Nullable Double threshold) {}

    /**
     * The rule that the comparisons were judged by.
     *
     * @param name such as {@code public-benefits}
     * @param title what it is called
     * @param about why it exists
     * @param source who says so
     */
    public record Policy(
            String name,
            String version,
            Bilingual title,
            Bilingual about,
            String source,
            String sha256,
            int minimumGroupSize) {}

    /**
     * How small groups are protected.
     *
     * @param minimum groups with fewer people are not shown
     * @param countStep every count is a multiple of it; 1 where counts are exact
     * @param shareStep every share is a multiple of it; null where shares are exact
     * @param hidden how many groups are not shown
     */
    public record Protection(
            int minimum, long countStep, @Nullable Double shareStep, int hidden) {}

    /** How the comparisons ended, hidden groups included. */
    public record Tally(int disparityShown, int withinTolerance, int insufficientEvidence) {

        public int total() {
            return disparityShown + withinTolerance + insufficientEvidence;
        }
    }

    /**
     * A number over everybody.
     *
     * @param people how many it counts; null where it is no share
     * @param count how many of them it counted; null where it is no share, or where counts are rounded
     * @param value null where undefined
     * @param undefined why there is none, in English
     * @param at what tells it from others of its metric, such as the target of a threshold; null where nothing does
     */
    public record Figure(
            String metric,
            @Nullable Long people,
            @Nullable Long count,
            @Nullable Double value,
            @Nullable Range interval,
            @Nullable String undefined,
            @Nullable Map<String, String> at) {

        public Figure {
            at = at == null || at.isEmpty() ? null : Collections.unmodifiableMap(new TreeMap<>(at));
        }

        /** Of a metric that was measured once. */
        public Figure(
                String metric,
                @Nullable Long people,
                @Nullable Long count,
                @Nullable Double value,
                @Nullable Range interval,
                @Nullable String undefined) {
            this(metric, people, count, value, interval, undefined, null);
        }

        /** What it measures. */
        public Measure measure() {
            return new Measure(metric, Optional.empty(), at == null ? Map.of() : at);
        }
    }

    /**
     * A confidence interval.
     *
     * @param method {@code wilson}, {@code newcombe}, ...
     */
    public record Range(double low, double high, double confidence, String method) {}

    public ReportSnapshot {
        processing = List.copyOf(processing);
        overall = List.copyOf(overall);
        tables = List.copyOf(tables);
    }

    /** The same, published as a first version. */
    public ReportSnapshot published(ReportNumber as, Instant at) {
        return published(as, at, Edition.first(at));
    }

    /** The same, published as that version. */
    public ReportSnapshot published(ReportNumber as, Instant at, Edition version) {
        return new ReportSnapshot(
                format,
                as.toString(),
                at.toString(),
                organization,
                auditor,
                model,
                dataset,
                explanation,
                judgement,
                processing,
                method,
                protection,
                tally,
                overall,
                tables,
                version);
    }

    /** From 1. */
    public int version() {
        return edition == null ? 1 : edition.version();
    }

    /** From when on it has lapsed; what was published before there were versions says nothing, and the same rule holds. */
    public Instant validUntil() {
        return edition == null ? Edition.expiry(Instant.parse(publishedAt)) : Instant.parse(edition.validUntil());
    }

    public boolean draft() {
        return number.isEmpty();
    }
}
