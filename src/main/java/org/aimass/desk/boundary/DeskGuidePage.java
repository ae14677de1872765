package org.aimass.desk.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.aimass.shared.Refusal;

/** The whole guide through a first audit, step by step. */
@Named
@RequestScoped
public class DeskGuidePage {

    @Inject
    DeskGuide guide;

    /** @throws Refusal NOT_FOUND where there is no demonstration to be led through */
    public void open() {
        if (!guide.isThere()) {
            throw Refusal.notFound();
        }
    }
}
