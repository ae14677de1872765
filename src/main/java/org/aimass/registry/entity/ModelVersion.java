package org.aimass.registry.entity;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.aimass.dataset.entity.Sheet;
import org.aimass.organization.entity.Submission;
import org.aimass.security.Person;
import org.aimass.shared.Refusal;
import org.aimass.shared.Sha256Digest;
import org.jspecify.annotations.Nullable;

/**
 * One version of a model. With a file: INSPECTING until the engine has looked into it, then READY, or REFUSED with the
 * reason. A closed model brings no file and is READY at once: datasets carry its answers. One that was kept as a draft is
 * DRAFT in place of READY, and its card may be changed, until somebody registers it; from then on it never changes, but for
 * being WITHDRAWN.
 */
@Entity
@Table(name = "registry_model_version")
public class ModelVersion {

    @Id
    private UUID id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "model_id")
    private RegisteredModel model;

    @Column(name = "version_number")
    private int number;

    private String label;

    private @Nullable String sha256;

    @Column(name = "size_bytes")
    private @Nullable Long bytes;

    @Enumerated(EnumType.STRING)
    private ModelStatus status;

    private @Nullable String refusal;

    private @Nullable String signature;

    private String card;

    private boolean draft;

    private String settings;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "registry_companion", joinColumns = @JoinColumn(name = "version_id"))
    private List<Companion> companions;

    @Column(name = "withdrawn_at")
    private @Nullable Instant withdrawnAt;

    @Column(name = "withdrawn_by")
    private @Nullable String withdrawnBy;

    private @Nullable String withdrawal;

    @Embedded
    private Submission submission;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected ModelVersion() {}

    /**
     * @param id chosen by the submission, so that the same submission sent twice is the same version
     * @param file null for a closed model
     */
    public ModelVersion(
            UUID id,
            RegisteredModel model,
            int number,
            VersionFacts facts,
            @Nullable ModelFile file,
            Person submitter,
            String submitterName,
            Instant submittedAt) {
        this.id = id;
        this.model = model;
        this.number = number;
        this.label = facts.label();
        this.card = facts.card().json();
        this.draft = facts.draft();
        this.sha256 = file == null ? null : file.sha256().hex();
        this.bytes = file == null ? null : file.bytes();
        this.settings = facts.settings().json();
        this.companions = file == null ? new ArrayList<>() : new ArrayList<>(file.companions());
        this.status = file == null ? usable() : ModelStatus.INSPECTING;
        this.submission = new Submission(submitter, submitterName, submittedAt);
    }

    /** One that is registered at once, without a card. */
    public ModelVersion(
            UUID id,
            RegisteredModel model,
            int number,
            String label,
            @Nullable ModelFile file,
            Person submitter,
            String submitterName,
            Instant submittedAt) {
        this(id, model, number, VersionFacts.of(label), file, submitter, submitterName, submittedAt);
    }

    /**
     * What its organization says about a version.
     *
     * @param label such as {@code 3.0}, at most 40 characters, unique within the model
     * @param card each section at most 4,000 characters
     * @param draft whether it waits to be registered
     * @param settings how the model is fed; nothing of a closed one
     */
    public record VersionFacts(String label, Sheet<CardSection> card, boolean draft, ModelSettings settings) {

        /** Nothing is said of how the model is fed. */
        public VersionFacts(String label, Sheet<CardSection> card, boolean draft) {
            this(label, card, draft, ModelSettings.NONE);
        }

        /** Registered at once, without a card. */
        public static VersionFacts of(String label) {
            return new VersionFacts(label, new Sheet<CardSection>(Map.of()), false);
        }
    }

    /**
     * A stored file.
     *
     * @param companions what lies beside it, at most one of each kind
     */
    public record ModelFile(Sha256Digest sha256, long bytes, List<Companion> companions) {

        public ModelFile {
            companions = List.copyOf(companions);
        }

        /** Alone. */
        public ModelFile(Sha256Digest sha256, long bytes) {
            this(sha256, bytes, List.of());
        }
    }

    /**
     * The engine has looked into the file and can run it. One whose settings do not fit the file becomes a draft, so that they can be
     * put right.
     */
    public void inspected(String signatureJson) {
        demandInspecting();
        signature = signatureJson;
        draft = draft || !settingsProblems().isEmpty();
        status = usable();
    }

    /** What stands against how the model is said to be fed, each at its field. */
    public List<Refusal> settingsProblems() {
        return isClosed() ? List.of() : settingsProblems(model.task(), feed().settings());
    }

    /** The same if it did this, and were fed so; whether other tokens are in the files beside it, the engine has to find out. */
    public List<Refusal> settingsProblems(ModelTask task, ModelSettings asked) {
        List<Refusal> problems = new ArrayList<>();
        SettingsPart.companion(task)
                .filter(kind -> feed().companion(kind).isEmpty())
                .ifPresent(kind -> problems.add(
                        Refusal.of(Refusal.Kind.INVALID, "registry", "feed.problem." + kind.word() + "Missing")
                                .at(kind.word())));
        problems.addAll(
                signature == null
                        ? SettingsCheck.of(task, asked)
                        : SettingsCheck.of(
                                task,
                                asked,
                                ModelSignature.parse(signature),
                                asked.equals(feed().settings())
                                        ? CompanionFacts.parse(signature)
                                        : CompanionFacts.parse(signature).unasked()));
        return List.copyOf(problems);
    }

    private ModelStatus usable() {
        return draft ? ModelStatus.DRAFT : ModelStatus.READY;
    }

    /** @throws Refusal CONFLICT when it is no draft */
    public void describe(Sheet<CardSection> newCard) {
        demandDraft();
        card = newCard.json();
    }

    /**
     * Says anew how a draft's model is fed.
     *
     * @return whether the engine has to look again, for it has looked for other tokens
     * @throws Refusal CONFLICT when it is no draft, or still inspected
     */
    public boolean feed(ModelSettings asked) {
        demandDraft();
        if (asked.equals(feed().settings())) {
            return false;
        }
        if (status == ModelStatus.INSPECTING) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "registry", "refusal.inspecting");
        }
        settings = asked.json();
        status = companions.isEmpty() ? status : ModelStatus.INSPECTING;
        return status == ModelStatus.INSPECTING;
    }

    /**
     * What was a draft is final now.
     *
     * @throws Refusal CONFLICT when it is no draft; INVALID when the model cannot be fed as it is said
     */
    public void register() {
        demandDraft();
        settingsProblems().stream().findFirst().ifPresent(problem -> {
            throw problem;
        });
        draft = false;
        status = status == ModelStatus.DRAFT ? ModelStatus.READY : status;
    }

    private void demandDraft() {
        if (!isDraft()) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "registry", "refusal.noDraft");
        }
    }

    /** Whether what is said of it may still be changed. */
    public boolean isDraft() {
        return draft && status != ModelStatus.REFUSED && status != ModelStatus.WITHDRAWN;
    }

    /** @throws Refusal CONFLICT unless it is a draft or registered */
    public void withdraw(Withdrawal now) {
        if (!isWithdrawable()) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "registry", "refusal.notWithdrawable");
        }
        withdrawal = now.reason();
        withdrawnBy = now.by();
        withdrawnAt = now.at();
        status = ModelStatus.WITHDRAWN;
    }

    public boolean isWithdrawable() {
        return status == ModelStatus.READY || status == ModelStatus.DRAFT;
    }

    /** The file cannot be used. */
    public void refuse(String reason) {
        demandInspecting();
        refusal = reason;
        status = ModelStatus.REFUSED;
    }

    private void demandInspecting() {
        if (status != ModelStatus.INSPECTING) {
            throw new IllegalStateException("model version " + id + " is " + status);
        }
    }

    public UUID id() {
        return id;
    }

    public RegisteredModel model() {
        return model;
    }

    /** 1, 2, ... within the model. */
    public int number() {
        return number;
    }

    /** What the organization calls this version, such as {@code 3.0}; unique within the model. */
    public String label() {
        return label;
    }

    /** Empty for a closed model, which brings no file. */
    public Optional<Sha256Digest> sha256() {
        return Optional.ofNullable(sha256).map(Sha256Digest::new);
    }

    /** Empty for a closed model. */
    public Optional<Long> bytes() {
        return Optional.ofNullable(bytes);
    }

    /** Whether it brings no file, so that only a dataset that carries its answers can audit it. */
    public boolean isClosed() {
        return sha256 == null;
    }

    public boolean isInspecting() {
        return status == ModelStatus.INSPECTING;
    }

    public ModelStatus status() {
        return status;
    }

    /** Why it is REFUSED: one line of the engine. */
    public Optional<String> refusal() {
        return Optional.ofNullable(refusal);
    }

    /** Empty until inspected, and for a closed model. */
    public Optional<ModelSignature> signature() {
        return Optional.ofNullable(signature).map(ModelSignature::parse);
    }

    /** How the model is fed, and what lies beside its file. */
    public ModelFeed feed() {
        return new ModelFeed(ModelSettings.parse(settings), companions);
    }

    public Sheet<CardSection> card() {
        return Sheet.parse(card, CardSection.class);
    }

    /** Empty unless it is WITHDRAWN. */
    public Optional<Withdrawal> withdrawal() {
        return withdrawal == null || withdrawnBy == null || withdrawnAt == null
                ? Optional.empty()
                : Optional.of(new Withdrawal(withdrawal, withdrawnBy, withdrawnAt));
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
}
