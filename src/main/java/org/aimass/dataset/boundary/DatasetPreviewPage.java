package org.aimass.dataset.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.aimass.dataset.control.DatasetVersions;
import org.aimass.dataset.control.PreviewDataset;
import org.aimass.dataset.control.PreviewDataset.Preview;
import org.aimass.dataset.entity.ColumnProfile;
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

    /** Whether a cell names a recording of the archive. */
    public boolean isSound(int column, String cell) {
        List<ColumnProfile> columns = getVersion().profile().columns();
        return cell.toLowerCase(Locale.ROOT).matches(".+\\.(wav|flac)")
                && column < columns.size()
                && getVersion().profile().isOfFiles(columns.get(column).name());
    }

    /** Whether there is anything to listen to. */
    public boolean isWithSound() {
        return preview != null
                && preview.rows().stream().anyMatch(row -> IntStream.range(0, row.size())
                        .anyMatch(column -> isSound(column, row.get(column))));
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
