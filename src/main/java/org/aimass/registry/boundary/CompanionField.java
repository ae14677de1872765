package org.aimass.registry.boundary;

import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.Optional;
import org.aimass.dataset.boundary.UploadField;
import org.aimass.dataset.control.GivenFile;
import org.aimass.registry.entity.CompanionKind;
import org.jspecify.annotations.Nullable;

/** A file beside a model's own, on the form that registers a version. */
public class CompanionField {

    private final CompanionKind kind;
    private final UploadField upload;
    private @Nullable Part file;

    CompanionField(CompanionKind kind, UploadField upload) {
        this.kind = kind;
        this.upload = upload;
        upload.takeFrom(kind.word() + "Upload");
    }

    Optional<GivenFile> given() throws IOException {
        return upload.given(file);
    }

    public CompanionKind getKind() {
        return kind;
    }

    public UploadField getUpload() {
        return upload;
    }

    public @Nullable Part getFile() {
        return file;
    }

    public void setFile(@Nullable Part file) {
        this.file = file;
    }
}
