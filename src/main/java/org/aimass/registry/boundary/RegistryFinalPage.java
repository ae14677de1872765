package org.aimass.registry.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.aimass.registry.control.EditModel;
import org.aimass.registry.entity.ModelVersion;
import org.aimass.web.Ids;
import org.jspecify.annotations.Nullable;

/** Asks once more before a draft becomes final. */
@Named
@RequestScoped
public class RegistryFinalPage {

    @Inject
    EditModel editing;

    @Inject
    ChosenVersion chosen;

    /** When the page is opened; of a version for which it is too late, the version's own page says how it stands. */
    public @Nullable String load() {
        chosen.demandOwn();
        if (!getVersion().isDraft()) {
            return chosen.page();
        }
        return null;
    }

    public String confirm() {
        editing.register(Ids.of(chosen.id()));
        return chosen.done("done.final");
    }

    public ModelVersion getVersion() {
        return chosen.get();
    }

    public String getId() {
        return chosen.id();
    }

    /** The address has it. */
    public void setId(String id) {
        // read where it is wanted
    }
}
