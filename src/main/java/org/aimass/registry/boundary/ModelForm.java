package org.aimass.registry.boundary;

import org.aimass.dataset.boundary.SheetForm;
import org.aimass.registry.entity.CardSection;
import org.aimass.registry.entity.ModelDomain;
import org.aimass.registry.entity.ModelSettings;
import org.aimass.registry.entity.ModelTask;
import org.aimass.registry.entity.ModelVersion;
import org.aimass.registry.entity.ModelVersion.VersionFacts;
import org.aimass.registry.entity.RegisteredModel.ModelFacts;

/** What the form about a model holds while somebody fills it in. */
public class ModelForm {

    private String organization = "";
    private String name = "";
    private String label = "1.0";
    private String purpose = "";
    private ModelTask task = ModelTask.BINARY_CLASSIFICATION;
    private ModelDomain domain = ModelDomain.PUBLIC_BENEFITS;
    private String licence = "";
    private ModelAccess access = ModelAccess.FILE;
    private final FeedForm feed = new FeedForm();
    private final SheetForm<CardSection> card = new SheetForm<>(CardSection.class);

    ModelFacts facts() {
        return new ModelFacts(name, purpose, task, domain, licence);
    }

    /** @param does what the model does, as the form or the model itself says */
    VersionFacts version(boolean draft, ModelTask does) {
        return new VersionFacts(label, card.sheet(), draft, settings(does));
    }

    /** Nothing of a closed model, which is not run. */
    ModelSettings settings(ModelTask does) {
        return isClosed() ? ModelSettings.NONE : feed.settings(does);
    }

    /** Takes over what is said of a version and its model now. */
    void fill(ModelVersion version) {
        ModelFacts facts = version.model().facts();
        name = facts.name();
        purpose = facts.purpose();
        task = facts.task();
        domain = facts.domain();
        licence = facts.licence();
        label = version.label();
        card.fill(version.card());
        feed.take(version.feed().settings());
    }

    /** How the model is fed; of use only where it brings its file. */
    public FeedForm getFeed() {
        return feed;
    }

    public SheetForm<CardSection> getCard() {
        return card;
    }

    public boolean isClosed() {
        return access == ModelAccess.CLOSED;
    }

    public ModelTask[] getTasks() {
        return ModelTask.values();
    }

    public ModelDomain[] getDomains() {
        return ModelDomain.values();
    }

    public ModelAccess[] getAccesses() {
        return ModelAccess.values();
    }

    public String getOrganization() {
        return organization;
    }

    public void setOrganization(String organization) {
        this.organization = organization;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getLabel() {
        return label;
    }

    public void setLabel(String label) {
        this.label = label;
    }

    public String getPurpose() {
        return purpose;
    }

    public void setPurpose(String purpose) {
        this.purpose = purpose;
    }

    public ModelTask getTask() {
        return task;
    }

    public void setTask(ModelTask task) {
        this.task = task;
    }

    public ModelDomain getDomain() {
        return domain;
    }

    public void setDomain(ModelDomain domain) {
        this.domain = domain;
    }

    public String getLicence() {
        return licence;
    }

    public void setLicence(String licence) {
        this.licence = licence;
    }

    public ModelAccess getAccess() {
        return access;
    }

    public void setAccess(ModelAccess access) {
        this.access = access;
    }
}
