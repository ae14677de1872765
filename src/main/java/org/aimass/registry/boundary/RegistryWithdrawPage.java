package org.aimass.registry.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.aimass.registry.control.EditModel;
import org.aimass.registry.entity.ModelVersion;
import org.aimass.web.Ids;
import org.jspecify.annotations.Nullable;

/** Asks for the reason before a version is taken out of use. */
@Named
@RequestScoped
public class RegistryWithdrawPage {

    @Inject
    EditModel editing;

    @Inject
    ChosenVersion chosen;

    private String reason = "";

    /** When the page is opened; of a version for which it is too late, the version's own page says how it stands. */
    public @Nullable String load() {
        chosen.demandOwn();
        if (!getVersion().isWithdrawable()) {
            return chosen.page();
        }
        return null;
    }

    public String confirm() {
        editing.withdraw(Ids.of(chosen.id()), reason);
        return chosen.done("done.withdrawn");
    }

    public ModelVersion getVersion() {
        return chosen.get();
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public String getId() {
        return chosen.id();
    }

    /** The address has it. */
    public void setId(String id) {
        // read where it is wanted
    }
}
