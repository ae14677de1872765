package org.aimass.registry.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.aimass.registry.control.EditModel;
import org.aimass.registry.entity.ModelSettings;
import org.aimass.registry.entity.ModelTask;
import org.aimass.registry.entity.ModelVersion;
import org.aimass.web.Ids;
import org.jspecify.annotations.Nullable;

/** Says anew what a draft is. */
@Named
@RequestScoped
public class RegistryEditPage {

    @Inject
    EditModel editing;

    @Inject
    ChosenVersion chosen;

    private final ModelForm form = new ModelForm();

    /** When the page is opened; of a version for which it is too late, the version's own page says how it stands. */
    public @Nullable String load() {
        chosen.demandOwn();
        if (!getVersion().isDraft()) {
            return chosen.page();
        }
        form.fill(getVersion());
        if (!getVersion().isClosed() && !getVersion().isInspecting()) {
            FeedProblems.say(getVersion().settingsProblems());
        }
        return null;
    }

    /** To the version's page; or here again, with everything that stands against how its model is fed. */
    public @Nullable String save() {
        ModelTask task = isDescribing() ? form.getTask() : getVersion().model().task();
        ModelSettings settings = form.settings(task);
        if (FeedProblems.say(editing.problems(Ids.of(chosen.id()), task, settings))) {
            return null;
        }
        editing.describe(
                Ids.of(chosen.id()),
                isDescribing() ? Optional.of(form.facts()) : Optional.empty(),
                settings,
                form.getCard().sheet());
        return chosen.done("done.edited");
    }

    /** Whether also what is said of the model itself may be changed. */
    public boolean isDescribing() {
        return editing.mayDescribe(getVersion().model().id());
    }

    public ModelVersion getVersion() {
        return chosen.get();
    }

    public ModelForm getForm() {
        if (!isDescribing()) {
            form.getFeed().fix(getVersion().model().task());
        }
        return form;
    }

    public String getId() {
        return chosen.id();
    }

    /** The address has it. */
    public void setId(String id) {
        // read where it is wanted
    }
}
