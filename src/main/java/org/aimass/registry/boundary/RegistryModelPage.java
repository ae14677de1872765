package org.aimass.registry.boundary;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.aimass.dataset.control.ChangedFiles;
import org.aimass.registry.control.DownloadModel;
import org.aimass.registry.control.ModelVersions;
import org.aimass.registry.entity.CardSection;
import org.aimass.registry.entity.ModelFeed;
import org.aimass.registry.entity.ModelSignature;
import org.aimass.registry.entity.ModelStatus;
import org.aimass.registry.entity.ModelVersion;
import org.aimass.registry.entity.VersionChanges;
import org.aimass.registry.entity.Withdrawal;
import org.aimass.security.CurrentUser;
import org.aimass.security.Role;
import org.aimass.web.Ids;
import org.jspecify.annotations.Nullable;

/** One version of a model: what is known of it, and how its file was found. */
@Named
@ViewScoped
public class RegistryModelPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    ModelVersions versions;

    @Inject
    DownloadModel downloads;

    @Inject
    ChangedFiles changed;

    @Inject
    CurrentUser user;

    @Inject
    RegistryText text;

    private String id = "";
    private transient @Nullable ModelVersion version;

    public ModelVersion getVersion() {
        ModelVersion found = version;
        if (found == null) {
            found = versions.get(Ids.of(id));
            version = found;
        }
        return found;
    }

    /** Whether the file is no longer what was registered. */
    public boolean isChanged() {
        return getVersion().sha256().filter(changed::has).isPresent()
                || getVersion().feed().companions().stream().anyMatch(file -> changed.has(file.sha256()));
    }

    /** How the model is fed; null where nothing is said, nor a file lies beside its own. */
    public @Nullable ModelFeed getFeed() {
        ModelFeed feed = getVersion().feed();
        return feed.settings().isEmpty() && feed.companions().isEmpty() ? null : feed;
    }

    /** What has to be put right before a draft can be registered: how its model is fed does not fit its file. */
    public List<String> getSettingsProblems() {
        return isMayEdit() && !isInspecting()
                ? getVersion().settingsProblems().stream().map(text::say).toList()
                : List.of();
    }

    /** Looks again. */
    public void refresh() {
        version = null;
    }

    public boolean isInspecting() {
        return getVersion().status() == ModelStatus.INSPECTING;
    }

    public boolean isRefused() {
        return getVersion().status() == ModelStatus.REFUSED;
    }

    /** Null until the file has been looked into, and for a closed model. */
    public @Nullable ModelSignature getSignature() {
        return getVersion().signature().orElse(null);
    }

    public List<ModelVersion> getVersions() {
        return versions.of(getVersion().model().id());
    }

    /** The version before this one; null for the first. */
    public @Nullable ModelVersion getPrevious() {
        int number = getVersion().number();
        return getVersions().stream()
                .filter(other -> other.number() < number)
                .findFirst()
                .orElse(null);
    }

    /** What differs from the version before; null for the first, and while the file is inspected. */
    public @Nullable VersionChanges getChanges() {
        ModelVersion previous = getPrevious();
        return previous == null || isInspecting() ? null : VersionChanges.between(previous, getVersion());
    }

    public List<CardSection> getCardSections() {
        return getVersion().card().sections();
    }

    public boolean isMayEdit() {
        return isMaySubmit() && getVersion().isDraft();
    }

    public boolean isMayWithdraw() {
        return isMaySubmit() && getVersion().isWithdrawable();
    }

    /** Whether there is a file, and the reader may have it. */
    public boolean isMayDownload() {
        return !getVersion().isClosed() && downloads.mayOpen(getVersion().id());
    }

    public @Nullable Withdrawal getWithdrawal() {
        return getVersion().withdrawal().orElse(null);
    }

    public boolean isMaySubmit() {
        return user.has(Role.SUBMITTER, getVersion().model().organizationId());
    }

    public boolean isMayAudit() {
        return user.has(Role.AUDITOR) && getVersion().status() == ModelStatus.READY;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }
}
