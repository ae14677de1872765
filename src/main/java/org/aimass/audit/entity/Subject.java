package org.aimass.audit.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;

/** What is audited by which policy, as it was called when the audit was started, so that lists need no other table. */
@Embeddable
public class Subject {

    @Column(name = "model_version_id")
    private UUID modelVersionId;

    @Column(name = "model_organization_id")
    private UUID modelOrganizationId;

    @Column(name = "model_name")
    private String modelName;

    @Column(name = "model_label")
    private String modelLabel;

    @Column(name = "dataset_version_id")
    private UUID datasetVersionId;

    @Column(name = "dataset_name")
    private String datasetName;

    @Column(name = "dataset_number")
    private int datasetNumber;

    @Column(name = "policy_name")
    private String policyName;

    @Column(name = "policy_version")
    private String policyVersion;

    @SuppressWarnings("NullAway.Init")
    protected Subject() {}

    public Subject(Model model, Dataset dataset, AuditPlan.Policy policy) {
        this(model, dataset, policy.name(), policy.version());
    }

    private Subject(Model model, Dataset dataset, String policyName, String policyVersion) {
        this.modelVersionId = model.versionId();
        this.modelOrganizationId = model.organizationId();
        this.modelName = model.name();
        this.modelLabel = model.label();
        this.datasetVersionId = dataset.versionId();
        this.datasetName = dataset.name();
        this.datasetNumber = dataset.number();
        this.policyName = policyName;
        this.policyVersion = policyVersion;
    }

    /** A model version and its model's name and organization. */
    public record Model(UUID versionId, UUID organizationId, String name, String label) {}

    /** A dataset version and its dataset's name. */
    public record Dataset(UUID versionId, String name, int number) {}

    /** The same, for a run of its own. */
    public Subject again() {
        return new Subject(
                new Model(modelVersionId, modelOrganizationId, modelName, modelLabel),
                new Dataset(datasetVersionId, datasetName, datasetNumber),
                policyName,
                policyVersion);
    }

    public UUID modelVersionId() {
        return modelVersionId;
    }

    /** Who answers for the model. */
    public UUID modelOrganizationId() {
        return modelOrganizationId;
    }

    public String modelName() {
        return modelName;
    }

    /** Such as {@code 3.0}. */
    public String modelLabel() {
        return modelLabel;
    }

    public UUID datasetVersionId() {
        return datasetVersionId;
    }

    public String datasetName() {
        return datasetName;
    }

    /** 1, 2, ... within the dataset. */
    public int datasetNumber() {
        return datasetNumber;
    }

    public String policyName() {
        return policyName;
    }

    public String policyVersion() {
        return policyVersion;
    }

    /** Name and version in one word, as {@link AuditPolicy#key()}. */
    public String policyKey() {
        return policyName + "-" + policyVersion;
    }
}
