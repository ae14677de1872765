package org.aimass.desk;

import com.microsoft.playwright.Page;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.aimass.stack.Visitor;

/** Follows the links from page to page, as far as one person may go: one address for each page, whatever its parameters. */
final class Walk {

    private static final Pattern NO_PAGE =
            Pattern.compile("/(language|sign-in|sign-out|callback|jakarta\\.faces\\.resource)\\b.*|.*\\.json(\\?.*)?");

    /** What asks for a sign-in leads there; those pages have tests of their own. */
    private static final String KEYCLOAK = "/realms/";

    private final Visitor visitor;
    private final Consumer<String> open;
    private final Set<String> known = new HashSet<>();
    private final Deque<String> ahead = new ArrayDeque<>();
    private final List<String> walked = new ArrayList<>();

    /** @param open opens an address for the visitor, and looks at it */
    Walk(Visitor visitor, Consumer<String> open) {
        this.visitor = visitor;
        this.open = open;
    }

    /** The addresses of all pages that can be reached from these, each once. */
    List<String> from(List<String> starts) {
        ahead.addAll(starts);
        starts.forEach(start -> known.add(Pages.fileOf(start)));
        while (!ahead.isEmpty()) {
            String address = ahead.remove();
            open.accept(address);
            Page page = visitor.page();
            walked.add(address);
            if (!page.url().contains(KEYCLOAK)) {
                links(page).forEach(this::meet);
            }
        }
        return walked;
    }

    private List<String> links(Page page) {
        Object found = page.evaluate(
                "() => [...document.querySelectorAll('a[href]:not([download])')].filter(a => a.origin === location.origin)"
                        + ".map(a => a.pathname + a.search)");
        List<String> addresses = new ArrayList<>();
        ((List<?>) found).forEach(each -> addresses.add(String.valueOf(each)));
        return addresses;
    }

    private void meet(String address) {
        String place = Pages.fileOf(address);
        if (!NO_PAGE.matcher(address).matches() && known.add(place)) {
            ahead.add(address);
        }
    }
}
