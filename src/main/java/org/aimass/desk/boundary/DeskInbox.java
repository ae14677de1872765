package org.aimass.desk.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.aimass.notification.control.Inbox;
import org.aimass.web.Frame;
import org.jspecify.annotations.Nullable;

/** How many notices somebody has not read, for the frame of every page; asked once. */
@Named
@RequestScoped
public class DeskInbox {

    @Inject
    Inbox inbox;

    @Inject
    Frame frame;

    private @Nullable Long unread;

    /** 0 for whoever has no inbox. */
    public long getUnread() {
        Long known = unread;
        if (known == null) {
            known = frame.isWorking() ? inbox.unread() : 0;
            unread = known;
        }
        return known;
    }
}
