package org.aimass.dataset.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.aimass.organization.entity.Submission;
import org.aimass.security.Person;
import org.aimass.shared.Refusal;
import org.aimass.shared.Sha256Digest;
import org.jspecify.annotations.Nullable;

/**
 * One file of labelled rows, fixed by its digest. Its life: submitted (PROFILING), read by the engine (PROFILED, or REFUSED
 * with the reason), its columns given their roles, and then READY for ever.
 */
@Entity
@Table(name = "dataset_version")
public class DatasetVersion {

    private static final String ARCHIVE_IN_GZIP = "tar.gz";

    @Id
    private UUID id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "dataset_id")
    private EvaluationDataset dataset;

    @Column(name = "version_number")
    private int number;

    private String sha256;

    @Column(name = "size_bytes")
    private long bytes;

    private String format;

    @Enumerated(EnumType.STRING)
    private DatasetStatus status;

    private @Nullable String refusal;

    @Column(name = "row_count")
    private @Nullable Long rows;

    private @Nullable String profile;

    private @Nullable String roles;

    private String datasheet;

    @Column(name = "roles_from")
    private @Nullable Integer rolesFrom;

    private @Nullable String survey;

    @Column(name = "survey_due")
    private boolean surveyDue;

    private @Nullable String faults;

    @Embedded
    private Submission submission;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected DatasetVersion() {}

    /** @param id chosen by the submission, so that the same submission sent twice is the same version */
    public DatasetVersion(
            UUID id,
            EvaluationDataset dataset,
            int number,
            DatasetFile file,
            Person submitter,
            String submitterName,
            Instant submittedAt) {
        this.id = id;
        this.dataset = dataset;
        this.number = number;
        this.sha256 = file.sha256().hex();
        this.bytes = file.bytes();
        this.format = file.format();
        this.datasheet = "{}";
        this.status = DatasetStatus.PROFILING;
        this.submission = new Submission(submitter, submitterName, submittedAt);
    }

    /**
     * A stored file.
     *
     * @param format {@code csv}, {@code csv.gz}, {@code parquet}, {@code zip} or {@code tar.gz}
     */
    public record DatasetFile(Sha256Digest sha256, long bytes, String format) {}

    /** As {@link #profiled(String, Optional)}, without an earlier version. */
    public void profiled(String profileJson) {
        profiled(profileJson, Optional.empty());
    }

    /**
     * The engine has read the file; until somebody fixes them, the roles are those of an earlier version, for every column that
     * it has too, and guesses for the others.
     *
     * @throws IllegalArgumentException when it is not a profile
     */
    public void profiled(String profileJson, Optional<DatasetVersion> template) {
        demand(DatasetStatus.PROFILING);
        Profile read = Profile.parse(profileJson);
        profile = profileJson;
        rows = read.rows();
        format = read.format().equals(ARCHIVE_IN_GZIP) ? ARCHIVE_IN_GZIP : format;
        DatasetSchema guessed = RoleGuesses.of(read);
        roles = template.map(earlier -> guessed.overlaid(earlier.schema()))
                .orElse(guessed)
                .json();
        rolesFrom = template.map(DatasetVersion::number).orElse(null);
        status = DatasetStatus.PROFILED;
    }

    /** Roles to look at, not fixed yet. */
    public void propose(DatasetSchema schema) {
        demand(DatasetStatus.PROFILED);
        roles = schema.json();
        survey = null;
    }

    /** The groups that the roles form are to be counted. */
    public void demandSurvey() {
        surveyDue = true;
    }

    /**
     * The groups were counted; says nothing when the roles are others by now.
     *
     * @param surveyJson null when they could not be
     * @throws IllegalArgumentException when it is not a survey
     */
    public void surveyed(DatasetSchema counted, @Nullable String surveyJson) {
        if (isRead() && counted.equals(schema())) {
            if (surveyJson != null) {
                Survey.parse(surveyJson);
            }
            survey = surveyJson;
            surveyDue = false;
        }
    }

    /** @throws Refusal CONFLICT when it is READY: a change is a new version */
    public void describe(Sheet<DatasheetSection> newDatasheet) {
        if (status == DatasetStatus.READY) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "dataset", "refusal.sheetFixed");
        }
        datasheet = newDatasheet.json();
    }

    /**
     * The file cannot be used.
     *
     * @param faultsJson all that is wrong with its lines, as the engine wrote it; null when it cannot say
     */
    public void refuse(String reason, @Nullable String faultsJson) {
        demand(DatasetStatus.PROFILING);
        refusal = reason;
        faults = faultsJson;
        status = DatasetStatus.REFUSED;
    }

    /**
     * Takes these roles; when they fit, they are final and audits may use this version.
     *
     * @return what does not fit; empty when it is READY
     */
    public List<SchemaProblem> fix(DatasetSchema schema) {
        demand(DatasetStatus.PROFILED);
        List<SchemaProblem> problems = SchemaCheck.of(profile(), schema);
        if (problems.isEmpty()) {
            survey = schema.equals(schema()) ? survey : null;
            roles = schema.json();
            status = DatasetStatus.READY;
        }
        return problems;
    }

    private void demand(DatasetStatus wanted) {
        if (status != wanted) {
            throw new IllegalStateException("dataset version " + id + " is " + status + ", not " + wanted);
        }
    }

    public UUID id() {
        return id;
    }

    public EvaluationDataset dataset() {
        return dataset;
    }

    /** 1, 2, ... within the dataset. */
    public int number() {
        return number;
    }

    public Sha256Digest sha256() {
        return new Sha256Digest(sha256);
    }

    public long bytes() {
        return bytes;
    }

    /** {@code csv}, {@code csv.gz}, {@code parquet}, {@code zip} or {@code tar.gz}. */
    public String format() {
        return format;
    }

    public DatasetStatus status() {
        return status;
    }

    /** Why it is REFUSED: one line of the engine, which names line and column. */
    public Optional<String> refusal() {
        return Optional.ofNullable(refusal);
    }

    public Sheet<DatasheetSection> datasheet() {
        return Sheet.parse(datasheet, DatasheetSection.class);
    }

    /** The version whose roles were taken over when this one was read. */
    public Optional<Integer> rolesFrom() {
        return Optional.ofNullable(rolesFrom);
    }

    /** What its groups look like; empty until they are counted. */
    public Optional<Survey> survey() {
        return Optional.ofNullable(survey).map(Survey::parse);
    }

    /** Whether they are being counted. */
    public boolean isSurveyDue() {
        return surveyDue;
    }

    /** What is wrong in the file: with its lines when it was REFUSED, else with the cells under their roles. */
    public Optional<TableFaults> faults() {
        return faults == null ? survey().map(Survey::faults) : Optional.of(TableFaults.parse(faults));
    }

    /** Whether the engine has read the file, so that there are rows, a profile and roles. */
    public boolean isRead() {
        return profile != null;
    }

    /** @throws IllegalStateException before it is profiled */
    public long rows() {
        return read(rows);
    }

    /** @throws IllegalStateException before it is profiled */
    public Profile profile() {
        return Profile.parse(read(profile));
    }

    /** Guesses while PROFILED, final when READY. */
    public DatasetSchema schema() {
        return DatasetSchema.parse(read(roles));
    }

    private static <T> T read(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("this dataset version has not been profiled");
        }
        return value;
    }

    public Person submitter() {
        return submission.person();
    }

    public String submitterName() {
        return submission.name();
    }

    public Instant submittedAt() {
        return submission.at();
    }

    /** Counts the changes; a form that is sent back with an older one is out of date. */
    public long version() {
        return version;
    }
}
