package org.aimass.dataset.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.Dependent;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.aimass.dataset.control.GivenFile;
import org.aimass.dataset.control.Uploads;
import org.aimass.dataset.entity.Upload;
import org.aimass.security.CurrentUser;
import org.aimass.shared.Refusal;
import org.jspecify.annotations.Nullable;

/** The file of a form: sent in pieces while the form was filled in, or, without script, with the form itself. */
@Dependent
public class UploadField {

    @Inject
    Uploads uploads;

    @Inject
    CurrentUser user;

    /** The name of the form's only upload; a form of several gives each its own. */
    private static final String USUAL = "upload";

    private String place = USUAL;
    private String id = "";

    /** Also where the form has a mistake elsewhere, so that what was sent is not asked for again. */
    @PostConstruct
    void read() {
        takeFrom(USUAL);
    }

    /**
     * Makes it the form's upload of another name.
     *
     * @param name as {@code am:upload} has it
     */
    public void takeFrom(String name) {
        place = name;
        id = FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterMap()
                .getOrDefault("form:" + place, "");
    }

    /** The file that came with the form, else the finished upload that it names; empty when there is neither. */
    public Optional<GivenFile> given(@Nullable Part part) throws IOException {
        if (part != null && part.getSize() > 0) {
            return Optional.of(GivenFile.of(name(part), part.getInputStream()));
        }
        return id.isEmpty() ? Optional.empty() : uuid().map(GivenFile::uploaded);
    }

    private static String name(Part part) {
        return Optional.ofNullable(part.getSubmittedFileName()).orElse("");
    }

    /** What is on its way already; null when nothing is. */
    public @Nullable Upload getFound() {
        try {
            return uuid().map(uploads::state)
                    .filter(upload -> upload.finished().isPresent())
                    .orElse(null);
        } catch (Refusal gone) {
            return null;
        }
    }

    private Optional<UUID> uuid() {
        try {
            return id.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The name of the hidden field that holds the upload's id. */
    public String getPlace() {
        return place;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public int getPiece() {
        return Uploads.MAX_PIECE / 2;
    }

    public String getCsrf() {
        return user.getCsrfToken();
    }
}
