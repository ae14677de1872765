package org.aimass.registry.boundary;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.aimass.registry.control.ModelVersions;
import org.aimass.registry.entity.ModelSignature;
import org.aimass.registry.entity.ModelStatus;
import org.aimass.registry.entity.ModelVersion;
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
    CurrentUser user;

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
