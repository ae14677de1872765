package org.aimass.dataset.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import org.aimass.dataset.control.ArtifactStore.Stored;
import org.aimass.dataset.entity.UploadKind;
import org.aimass.security.Allowed;
import org.aimass.security.Role;
import org.aimass.shared.Refusal;

/** Brings a file that somebody hands in into the store, however it came. */
@ApplicationScoped
@Allowed(Role.SUBMITTER)
public class KeepFile {

    @Inject
    ArtifactStore artifacts;

    @Inject
    UploadEntries uploads;

    /**
     * The file is in the store when this returns. Of an upload that is not {@link #done} it can be asked again.
     *
     * @throws Refusal as {@link ArtifactStore#store}; for an upload CONFLICT when it is not finished and NOT_FOUND when it is
     *     not the asker's, or meant for something else
     */
    public Stored keep(GivenFile file, UploadKind kind) throws IOException {
        if (file instanceof GivenFile.Uploaded sent) {
            return uploads.keep(sent.upload(), kind, artifacts);
        }
        return artifacts.store(((GivenFile.Stream) file).content(), kind.mostBytes());
    }

    /** What its sender calls it; empty where nobody said. */
    public String name(GivenFile file) {
        return file instanceof GivenFile.Uploaded sent
                ? uploads.get(sent.upload()).name()
                : ((GivenFile.Stream) file).name();
    }

    /** It was handed in: an upload is forgotten. */
    public void done(GivenFile file) {
        if (file instanceof GivenFile.Uploaded sent) {
            uploads.discard(sent.upload());
        }
    }
}
