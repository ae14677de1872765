package org.aimass.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import org.aimass.shared.Slice;

/** The links below a list that does not fit on one page. */
@Named
@ApplicationScoped
public class Pages {

    /** What one of the links is. */
    public enum Kind {
        PREVIOUS,
        LINK,
        HERE,
        GAP,
        NEXT
    }

    /**
     * One link.
     *
     * @param number the page it leads to, from 1
     */
    public record Link(Kind kind, long number) {

        public String label() {
            return Long.toString(number);
        }
    }

    private static final int NEIGHBOURS = 2;

    /**
     * The first and the last page, this one and its neighbours, and a gap for what lies between.
     *
     * @param size how many items a page has at most, at least 1
     */
    public List<Link> of(Slice<?> slice, int size) {
        long here = slice.offset() / size + 1;
        long last = Math.max(1, (slice.total() + size - 1) / size);
        List<Link> links = new ArrayList<>();
        if (here > 1) {
            links.add(new Link(Kind.PREVIOUS, here - 1));
        }
        long shown = 0;
        for (long page = 1; page <= last; page++) {
            if (page == 1 || page == last || Math.abs(page - here) <= NEIGHBOURS) {
                if (page > shown + 1) {
                    links.add(new Link(Kind.GAP, shown + 1));
                }
                links.add(new Link(page == here ? Kind.HERE : Kind.LINK, page));
                shown = page;
            }
        }
        if (here < last) {
            links.add(new Link(Kind.NEXT, here + 1));
        }
        return links;
    }
}
