package org.aimass.dataset.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.aimass.dataset.control.DatasetVersions;
import org.aimass.dataset.control.PreviewDataset;
import org.aimass.dataset.control.PreviewDataset.Preview;
import org.aimass.dataset.entity.DatasetVersion;
import org.aimass.dataset.entity.ImagePreview;
import org.aimass.shared.Refusal;
import org.aimass.web.Ids;
import org.jspecify.annotations.Nullable;

/** The first rows of a dataset. */
@Named
@RequestScoped
public class DatasetPreviewPage {

    @Inject
    PreviewDataset previews;

    @Inject
    DatasetVersions versions;

    private String id = "";
    private @Nullable Preview preview;

    /** When the page is opened. */
    public void load() throws IOException {
        try {
            preview = previews.look(Ids.of(id));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.of(Refusal.Kind.UNAVAILABLE, "dataset", "refusal.noPreview");
        }
    }

    public @Nullable Preview getPreview() {
        return preview;
    }

    /** Of annotated images; empty where the dataset is a table. */
    public List<ImageRow> getImages() {
        return Optional.ofNullable(preview)
                .flatMap(Preview::images)
                .map(ImageRow::of)
                .orElse(List.of());
    }

    /** Whether there are small pictures. */
    public boolean isPictured() {
        return Optional.ofNullable(preview)
                .flatMap(Preview::images)
                .map(ImagePreview::pictured)
                .orElse(false);
    }

    public DatasetVersion getVersion() {
        return versions.get(Ids.of(id));
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }
}
