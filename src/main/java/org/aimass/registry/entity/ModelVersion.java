package org.aimass.registry.entity;

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
import java.util.Optional;
import java.util.UUID;
import org.aimass.organization.entity.Submission;
import org.aimass.security.Person;
import org.aimass.shared.Sha256Digest;
import org.jspecify.annotations.Nullable;

/**
 * One immutable version of a model. With a file: INSPECTING until the engine has looked into it, then READY, or REFUSED with
 * the reason. A closed model brings no file and is READY at once: datasets carry its answers.
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
            String label,
            @Nullable ModelFile file,
            Person submitter,
            String submitterName,
            Instant submittedAt) {
        this.id = id;
        this.model = model;
        this.number = number;
        this.label = label;
        this.sha256 = file == null ? null : file.sha256().hex();
        this.bytes = file == null ? null : file.bytes();
        this.status = file == null ? ModelStatus.READY : ModelStatus.INSPECTING;
        this.submission = new Submission(submitter, submitterName, submittedAt);
    }

    /** A stored file. */
    public record ModelFile(Sha256Digest sha256, long bytes) {}

    /** The engine has looked into the file and can run it. */
    public void inspected(String signatureJson) {
        demandInspecting();
        signature = signatureJson;
        status = ModelStatus.READY;
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
