package org.aimass.audit.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import org.aimass.registry.boundary.ImageForm;
import org.aimass.registry.entity.ImagePreparation;

/** How images are prepared, in words. */
@Named("auditImageText")
@ApplicationScoped
public class AuditImageText {

    @Inject
    AuditText text;

    /** Such as "Grey, Colours before height and width (NCHW), resized to 8 × 8, divided by 255". */
    public String of(ImagePreparation images) {
        List<String> parts = new ArrayList<>();
        parts.add(text.say("start.images.channels." + images.channels()));
        parts.add(text.say("start.images.layout." + images.layout()));
        parts.add(size(images));
        parts.add(text.say("plan.images.values", ImageForm.plain(1 / images.scale())));
        if (!images.means().isEmpty()) {
            parts.add(text.say("plan.images.means", ImageForm.write(images.means())));
        }
        if (!images.deviations().isEmpty()) {
            parts.add(text.say("plan.images.deviations", ImageForm.write(images.deviations())));
        }
        return text.list(parts);
    }

    private String size(ImagePreparation images) {
        ImagePreparation.Size size = images.size().orElse(new ImagePreparation.Size(0, 0));
        return text.say(
                "plan.images.size." + ImageForm.way(images),
                String.valueOf(size.width()),
                String.valueOf(size.height()),
                String.valueOf(images.shorterSide().orElse(0)));
    }
}
